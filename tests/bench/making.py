"""Posts for the benchmark's own tests."""

from __future__ import annotations

from tests.bench.posts import Post, parse_post

TEXT = """\
---
title: "Åsvik: its well reopens"
date: 2026-06-03
added: 2026-06-05T06:30:00+00:00
tags: Peat law; Salt;
slug: asvik-its-well-reopens-0a1b2c
---

<!-- summary points -->
## In short

- Åsvik said "at last". <!-- 6 -->
- The well is deep. <!-- 7 -->
"""


def make_post(**changes: str) -> Post:
    """Return a post whose text has other values after some keys."""
    text = TEXT
    for key, value in changes.items():
        before = next(line for line in TEXT.splitlines() if line.startswith(f"{key}: "))
        text = text.replace(before, f"{key}: {value}")
    return parse_post(text)
