"""A folder of files by their names, and what fixing them is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bulletcoach.fixing import Fixed

Fix = Callable[..., list[Fixed]]
HEAD = "EXPERIENCE\n\nPorter, Hotel Marisol\nJan 2019 – Mar 2021\n\n"


class Texts:
    """`folder["a.txt"] = "…"` writes a file, `folder["a.txt"]` reads it; line breaks as they stand."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __setitem__(self, name: str, text: str) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def __getitem__(self, name: str) -> str:
        return (self.path / name).read_bytes().decode()
