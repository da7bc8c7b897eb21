"""Résumés read, changed in memory, and written for the tests of the package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from bulletcoach.editing import apply, verified
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Source
from bulletcoach.readers import ResumeWords, decode, read

Change = Callable[[str, Mapping[int, str]], str]


@pytest.fixture(scope="session")
def words(lexicon: Lexicon) -> ResumeWords:
    return ResumeWords.of(lexicon.headings, lexicon.terms, lexicon.macros)


@pytest.fixture(scope="session")
def change(words: ResumeWords) -> Change:
    """`change("- Took calls", {0: "Answered calls"})`: the source with these bullets changed, checked. Or EditError."""

    def changed(text: str, changes: Mapping[int, str]) -> str:
        document = read(decode(text.encode(), "resume.txt"), words)
        return apply(document.source, verified(document, changes, partial(read, words=words))).text

    return changed


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A file of Windows making: CRLF, a blank at the end of a line, no line break at the end."""
    file = tmp_path / "resume.txt"
    file.write_bytes("EXPERIENCE\r\n\r\n- Took calls \r\n- Rán the desk".encode())
    return file


@pytest.fixture
def before(resume: Path) -> Source:
    return decode(resume.read_bytes(), str(resume))
