"""Facts in few words, as the expectations beside the test documents write them."""

from __future__ import annotations

import dataclasses
from typing import Any

from briefing.story import Facts, Field, FirstReport, Sides


def plain(facts: Facts) -> dict[str, Any]:
    """Return what is said: "value @lines" or "locked @lines" for a field; what is absent is left out."""
    values = ((attribute.name, _plain(getattr(facts, attribute.name))) for attribute in dataclasses.fields(facts))
    return {name: value for name, value in values if value}


def _plain(value: Any) -> Any:
    if isinstance(value, Field):
        return f"{value.value if value.stated else value.state} @{value.lines}" if value.evidence else None
    if isinstance(value, Sides | FirstReport):
        parts = {part.name: _plain(getattr(value, part.name)) for part in dataclasses.fields(value)}
        return {name: part for name, part in parts.items() if part}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        said = {part.name: getattr(value, part.name) for part in dataclasses.fields(value)}
        lines = said.pop("lines", None)
        said.pop("origin", None)
        texts = {name: str(text) if name == "date" else text for name, text in said.items() if text or text == 0}
        texts = {
            name: list(text) if isinstance(text, tuple) else text for name, text in texts.items() if text is not False
        }
        if not texts:
            return None
        return f"{texts['text']} @{lines}" if list(texts) == ["text"] else {**texts, "lines": str(lines)}
    return value
