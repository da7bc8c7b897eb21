"""LaTeX files that others read in: “experience.tex” is checked where “cv.tex” has its \\input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from bulletcoach.inputs.endings import format_of_name
from bulletcoach.inputs.given import Input, InputProblem

if TYPE_CHECKING:
    from bulletcoach.inputs.copies import Candidate
    from bulletcoach.inputs.latex import LatexWords

_ENOUGH = 1_000_000  # bytes of a file
_MOST_FILES = 200  # of one résumé
_ROOT = "\\documentclass"


def parts(candidates: Iterable[Candidate]) -> Mapping[Candidate, Candidate]:
    """The LaTeX files among the candidates that another one reads in, each with that one."""
    latex = {os.path.realpath(one.file): one for one in candidates if one.format == "latex"}
    found: dict[Candidate, Candidate] = {}
    if len(latex) < 2:
        return found
    from bulletcoach.inputs.latex import latex_words

    words = latex_words()
    for root in latex.values():
        if root not in found and _ROOT in _text(root.file):
            read_in = (latex[path] for path in read_in_by(root.file, words) if path in latex)
            found.update({part: root for part in read_in if part != root})
    return found


def without_parts(inputs: Iterable[Input | InputProblem]) -> list[Input | InputProblem]:
    """The inputs without LaTeX files that another one of them reads in: their bullets are that one's."""
    found = list(inputs)
    files = [(one, one.file) for one in found if isinstance(one, Input) and one.file is not None]
    latex = [(one, file) for one, file in files if format_of_name(file.name) == "latex"]
    if len(latex) < 2:
        return found
    from bulletcoach.inputs.copies import Candidate

    candidates = {Candidate(one.path, file, "latex", PurePath(one.path)): one for one, file in latex}
    read_in = {candidates[part] for part in parts(candidates)}
    return [one for one in found if one not in read_in]


def read_in_by(root: Path, words: LatexWords) -> Iterator[str]:
    """The real paths of the files that `root` reads in, and of those that they do."""
    from bulletcoach.inputs.latex import inclusions

    seen = {os.path.realpath(root)}
    waiting = [root]
    while waiting and len(seen) < _MOST_FILES:
        file = waiting.pop()
        for folder, name in inclusions(_text(file), words):
            for place in dict.fromkeys((root.parent, file.parent)):
                path = os.path.realpath(place / folder / (name if Path(name).suffix else f"{name}.tex"))
                if path not in seen and os.path.isfile(path):  # noqa: PTH113 - a string already
                    seen.add(path)
                    waiting.append(Path(path))
                    yield path


def _text(file: Path) -> str:
    """The beginning of a file without comments; nothing where it cannot be read."""
    from bulletcoach.inputs.latex import without_comments

    try:
        with file.open("rb") as stream:
            return without_comments(stream.read(_ENOUGH).decode("utf-8", "replace"))
    except (OSError, ValueError):
        return ""
