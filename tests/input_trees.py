"""Folders made for a test, and what a search of them finds and tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletcoach.inputs import Input, InputProblem, find_inputs


@dataclass(frozen=True)
class Found:
    """The files that were found, the problems and the notes; paths as seen from the test's folder."""

    files: list[str]
    problems: list[str]
    notes: list[str]


@dataclass(frozen=True)
class Tree:
    """A folder of its own for a test."""

    top: Path

    def add(self, files: Mapping[str, str] | Iterable[str]) -> None:
        """Write files; those given by their names alone hold one bullet."""
        named = files if isinstance(files, Mapping) else dict.fromkeys(files, "- Built a shed\n")
        for name, text in named.items():
            (self.top / name).parent.mkdir(parents=True, exist_ok=True)
            (self.top / name).write_text(text, encoding="utf-8")

    def search(self, *paths: str) -> Found:
        """What `paths` in the folder, or all of it, stand for."""
        notes: list[str] = []
        results = list(find_inputs([str(self.top / path) for path in paths or (".",)], on_skipped=notes.append))
        files = [Path(one.path).relative_to(self.top).as_posix() for one in results if isinstance(one, Input)]
        problems = [self._plain(one.message) for one in results if isinstance(one, InputProblem)]
        return Found(files, problems, [self._plain(note) for note in notes])

    def _plain(self, message: str) -> str:
        return message.replace(str(self.top / "x")[:-1], "").replace("\\", "/")
