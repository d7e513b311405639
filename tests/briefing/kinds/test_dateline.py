"""A dateline's place, agency and day are told from other words before a dash."""

from __future__ import annotations

import datetime

import pytest

from briefing.kinds.article.dateline import Dateline, read_dateline

DAY = datetime.date(2026, 6, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ALDERSEA (CNN) — The harbour", Dateline("ALDERSEA", "CNN", None)),
        ("ALDERSEA (Reuters) - The harbour", Dateline("ALDERSEA", "Reuters", None)),
        ("PORT ELLIS, Sundrey (AP) -- The harbour", Dateline("PORT ELLIS, Sundrey", "AP", None)),
        ("ALDERSEA/BRINMOUTH, 3 March (Reuters) - The", Dateline("ALDERSEA/BRINMOUTH", "Reuters", None)),
        ("Aldersee (dpa) - Der Hafen", Dateline("Aldersee", "dpa", None)),
        ("ALDERSEA, 2 jun. (EUROPA PRESS) - El", Dateline("ALDERSEA", "EUROPA PRESS", None)),
        ("ALDERSEA (Coast FM) — The harbour", Dateline("ALDERSEA", None, None)),
        ("ALDERSEA – The harbour", Dateline("ALDERSEA", None, None)),  # noqa: RUF001
        ("ALDERSEA, Wend. -- The harbour", Dateline("ALDERSEA, Wend.", None, None)),
        ("NEW YORK, June 2, 2026 /PRNewswire/ -- Aldersea Foods", Dateline("NEW YORK", None, DAY)),
        ("Aldersea, Wend., June 2, 2026 /PRNewswire-PRWeb/ -- A", Dateline("Aldersea, Wend.", None, DAY)),
        ("ALDERSEA, June 02, 2026 (GLOBE NEWSWIRE) -- Aldersea Foods", Dateline("ALDERSEA", None, DAY)),
        ("ALDERSEA--(BUSINESS WIRE)--Aldersea Foods", Dateline("ALDERSEA", None, None)),
        ("ALDERSEA, WM / ACCESSWIRE / June 2, 2026 / Aldersea Foods", Dateline("ALDERSEA, WM", None, DAY)),
        ("The mayor (Labour) - nobody else - said", None),
        ("WATCH — The harbour opens", None),
        ("UNESCO — the body for culture — said", None),
        ("A – B", None),  # noqa: RUF001
        ("Aldersea – The harbour", None),  # noqa: RUF001
        ("", None),
    ],
)
def test_a_dateline_is_read(text: str, expected: Dateline | None) -> None:
    assert expected == read_dateline(text)


@pytest.mark.parametrize("piece", ["A", "A ", "A. B, ", "A-", "A/", "AB, June 2 ", "("])
def test_a_long_text_is_no_dateline_and_takes_no_time(piece: str) -> None:
    assert read_dateline(piece * 50_000) is None
