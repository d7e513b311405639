"""Which of the site's own lines a text is: each by its wording, however it begins."""

import pytest

from briefing.kinds.ground_news.words import label_of, marks_in

LABELS = {
    "count": ("18 Articles", "1 Article", "1,234 Articles"),
    "author": ("Insights by Ground AI", "Summary by X"),
    "published": ("Published", "Published June 3, 2026 • Updated 2 days ago"),
    "tabs": ("All", "All 24", "All (24)"),
    "podcasts": ("Podcasts & Opinions",),
    "reposts": ("+2 Reposted by 2 other sources", "Reposted by 11 other sources"),
    "place": ("·Haldry, Sundrevay", "Â·Haldry", "2 days ago·Haldry", "a day ago · Haldry", "yesterday·Haldry"),
    "part": ("Coverage Details", "Bias Distribution", "Similar News Topics"),
    "box": ("Factuality", "Factuality Info Icon", "Ownership"),
    "shares": ("57% of the sources are Center", "57% Center", "100% Left"),
    "paywall": ("To view factuality data please Upgrade to Premium",),
    "sources": ("Sources are mostly out of Haldry (3)",),
    "blindspot": (
        "This story is a Blindspot for the Left",
        "blindspot for the Right",
        "This story has little coverage from Left-leaning sources",
    ),
    "others": ("Similar Stories", "MORE STORIES", "You may also like", "related coverage", "Trending news stories"),
    "noise": (
        "Skip to main content",
        "See every side of every news story",
        "Don't Just Read the News, Understand It.",
        "Complete News, Your Way.",
        "Get access to our best features",
        "New Year's Sale — 40% off Vantage",
        "Does this summary seem wrong?",
        "Think freely.",
        "Subscribe",
        "Subscriptions start at $9.99",
        "Ground News",
        "Not enough coverage to generate an Article Assistant.",
        "You have read 3 of 5 free daily articles.",
        "Join millions of well-informed readers today",
        "Caret Down Icon",
        "Close Icon",
        "Feed Dots Icon",
        "Info Icon",
        "Menu Icon",
        "Search Icon",
        "Section Icon",
        "Too Big Arrow Icon",
        "Blindspot Logo",
        "an hour ago",
        "just now",
        "yesterday",
    ),
    "first": ("CNN broke the news in Haldry, Sundrevay on Tuesday, June 2, 2026.",),
}


@pytest.mark.parametrize(("label", "text"), [(label, text) for label, texts in LABELS.items() for text in texts])
def test_lines_of_the_site_are_known_by_their_wording(label: str, text: str) -> None:
    assert label == label_of(text)


@pytest.mark.parametrize("text", ["The harbour opens", "Vessay opens its bank", "T", "Most of it", "+", "Öster"])
def test_other_lines_are_none_of_the_sites(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Insights by Ground AI",
        "• 57% of the sources are Center",
        "57% of the sources are Center",
        "To view ownership data please Upgrade to Vantage",
        "Total News Sources 24",
        "Sources are mostly out of Haldry (3)",
        "+2 Reposted by 2 other sources",
        "Reposted by 2 other sources",
        "18 Articles",
        "Published loading...Updated",
        "Bias Distribution",
        "Coverage Details",
        "Read Full Article",
        "CNN broke the news in Haldry, Sundrevay on Tuesday, June 2, 2026.",
    ],
)
def test_each_mark_of_a_story_page_proves_something(text: str) -> None:
    assert len([*marks_in(["The harbour opens", text])]) == 1
