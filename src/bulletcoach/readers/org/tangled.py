"""A résumé inside an Org file: blocks of Typst, LaTeX or HTML, tangled to a file of their own or exported as they are.

What stands round a source block with a résumé in it are its writer's notes. The block is read by the reader of its
language, from a source in which everything else is blank, so that all offsets are those of the Org file.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document, Source
from bulletcoach.readers.formats import reader
from bulletcoach.readers.org.signs import BEGIN, END
from bulletcoach.readers.source_lines import source_lines
from bulletcoach.readers.words import ResumeWords

LANGUAGES = {"typst": "typst", "typ": "typst", "latex": "latex", "tex": "latex", "html": "html"}
_NOT_A_BREAK = re.compile(r"[^\r\n]")


def tangled(source: Source, words: ResumeWords, block: str = "src") -> Document | None:
    """The résumé in the blocks called `block`; None where they hold none.

    The `quoting` of its bullets begins with the name of their language and a colon.
    """
    if f"#+begin_{block}" not in source.text.casefold():
        return None
    for language in dict.fromkeys(LANGUAGES.values()):
        text = _alone(source.text, block, language)
        if text is None:
            continue
        try:
            document = reader(language).read(replace(source, text=text), words)
        except InputError:
            continue
        if any(entry.bullets for _, entry in document.judged_entries()):
            return _as_org(document, source, language)
    return None


def _alone(text: str, block: str, language: str) -> str | None:
    """`text` with blanks for all that is in no such block of `language`; None where there is no such block."""
    kept: list[str] = []
    at, inside, found = 0, False, False
    for line in source_lines(text):
        if inside and (end := END.match(line.text)) and end[1].casefold() == block:
            inside = False
        piece = text[at : line.end] if inside else _NOT_A_BREAK.sub(" ", text[at : line.end])
        kept.append(piece)
        at = line.end
        begin = BEGIN.match(line.text)
        if begin and begin[1].casefold() == block and LANGUAGES.get(begin[2].casefold()) == language:
            inside = found = True
    kept.append(_NOT_A_BREAK.sub(" ", text[at:]))
    return "".join(kept) if found else None


def _as_org(document: Document, source: Source, language: str) -> Document:
    sections = tuple(
        replace(
            section,
            entries=tuple(
                replace(
                    entry,
                    bullets=tuple(replace(each, quoting=f"{language}:{each.quoting}") for each in entry.bullets),
                )
                for entry in section.entries
            ),
        )
        for section in document.sections
    )
    return replace(document, source=source, format="org", sections=sections)
