"""``lines``: the lines of a document with their numbers, to which evidence points."""

from __future__ import annotations

from pathlib import Path

from briefing import documents
from commands import settings as site
from commands.exits import CommandError, Exit
from commands.options import Places
from commands.terminal import Terminal


def run(places: Places, name: str | None) -> int:
    """Print the lines of a document and return the exit code.

    Lines that would tell about the person who saved the page are left out, as everywhere.

    Args:
        places: files and folders given by hand.
        name: the document's path, also below the documents folder.

    Raises:
        CommandError: there is no such document, or it cannot be read.
    """
    if name is None:
        message = "lines needs a document: lines content/documents/health/page.html"
        raise CommandError(message, Exit.WRONG_USE)
    settings = site.read_own(places)
    candidates = (Path(name), Path(settings["DOCUMENTS_PATH"]) / name)
    path = next((path for path in candidates if path.is_file()), None)
    if path is None:
        message = f"There is no document {name!r}."
        raise CommandError(message, Exit.WRONG_USE)
    try:
        document = documents.read(path, settings["DOCUMENT_MAX_BYTES"])
    except documents.DocumentError as error:
        message = f"{name} {error}."
        raise CommandError(message, Exit.FAILED) from error
    terminal = Terminal()
    width = len(str(document.lines[-1].number)) if document.lines else 1
    for line in document.lines:
        terminal.say(f"{line.number:>{width}}  {line.text}")
    return Exit.DONE
