"""A story as data: the ``index.json`` beside its page, as ``story.schema.json`` describes it.

Every key is always there, in the order of the schema. What an editor gave has no lines; what the site's ``RIGHTS``
hold back is null and keeps its lines.
"""

from __future__ import annotations

import datetime
import json
import re
from typing import Any
from urllib.parse import quote

from briefing.leaning import SIDES
from briefing.story import Card, Document, Field, FirstReport, Lines, Passage, Save, Sides, State, Story

FORMAT = 1

Data = dict[str, Any]

# RFC 3339, section 5.6; whether there is such a day is for datetime to say.
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(rf"{_DAY.pattern}T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")


def to_bytes(data: Any) -> bytes:
    """Return data as JSON in UTF-8: compact, since there is a file beside every page, and ended by a line feed."""
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def address(site_url: str, path: str) -> str:
    """Return the whole address of a path below the site's root."""
    return f"{site_url.rstrip('/')}/{quote(path)}"


def story_data(story: Story, *, path: str, site_url: str, rights: str) -> Data:
    """Return what ``index.json`` says of a story.

    :param story: the story, already held to ``rights``
    :param path: of its page, from the site's root
    """
    return {
        "format": FORMAT,
        "rights": rights,
        "id": story.id,
        "url": address(site_url, path),
        "path": path,
        "title": story.title.text or None,
        "title_lines": _lines(story.title.lines),
        "date": story.date.isoformat(),
        "date_from": story.date_from.value,
        "added": rfc3339(story.added),
        "modified": story.modified and rfc3339(story.modified),
        "language": story.language,
        "category": story.category,
        "topics": list(story.topics),
        "document": _document(story.document),
        "published": _dated(story.published),
        "updated": _dated(story.updated),
        "standfirst": _standfirst(story.standfirst),
        "summary": [{"text": passage.text, "lines": _lines(passage.lines)} for passage in story.summary],
        "summary_form": story.summary_form,
        "summary_by": _field(story.summary_by),
        "side_summaries": {side: _text(field) for side, field in _sides(story.side_summaries)},
        "articles": _field(story.articles),
        "bias": {side: _field(field) for side, field in _sides(story.bias)},
        "counts": {side: _field(field) for side, field in _sides(story.counts)},
        "first_report": _first_report(story.first_report),
        "sources_from": _field(story.sources_from),
        "factuality": _field(story.factuality),
        "ownership": _field(story.ownership),
        "blindspot": _field(story.blindspot),
        "byline": _field(story.byline),
        "outlet": _field(story.outlet),
        "dateline": _field(story.dateline),
        "address": _field(story.address),
        "page_topics": _page_topics(story.page_topics),
        "coverage": [_card(card) for card in story.coverage],
        **_picked_out(story),
        "corrections": [{"date": note.date.isoformat(), "text": note.text} for note in story.corrections],
        "history": [_save(save) for save in story.history],
    }


def _save(save: Save) -> Data:
    """Return an earlier save; lines are those of its own document."""
    return {
        "document": _document(save.document),
        "title": save.title.text or None,
        "title_lines": _lines(save.title.lines),
        "published": _dated(save.published),
        "updated": _dated(save.updated),
        "articles": _field(save.articles),
        "bias": {side: _field(field) for side, field in _sides(save.bias)},
        "counts": {side: _field(field) for side, field in _sides(save.counts)},
        "first_report": _first_report(save.first_report),
        "address": _field(save.address),
    }


