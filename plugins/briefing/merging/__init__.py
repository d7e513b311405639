"""Three-way merge of a post: the story as it was written, as an editor left it, and as its changed document tells it.

Stories are merged, not lines of text: a post's footnotes are numbered anew whenever anything changes. What one side
left alone is as the other has it; what both changed in different ways is a conflict, which the editor settles.
"""

from briefing.merging.decisions import DOCUMENT, MINE, Conflict
from briefing.merging.describing import describe
from briefing.merging.stories import Merged, merge

__all__ = ["DOCUMENT", "MINE", "Conflict", "Merged", "describe", "merge"]
