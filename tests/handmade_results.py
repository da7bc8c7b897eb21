"""Results made by hand, for reports: a résumé that is read, not judged, with findings put on its bullets."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from bulletcoach.config import Settings
from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.model.document import Source
from bulletcoach.model.finding import Applicability, Finding, Fix, Severity, TextEdit
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.report.repository import Repository
from bulletcoach.run import Checked

HERE = Repository(Path())
HOSTILE = "Ran ::error::x, ##[error]y, 50% of {0} <b>&amp; [a](http://x) \x1b[31mred\u202e ]]>\ufffe"


def finding(bullet: int, start: int, end: int, /, **other: Any) -> Finding:
    """A finding about a stretch of a bullet; `other` replaces what it would say."""
    said = {"code": "BC101", "name": "duty-opener", "message": "opens with a duty", "advice": "Say what you did"}
    return Finding(**{**said, "severity": Severity.ERROR, "span": Span(start, end), "bullet": bullet, **other})


def fix(*edits: tuple[int, int, str], title: str = "Leave out “Also”") -> Fix:
    return Fix(Applicability.SAFE, title, tuple(TextEdit(Span(start, end), text) for start, end, text in edits))


def checked(
    text: str | bytes, *findings: Finding, path: str = "cv.txt", settings: Settings | None = None, **other: Any
) -> Checked:
    """The result for a résumé with these findings."""
    source = decode(text if isinstance(text, bytes) else text.encode(), path)
    return Checked(FileResult(path, read(source, _words()), "en", findings=findings, **other), settings or Settings())


def unreadable(path: str = "gone.txt") -> Checked:
    return Checked(FileResult(path, errors=(f"{path}: no such file or folder",)), Settings())


def on_parts(name: str, positions: Any, *findings: Finding) -> Checked:
    """The result for a file without columns: its places are pages or paragraphs."""
    from msgspec.structs import replace

    one = checked("- Also ran the desk\n- Answered calls\n", *findings, path=name)
    assert one.result.document is not None
    source = Source(name, b"", one.result.document.source.text, encoding="")
    document = replace(one.result.document, source=source, positions=positions, pages=(0,))
    return Checked(replace(one.result, document=document), one.settings)


def written(write: Callable[..., None], *results: Checked, **options: Any) -> str:
    """What a report writes."""
    out = io.StringIO()
    write(results, out, **options)
    return out.getvalue()


@cache
def _words() -> ResumeWords:
    lexicon = load_lexicon()
    return ResumeWords.of(lexicon.headings, lexicon.terms, lexicon.macros)
