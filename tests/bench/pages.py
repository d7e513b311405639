"""Makes a saved web page of an invented story, as large as real ones are: most of it is script data."""

from __future__ import annotations

import json

from tests.bench.documents import make_document

_CARD = """<div id="article-summary"><div><a id="article-source-info-{n}" href="/interest/outlet-{n}"><div>\
<img alt="Outlet {n}"/><span>Outlet {n}</span></div></a><a id="article-source-bias-{n}"><div>Center</div></a>\
<button type="button"><div>Factuality</div></button><button type="button"><div>Ownership</div></button></div>\
<a href="https://outlet-{n}.example/story"><h4>{headline}</h4></a>\
<a href="https://outlet-{n}.example/story"><p>{text}</p></a><div><span><time dateTime="2026-06-02T0{hour}:00:00.000Z">\
{hour} hours ago</time></span><span>·</span><span>Aldersea, Wendmark</span></div><span>Read Full Article</span></div>
"""
_PAGE = """<!DOCTYPE html><html lang="en"><head><title>{headline}</title>\
<link rel="canonical" href="https://ground.news/article/a-made-story"/>\
<meta property="og:title" content="{headline}"/>\
<meta property="article:published_time" content="2026-06-02T09:00:00.000Z"/></head><body>\
<nav><a href="/">Home</a><a href="/local">Local</a></nav><h1>{headline}</h1><ul>{points}</ul>\
<p>Insights by Ground AI</p><section><h2>{count}<!-- --> Articles</h2>{cards}</section>\
<aside><h3>Bias Distribution</h3><ul><li>46<!-- -->% <!-- -->of the sources are<!-- --> Center</li></ul>\
<div style="width:27%">L 27%</div><div style="width:46%">C 46%</div><div style="width:27%">R 27%</div></aside>\
<script>self.__next_f.push({data})</script></body></html>
"""


def make_page(size: int) -> str:
    """Return a page of about ``size`` characters, with 60 articles."""
    _, text = make_document(1)
    headline, *lines = [line.strip(" •-") for line in text.splitlines() if "Skip to" not in line and line.strip()][1:]
    points = "".join(f"<li>{line}</li>" for line in lines[:5])
    cards = "".join(_CARD.format(n=n, headline=f"{headline}, part {n}", text=lines[1], hour=n % 10) for n in range(60))
    values = {"headline": headline, "points": points, "count": 60, "cards": cards}
    filler = json.dumps(text) * (size // len(text))
    page = _PAGE.format(data=filler, **values)
    return (
        page[: page.index(filler)]
        + filler[: size - (len(page) - len(filler))]
        + page[page.index(filler) + len(filler) :]
    )
