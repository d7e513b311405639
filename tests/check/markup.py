"""The HTML of all pages, by the Nu Html Checker (https://validator.github.io/validator/)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.check.pages import all_pages
from tests.installing import NotInstalledError, install_by_npm

_PACKAGE = "vnu-jar@26.9.27"


def checker() -> tuple[str, ...]:
    """Return the command that runs the checker, installed.

    :raises NotInstalledError: if it cannot be, or there is no Java
    """
    java = shutil.which("java")
    if java is None:
        message = "Java is not on this machine"
        raise NotInstalledError(message)
    jar = install_by_npm("vnu", (_PACKAGE,)) / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return (java, "-Xss4m", "-jar", str(jar))


def problems(output: Path) -> Iterator[str]:
    """Yield all errors and warnings, a line each, with the page below the folder.

    :raises NotInstalledError: as :func:`checker`
    """
    command = (*checker(), "--format", "json", "--exit-zero-always", *map(str, all_pages(output)))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    for message in json.loads(done.stderr or done.stdout)["messages"]:
        page = Path(message.get("url", "").removeprefix("file:")).relative_to(output).as_posix()
        yield f"{message['type']}: {page}, line {message.get('lastLine', '?')}: {message['message']}"
