"""What files of the site are made of: an owner is one of these, mostly with a name after it (``day 2026-06-02``)."""

from __future__ import annotations

STORY = "story"  # a post, by its file's name
FEED = "feed"  # of ``all``, or of ``topic sea``
SITEMAP = "sitemap"  # ``index``, ``news``, ``pages``, or a part such as ``stories 3``
FEED_LIST = f"{FEED} list"  # of all feeds
PELICAN = "pelican"  # what goes through it: pages and static files
ROOT = "root"  # a file for programs at the site's root, made of settings alone
