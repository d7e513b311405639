"""What templates show in the heads of pages, and for programs that read pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from edition import linked_data
from edition.brand import Brand, SocialImage
from edition.data import rfc3339

_NONE = Markup("")


def filters(settings: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return the filters by their names in templates.

    ``brand`` gives the :class:`edition.brand.Brand` of the site; ``social_image`` what picture stands for an article;
    ``linked_data`` the JSON-LD of an article, given what :class:`edition.linked_data.Shown` has but for that picture,
    or with ``none`` that of the site; ``in_short`` how a story begins; ``rfc3339`` a moment.

    :raises SettingsError: as :meth:`edition.brand.Brand.of`
    """
    brand = Brand.of(settings)
    of_site = linked_data.script(linked_data.front_page(brand))

    # With the context, though they use nothing of it: Jinja works out a filter of a constant when it compiles a
    # template, and compiled templates are kept while settings change.
    @pass_context
    def of(_context: Context, article: Any, heading: str = "", description: str = "", day: str = "") -> Markup:
        if article is None:
            return of_site
        story = getattr(article, "story", None)
        if story is None or article.status == "draft":  # another plugin's; or nothing that is to be found
            return _NONE
        shown = linked_data.Shown(heading, description, day, brand.image_of(story, article.url).address)
        return linked_data.script(linked_data.story_page(story, article.url, brand, shown))

    @pass_context
    def image_of(_context: Context, article: Any) -> SocialImage:
        return brand.image_of(getattr(article, "story", None), article.url)

    @pass_context
    def brand_of(_context: Context, _nothing: None) -> Brand:
        return brand

    return {
        "brand": brand_of,
        "social_image": image_of,
        "linked_data": of,
        "in_short": linked_data.in_short,
        "rfc3339": rfc3339,
    }
