"""All feeds of a site in one file, which feed readers import: OPML 2.0 (http://opml.org/spec2.opml)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from feeds.channel import Channel
    from feeds.site import Site


def opml(site: Site, channels: Iterable[Channel]) -> str:
    """Return the list of a site's feeds as an XML document in UTF-8, lines ended by LF.

    Each is named as it names itself, and all stand in one folder of the site's name: so whoever imports the list can
    also be rid of it in one go. It has no date: the same feeds give the same bytes.

    Args:
        site: where the feeds are from.
        channels: the feeds, in any order; the one of the whole site comes first, for its name begins those of all.

    """
    document = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(document, "head"), "title").text = site.name
    folder = etree.SubElement(etree.SubElement(document, "body"), "outline", text=site.name, title=site.name)
    for channel in sorted(channels, key=lambda one: (one.title.casefold(), one.title, one.address)):
        etree.SubElement(
            folder,
            "outline",
            type="rss",  # of Atom too: what it means is a feed to subscribe to
            text=channel.title,
            title=channel.title,
            xmlUrl=channel.address,
            htmlUrl=channel.link,
        )
    written = etree.tostring(document, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written.decode("utf-8")
