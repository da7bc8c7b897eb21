"""The words of the shipped lexicon, and a short way to read an inline résumé."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from inline_resumes import Reader

from bulletcoach.errors import LexiconError
from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.records import LanguageEntry
from bulletcoach.model.document import Document
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.tomlfile import TomlFile

LEXICONS = Path(__file__).parents[2] / "lexicons"


@pytest.fixture(scope="session")
def words() -> ResumeWords:
    files = [read_lexicon_file(LEXICONS / f"{name}.toml") for name in ("resume", "keys", "latex", "typst")]
    return ResumeWords.of(
        [entry for file in files for entry in file.heading],
        [entry for file in files for entry in file.term],
        [entry for file in files for entry in file.macro],
    )


@pytest.fixture(scope="session")
def languages() -> list[LanguageEntry]:
    file = TomlFile.read(LEXICONS / "languages.toml", LexiconError)
    return [file.build(LanguageEntry, table, ("language", n)) for n, table in enumerate(file.data["language"])]


@pytest.fixture(scope="session")
def reading(words: ResumeWords) -> Reader:
    """Reads an inline résumé; indentation common to all its lines, and the first line break, do not count."""

    def read_inline(text: str) -> Document:
        return read(decode(dedent(text).removeprefix("\n").encode(), "resume.txt"), words)

    return read_inline
