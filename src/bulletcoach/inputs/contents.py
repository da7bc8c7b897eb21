"""Whether a file holds a résumé, by a look at its beginning: its template, its commands, its headings or keys.

Asked where the name does not settle it: for a LaTeX or Typst file of any name, and for data and pages that lie in a
folder of résumés beside its settings.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from bulletcoach.inputs.latex import LatexWords, inclusions, latex_words, without_comments
from bulletcoach.inputs.words import FileWords, file_words, has_any, in_words
from bulletcoach.model.document import SectionKind

_HEAD = 32_768
_MAIN = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION})
# What papers, manuals and settings have as well.
_NOT_TELLING = frozenset(
    {
        SectionKind.SUMMARY, SectionKind.PUBLICATIONS, SectionKind.REFERENCES, SectionKind.CONTACT, SectionKind.UNKNOWN,
    }
)  # fmt: skip

_DOCUMENT = re.compile(r"\\document(?:class|style)\b")
_CLASS = re.compile(
    r"\\(?:documentclass|documentstyle|usepackage)\s{0,20}(?:\[[^]]{0,500}\])?\s{0,20}\{([^{}]{1,500})\}"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_HEADED = re.compile(r"\\([A-Za-z]+)\*?\s*\{(?:\\[A-Za-z]+\s*)*([^{}\\]{1,80})")
_TYPST_SHOW = re.compile(r"^#show\b", re.MULTILINE)
_TYPST_IMPORT = re.compile(r'^#import\s+"([^"\n]{1,200})"', re.MULTILINE)
_TYPST_TITLE = re.compile(r"""^(?:=+[ \t]+([^\n]{1,80})|\#\w*[sS]ection\(\s*["\[]([^"\]\n]{1,80}))""", re.MULTILINE)
_PAGE_TITLE = re.compile(r"<h[1-6](?:\s[^<>]{0,300})?>(.{1,200}?)</h[1-6]", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,300}>")
_JSON_KEY = re.compile(r'"([^"\\\n]{1,60})"\s*:')
# What report.html writes into the head of its pages.
_REPORT = b'<meta name="generator" content="bulletcoach '
_YAML_KEY = re.compile(r"""^[ \t]*(?:-[ \t]+)?["']?([^\s:"'#-][^:"'#\n]{0,60}?)["']?[ \t]*:(?:\s|$)""", re.MULTILINE)


def holds_resume(file: Path, format: str) -> bool:
    """Whether a LaTeX, Typst, HTML, JSON or YAML file holds one. Raises OSError where it cannot be read."""
    with file.open("rb") as stream:
        data = stream.read(_HEAD)
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    return reads_like_resume(data.decode(encoding, "replace"), format)


def is_report(file: Path) -> bool:
    """Whether a file is a page of our own report on a résumé, which is none. Raises OSError where it cannot be read."""
    with file.open("rb") as stream:
        return _REPORT in stream.read(_HEAD)


def reads_like_resume(text: str, format: str) -> bool:
    """Whether the beginning of a file is that of a résumé."""
    files, latex = file_words(), latex_words()
    match format:
        case "latex":
            return _is_latex(without_comments(text), files, latex)
        case "typst":
            return _TYPST_SHOW.search(text) is not None and (
                any(_is_template(path.partition(":")[0], files) for path in _TYPST_IMPORT.findall(text))
                or _tells(_typst_titles(text), latex)
            )
        case "html":
            return _tells(map(_plain, _PAGE_TITLE.findall(text)), latex)
        case _:
            keys = set((_JSON_KEY if format == "json" else _YAML_KEY).findall(text))
            return _tells((in_words(key) for key in keys), latex, sure=not files.keys.isdisjoint(keys))


def _is_latex(text: str, files: FileWords, words: LatexWords) -> bool:
    if not _DOCUMENT.search(text):
        return False
    if any(_is_template(name, files) for names in _CLASS.findall(text) for name in names.split(",")):
        return True
    commands = words.of_resumes.intersection(_COMMAND.findall(text))
    return _tells((*_latex_titles(text, words), *_parts(text, words)), words, sure=len(commands) > 1)


def _is_template(name: str, words: FileWords) -> bool:
    own = PurePath(name.strip()).name.casefold()
    return own in words.templates or has_any(in_words(own), words.resume)


def _tells(titles: Iterable[str], words: LatexWords, *, sure: bool = False) -> bool:
    """Whether two kinds of sections of résumés are there, a main one among them; or one, beside a `sure` sign."""
    kinds = {words.kind(title) for title in titles} - _NOT_TELLING - {None}
    return bool(kinds) if sure else len(kinds) > 1 and not kinds.isdisjoint(_MAIN)


def _latex_titles(text: str, words: LatexWords) -> Iterator[str]:
    return (title for command, title in _HEADED.findall(text) if command in words.headings)


def _parts(text: str, words: LatexWords) -> Iterator[str]:
    """The names of the files that a LaTeX file reads in: “sections/experience” is as good as a heading."""
    return (in_words(PurePath(name).stem) for _, name in inclusions(text, words))


def _typst_titles(text: str) -> Iterator[str]:
    return (one or other for one, other in _TYPST_TITLE.findall(text))


def _plain(title: str) -> str:
    return html.unescape(_TAG.sub(" ", title))
