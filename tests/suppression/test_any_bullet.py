"""In the résumés of every format: a documented comment takes away the finding that it names, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from format_gold import FORMATS
from silenced import Check, remarks, subjects

from bulletcoach.model.document import Bullet, Document
from bulletcoach.model.finding import Finding
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span

Write = Callable[[str, Bullet, str], str]


def _place(text: str, bullet: Bullet) -> tuple[int, int, str]:
    """Where the line of a bullet begins, where its last line ends, and the blanks in front of its first."""
    said = bullet.source_map.source_span(Span(0, len(bullet.text)))
    first = text.rfind("\n", 0, said.start) + 1
    last = text.find("\n", said.end)
    line = text[first : said.start]
    return first, len(text) if last < 0 else last, line[: len(line) - len(line.lstrip())]


def _behind(sign: str) -> Write:
    """A comment to the end of the bullet's last line."""

    def write(text: str, bullet: Bullet, directive: str) -> str:
        _, end, _ = _place(text, bullet)
        return f"{text[:end].rstrip()} {sign} {directive}{text[end:]}"

    return write


def _in_tags(text: str, bullet: Bullet, directive: str) -> str:
    end = bullet.source_map.source_span(Span(0, len(bullet.text))).end
    for mark in bullet.marks:  # behind the signs of a link or of bold words
        end = max(end, mark.closing.end)
    return f"{text[:end]} <!-- {directive} -->{text[end:]}"


def _above(sign: str) -> Write:
    """A comment on a line of its own above the bullet, as far to the right."""

    def write(text: str, bullet: Bullet, directive: str) -> str:
        start, _, margin = _place(text, bullet)
        return f"{text[:start]}{margin}{sign} {directive}\n{text[start:]}"

    return write


def _below(sign: str, *, apart: bool) -> Write:
    """A comment below the bullet, indented."""

    def write(text: str, bullet: Bullet, directive: str) -> str:
        _, end, margin = _place(text, bullet)
        gap = "\n" if apart else ""
        return f"{text[:end]}\n{gap}{margin}  {sign} {directive}\n{gap}{text[end:].removeprefix(chr(10))}"

    return write


# The form for each format, and fixtures in which it has no place: all of a file in a fence, code in a block, a table.
FORMS: dict[str, tuple[Write, tuple[str, ...]]] = {
    "markdown": (_in_tags, ("whole-in-a-fence.md",)),
    "html": (_in_tags, ()),
    "latex": (_behind("%"), ()),
    "typst": (_behind("//"), ()),
    "yaml": (_above("#"), ()),
    "org": (_below("#", apart=False), ("typst-inside.org",)),
    "rst": (_below("..", apart=True), ("grid-table.rst",)),
    "asciidoc": (_above("//"), ()),
}
_COMMENTED = re.compile(r"[^\n]*(?:(?<!\\)%|(?<!:)//)")  # a line that has a comment


def _has_place(text: str, bullet: Bullet, others: list[Bullet]) -> bool:
    """Whether its lines are its own and end with it, and YAML does not hold it in a longer text."""
    first, last, _ = _place(text, bullet)
    if bullet.quoting.startswith(("literal", "folded")):
        return False
    is_shared = any(other is not bullet and first <= other.span.start < last for other in others)
    return not is_shared and not _COMMENTED.match(text, bullet.span.end, last)


def _files() -> Iterator[tuple[str, Path]]:
    for format, (_, not_for) in FORMS.items():
        for file in sorted((FORMATS / format).iterdir()):
            if file.is_file() and file.suffix != ".toml" and file.name not in not_for:
                yield format, file


@pytest.mark.parametrize(("format", "file"), list(_files()), ids=lambda value: getattr(value, "name", ""))
def test_one_finding(format: str, file: Path, check: Check) -> None:
    text = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    plain = check(text, file.name)
    for bullet, finding in _chosen(plain):
        result = check(FORMS[format][0](text, bullet, f"bulletcoach: ignore[{finding.code}] why"), file.name)
        gone = [each for each in plain.findings if (each.bullet, each.code) == (finding.bullet, finding.code)]
        assert remarks(result) == remarks(plain), bullet.text
        assert subjects(result.suppressed) == subjects(gone), bullet.text
        assert subjects((*result.findings, *result.suppressed)) == subjects(plain.findings)
        assert _texts(result) == _texts(plain)


def _chosen(result: FileResult) -> list[tuple[Bullet, Finding]]:
    """Some bullets of the file, each with one of its findings: the first and the last."""
    assert result.document is not None
    bullets = _bullets(result.document)
    found = {finding.bullet: finding for finding in result.findings if finding.bullet is not None}
    own = [bullet for bullet in bullets if bullet.file == 0]
    mains = [
        (bullets[number], found[number])
        for number in sorted(found)
        if bullets[number].file == 0 and _has_place(result.document.source.text, bullets[number], own)
    ]
    return [mains[at] for at in sorted({0, len(mains) - 1})] if mains else []


def _bullets(document: Document) -> list[Bullet]:
    return [bullet for _, entry in document.judged_entries() for bullet in entry.bullets]


def _texts(result: FileResult) -> list[str]:
    assert result.document is not None
    return [bullet.text for bullet in _bullets(result.document)]


def _objects(text: str) -> Iterator[tuple[str, Span]]:
    """The file with a key for bulletcoach in one of its objects, and where that object stands, for each of them."""
    opened: list[int] = []
    for sign in re.finditer(r'"(?:[^"\\]|\\.)*"|[{}]', text):
        if sign[0] == "{":
            opened.append(sign.start())
        elif sign[0] == "}":
            start = opened.pop()
            is_empty = not text[start + 1 : sign.start()].strip()
            key = f'"bulletcoach": "ignore[ALL] why"{"" if is_empty else ","}'
            yield f"{text[: start + 1]}{key}{text[start + 1 :]}", Span(start, sign.end())


@pytest.mark.parametrize("file", sorted((FORMATS / "json").glob("*.json")), ids=lambda file: file.name)
def test_any_object_of_json(file: Path, check: Check) -> None:
    text = file.read_text(encoding="utf-8")
    plain = check(text, file.name)
    assert plain.document is not None
    bullets = _bullets(plain.document)
    for changed, span in list(_objects(text))[::3]:
        result = check(changed, file.name)
        assert _texts(result) == _texts(plain)
        inside = [each for each in plain.findings if each.bullet is not None and span.covers(bullets[each.bullet].span)]
        assert subjects(each for each in result.suppressed if each.bullet is not None) == subjects(inside)
        assert subjects((*result.findings, *result.suppressed)) - subjects(plain.findings) == Counter(
            each for each in subjects(result.findings) if each[0] == "BC901"
        )
