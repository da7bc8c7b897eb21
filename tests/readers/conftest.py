"""The words of the shipped lexicon, and a short way to read an inline résumé."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from inline_resumes import Reader

from bulletcoach.errors import LexiconError
from bulletcoach.lexicon.records import HeadingEntry, LanguageEntry, TermEntry
from bulletcoach.model.document import Document
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.tomlfile import TomlFile

LEXICONS = Path(__file__).parents[2] / "lexicons"


@pytest.fixture(scope="session")
def words() -> ResumeWords:
    file = TomlFile.read(LEXICONS / "resume.toml", LexiconError)
    headings = [file.build(HeadingEntry, table, ("heading", n)) for n, table in enumerate(file.data["heading"])]
    terms = [file.build(TermEntry, table, ("term", n)) for n, table in enumerate(file.data["term"])]
    return ResumeWords.of(headings, terms)


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
