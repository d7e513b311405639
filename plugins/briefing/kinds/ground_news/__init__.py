"""Kind ``ground-news-story``: a story page of Ground News, saved as text, Markdown or HTML in any layout."""

from briefing.kinds.ground_news.kind import NAME, parse, recognise

__all__ = ["NAME", "parse", "recognise"]
