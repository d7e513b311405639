"""Tests, and ``python -m tests.quality``, ``tests.fuzz`` and ``tests.artwork``, run from the project's folder."""

import sys
from pathlib import Path

# Commands find the project's packages as tests do, by pytest's "pythonpath".
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "plugins"))