def _picked_out(story: Story) -> Data:
    """Return what was picked out of standfirst and summary."""
    return {
        "quotes": [
            {
                "text": quotation.text,
                "speaker": quotation.speaker,
                "role": quotation.role,
                "origin": quotation.origin.value,
                "lines": _lines(quotation.lines),
            }
            for quotation in story.quotes
        ],
        "people": [
            {"name": person.name, "role": person.role, "origin": person.origin.value, "lines": _lines(person.lines)}
            for person in story.people
        ],
        "organisations": [
            {"name": body.name, "origin": body.origin.value, "lines": _lines(body.lines)}
            for body in story.organisations
        ],
        "dates": [
            {"text": written.text, "date": written.date.isoformat(), "lines": _lines(written.lines)}
            for written in story.dates
        ],
        "figures": [{"text": figure.text, "lines": _lines(figure.lines)} for figure in story.figures],
    }


def _lines(lines: Lines | None) -> list[int] | None:
    return [lines.first, lines.last] if lines else None


def rfc3339(moment: datetime.datetime) -> str:
    """Return a moment as RFC 3339 has it, whose offsets know no seconds."""
    offset = moment.utcoffset() or datetime.timedelta()
    return (moment.astimezone(datetime.UTC) if offset.total_seconds() % 60 else moment).isoformat()


def _document(document: Document | None) -> Data | None:
    if document is None:
        return None
    sha256 = document.sha256 if _SHA256.fullmatch(document.sha256) else None
    return {"name": document.name, "sha256": sha256, "kind": document.kind or None}


def _sides(sides: Sides[Field[Any]]) -> list[tuple[str, Field[Any]]]:
    return [(side, getattr(sides, side)) for side in SIDES]


def _field(field: Field[Any]) -> Data:
    return {
        "state": field.state.value,
        "value": field.value if field.stated else None,
        "lines": _lines(field.lines),
        "origin": field.origin.value if field.origin and field.state is not State.ABSENT else None,
        "page": field.page and _page(field.page),
    }


def _page(field: Field[Any]) -> Data:
    return {
        "state": field.state.value,
        "value": field.value if field.stated else None,
        "lines": _lines(field.lines),
    }


def _dated(field: Field[str]) -> Data:
    """Return a field whose value is a day or a moment; a text that is neither, as an editor may give, is unknown."""
    date = _if_form(field.value, _DAY, _MOMENT) if field.stated else None
    return {"state": field.state.value, "date": date, "lines": _lines(field.lines)}


def _if_form(text: str | None, *forms: re.Pattern[str]) -> str | None:
    """Return a text if it is a day or a moment that there is, in one of the forms."""
    if not text or not any(form.fullmatch(text) for form in forms):
        return None
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return text


def _text(field: Field[str]) -> Data:
    return {"state": field.state.value, "text": field.value if field.stated else None, "lines": _lines(field.lines)}


def _page_topics(field: Field[tuple[str, ...]]) -> Data:
    value = list(field.value or ()) if field.stated else None
    return {"state": field.state.value, "value": value, "lines": _lines(field.lines)}


def _standfirst(passage: Passage | None) -> Data:
    if passage is None:
        return {"state": State.ABSENT.value, "text": None, "lines": None}
    return {"state": State.STATED.value, "text": passage.text, "lines": _lines(passage.lines)}


def _first_report(report: FirstReport) -> Data:
    """Return who reported first. Where no outlet is named, the lines are those of what else is known."""
    known = [field for field in (report.outlet, report.place, report.date) if field.state is not State.ABSENT]
    date = report.date.value if report.date.stated else None
    return {
        "state": report.outlet.state.value,
        "outlet": report.outlet.value if report.outlet.stated else None,
        "place": report.place.value if report.place.stated else None,
        "date": date and date.isoformat(),
        "lines": _lines(known[0].lines) if known else None,
    }


def _card(card: Card) -> Data:
    return {
        "outlet": card.outlet,
        "bias": card.bias,
        "headline": card.headline,
        "excerpt": card.excerpt,
        "excerpt_cut": card.excerpt_cut,
        "place": card.place,
        "reposts": card.reposts,
        "reposted_by": list(card.reposted_by),
        "url": card.url,
        "time": _if_form(card.time, _MOMENT),
        "lines": _lines(card.lines),
    }
