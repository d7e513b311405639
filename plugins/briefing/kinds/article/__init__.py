"""Kind ``article``: an ordinary news article or press release, saved as a web page, Markdown or text."""

from briefing.kinds.article.kind import NAME, parse, recognise

__all__ = ["NAME", "parse", "recognise"]
