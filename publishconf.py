"""Settings of the site that is uploaded: all of pelicanconf.py, and what publishing needs to know.

Build it with: python3 tasks.py build --settings publishconf.py
"""

import runpy
from pathlib import Path

# Run, not imported: an import would keep what the file said when it was first read.
_LOCAL = runpy.run_path(str(Path(__file__).with_name("pelicanconf.py")))
globals().update({name: value for name, value in _LOCAL.items() if name.isupper()})

SETTINGS_FILE = __file__
PUBLISHING = True

# The address at which readers will find the site, without a slash at its end: "https://briefing.example.org", or with
# a path, "https://example.github.io/briefing".
SITEURL = ""

# How much of others' text is sent out; it is others' right, so there is no default.
#   "facts"  headlines, outlets, links, facts, and quotations of at most 25 words
#   "short"  that, and the first 25 words of each summary point and excerpt
#   "full"   everything the saved pages say, word for word: only with leave of those whose words they are
RIGHTS = None

# The theme's static files stand in a folder that is named by what is in them, so that they can be kept for ever.
STATIC_HASHES = True

# Each published story has a picture that stands for it where it is linked to: headline, leaning, the site's name.
STORY_IMAGES = True

# Drafts stay at home.
DRAFT_SAVE_AS = ""
DRAFT_LANG_SAVE_AS = ""
