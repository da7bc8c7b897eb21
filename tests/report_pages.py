"""Pages of a report, compared with golden files. BULLETCOACH_UPDATE_GOLDEN=1 writes those anew: read the diff."""

from __future__ import annotations

import os
import re
from pathlib import Path

from bulletcoach import __version__

_GOLDEN = Path(__file__).parent / "report" / "golden"


def golden(name: str, text: str) -> None:
    """Compare a page with the file of this name. The style is a file of its own, and the version changes."""
    text = re.sub(r"<style>.*?</style>", "<style>…</style>", text, flags=re.DOTALL).replace(__version__, "VERSION")
    file = _GOLDEN / name
    if os.environ.get("BULLETCOACH_UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")
