"""Which of the open documents are résumés: those that a search of their folder would find.

An editor hands over every Markdown or LaTeX file that is opened, and a README is none of our business.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bulletcoach.inputs.contents import holds_resume, reads_like_resume
from bulletcoach.inputs.latex import latex_words
from bulletcoach.inputs.names import Says, holds_resumes, said_by
from bulletcoach.inputs.parts import read_in_by
from bulletcoach.inputs.words import file_words
from bulletcoach.server.opened import Opened

_ANY_NAME = ("latex", "typst")  # known by what they hold, whatever they are called
_MIXED = ("json", "yaml", "html")  # in a folder of résumés they may as well be settings, or the site round it
_FOLDERS_UP = 2
_MOST_LOOKED_INTO = 40


def is_resume(opened: Opened, format: str) -> bool:
    """Whether a document is a résumé, or a part of one, by its name, its folder's and what it holds."""
    words = file_words()
    file = opened.file
    among_resumes = file is not None and holds_resumes(file.parent.name, words)
    match said_by(opened.name if file is None else file.name, words, among_resumes=among_resumes):
        case Says.RESUME:
            return True
        case Says.OTHER:
            return False
        case Says.FOLDER if format not in _MIXED:
            return True
        case Says.NOTHING if format not in _ANY_NAME and file is not None:
            return False
    if format in (*_ANY_NAME, *_MIXED) and reads_like_resume(opened.text, format):
        return True
    return format == "latex" and file is not None and _is_part_of_resume(file)


def _is_part_of_resume(file: Path) -> bool:
    """Whether a LaTeX file near this one is a résumé that reads it in."""
    words = latex_words()
    here = os.path.realpath(file)
    return any(here in read_in_by(root, words) for root in _documents_near(file))


def _documents_near(file: Path) -> Iterator[Path]:
    """LaTeX files that hold a résumé, in the folder of a file and the next ones above it."""
    candidates = (one for folder in file.parents[: _FOLDERS_UP + 1] for one in sorted(folder.glob("*.tex")))
    for _, candidate in zip(range(_MOST_LOOKED_INTO), candidates, strict=False):
        try:
            if candidate != file and holds_resume(candidate, "latex"):
                yield candidate
        except OSError:
            continue
