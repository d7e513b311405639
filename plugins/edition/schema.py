"""The JSON Schema of a story, as it is published at ``schema/story.json``."""

from __future__ import annotations

import json
from pathlib import Path

from edition.data import Data, address

PATH = "schema/story.json"

_SOURCE = Path(__file__).with_name("story.schema.json")


def story_schema(site_url: str) -> Data:
    """Return the schema (JSON Schema 2020-12) with its address on this site as ``$id``; without an address, none."""
    schema: Data = json.loads(_SOURCE.read_text(encoding="utf-8"))
    return {"$schema": schema.pop("$schema")} | ({"$id": address(site_url, PATH)} if site_url else {}) | schema


def to_bytes(schema: Data) -> bytes:
    """Return the schema as JSON for people to read."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
