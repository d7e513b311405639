"""Documents to posts: which are new, changed, saved again or edited by hand, and the writing of those that may be.

A post that a person edited is never overwritten, and nothing is ever deleted. This is the one place that reads a
clock; what it takes is written into the post once. What takes long to import is imported where it is needed: mostly
there is nothing to do.
"""

from briefing.convert.options import Options, Take
from briefing.convert.run import by_settings, convert

__all__ = ["Options", "Take", "by_settings", "convert"]
