"""What must be known of LaTeX to tell résumés and their parts: the commands of lexicons/latex.toml by their roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.shipped import shipped_lexicons
from bulletcoach.model.document import SectionKind
from bulletcoach.readers.words import unhyphened

_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_WITH_ARGUMENT = re.compile(r"\\([A-Za-z]+)\*?\s*\{([^{}\n]{1,300})\}(?:\s*\{([^{}\n]{1,300})\})?")
_BARE_INPUT = re.compile(r"\\input[ \t]+([^\s{}\\]{1,300})")
_OF_RESUMES = frozenset({"bullet", "labelled", "entry"})


class LatexWords(Struct, frozen=True):
    """Commands of résumé templates, commands of headings, and those that read files in with what their arguments are.

    `sections` are the usual headings of résumés with their kinds.
    """

    of_resumes: frozenset[str]
    headings: frozenset[str]
    inclusions: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, SectionKind]

    def kind(self, title: str) -> SectionKind | None:
        """The kind of section that a heading stands for, if it is a usual one."""
        return self.sections.get(unhyphened(title))


@cache
def latex_words() -> LatexWords:
    """The shipped words. Raises LexiconError where they are missing."""
    folder = shipped_lexicons()
    macros = [entry for entry in read_lexicon_file(folder / "latex.toml").macro if entry.language == "latex"]
    headings = read_lexicon_file(folder / "resume.toml").heading
    return LatexWords(
        of_resumes=frozenset(name for entry in macros if entry.role in _OF_RESUMES for name in entry.names),
        headings=frozenset(name for entry in macros if entry.role == "heading" for name in entry.names),
        inclusions={name: entry.arguments for entry in macros if entry.role == "include" for name in entry.names},
        sections={unhyphened(title): SectionKind(entry.kind) for entry in headings for title in entry.titles},
    )


def without_comments(text: str) -> str:
    return _COMMENT.sub("", text)


def inclusions(text: str, words: LatexWords) -> Iterator[tuple[str, str]]:
    """The files that `text` reads in: a folder, mostly empty, and a name, as they are written."""
    for command, first, second in _WITH_ARGUMENT.findall(text):
        if command in words.inclusions:
            two = len(words.inclusions[command]) > 1 and second
            yield (first.strip(), second.strip()) if two else ("", first.strip())
    for name in _BARE_INPUT.findall(text):
        yield "", name
