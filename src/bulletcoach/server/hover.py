"""Hover: what there is to know of the bullet under the pointer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types as lsp

from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Judged, Story
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import Span
from bulletcoach.report.concise import shown
from bulletcoach.report.markdown_text import escaped
from bulletcoach.report.placement import Placement
from bulletcoach.report.visible import visible
from bulletcoach.rules import RULES
from bulletcoach.run import Checked
from bulletcoach.selection import find_rule
from bulletcoach.server.abilities import Abilities
from bulletcoach.server.diagnostics import span_of
from bulletcoach.server.examining import Examined
from bulletcoach.server.positions import Lines

# What a story lacks where nothing tells it. “Cut waiting time by half” is a result that is an act as well.
_TOLD_BY = {"problem": ("problem",), "action": ("action", "result"), "result": ("result",)}


def hover(examined: Examined, position: lsp.Position, abilities: Abilities) -> lsp.Hover | None:
    """Verdict, story and findings of the bullet at a position; None where there is none."""
    result = examined.result
    if result is None or result.document is None:
        return None
    lines = Lines(examined.opened.text, abilities.encoding)
    offset = lines.offset(position)
    if not (bullets := touched(result, Span(offset, offset), lines)):
        return None
    bullet = bullets[0]
    page = _Page(markdown=abilities.markdown)
    _write_verdict(bullet, page)
    for finding in _at(offset, bullet, result):
        is_shown = finding in shown(Checked(result, examined.settings))
        _write_finding(finding, page, explained=is_shown)
    kind = lsp.MarkupKind.Markdown if abilities.markdown else lsp.MarkupKind.PlainText
    return lsp.Hover(lsp.MarkupContent(kind, page.text), lines.range(source_span(bullet)))


def source_span(bullet: Judged) -> Span:
    """The range of a bullet's text in the source."""
    return bullet.bullet.source_map.source_span(Span(0, len(bullet.bullet.text)))


def touched(result: FileResult, asked: Span, lines: Lines) -> list[Judged]:
    """The document's own bullets in a span, or the one in its lines: a cursor often stands on the sign before it."""
    own = [(bullet, source_span(bullet)) for bullet in result.bullets if not bullet.bullet.file]

    def within(place: Span) -> list[Judged]:
        return [bullet for bullet, span in own if span.start <= place.end and place.start <= span.end]

    if found := within(asked):
        return found
    near = within(lines.whole(asked))
    return near if len(near) == 1 else []


class _Page:
    """Paragraphs of Markdown, or of plain text. Whatever is written on it is text, and marks are asked for."""

    def __init__(self, *, markdown: bool) -> None:
        self._markdown = markdown
        self._paragraphs: list[str] = []

    @property
    def text(self) -> str:
        return "\n\n".join(self._paragraphs)

    def paragraph(self, *parts: str) -> None:
        self._paragraphs.append(" ".join(part for part in parts if part))

    def list(self, items: Sequence[str]) -> None:
        self._paragraphs.append("\n".join(f"- {item}" for item in items))

    def said(self, text: str) -> str:
        return escaped(text) if self._markdown else visible(text)

    def bold(self, text: str) -> str:
        return f"**{self.said(text)}**" if self._markdown else self.said(text)


def _write_verdict(bullet: Judged, page: _Page) -> None:
    judgement = bullet.judgement
    page.paragraph(page.bold(judgement.verdict.value.capitalize()), page.said(f"– {judgement.reason}"))
    page.list([f"{name}: {page.said(words)}" for name, words in _told(judgement.story, bullet.bullet.text)])


def _told(story: Story, text: str) -> Iterator[tuple[str, str]]:
    """The parts of the story in words, and those that nobody tells."""
    missing = []
    for name in ("problem", "task", "action", "method", "result"):
        spans: tuple[Span, ...] = getattr(story, name)
        if spans:
            yield name.capitalize(), ", ".join(f"“{span.of(text)}”" for span in spans)
        elif name in _TOLD_BY and not any(getattr(story, other) for other in _TOLD_BY[name]):
            missing.append(name)
    if missing:
        yield "Missing", ", ".join(missing)


def _write_finding(finding: Finding, page: _Page, *, explained: bool) -> None:
    page.paragraph(
        page.bold(f"{finding.code} {finding.name}"), f"({finding.severity}):", page.said(_sentence(finding.message)),
        page.said(finding.advice),
    )  # fmt: skip
    if explained:
        rule = find_rule(finding.code, RULES)
        page.paragraph(page.said(" ".join(rule.explanation.split("\n\n")[0].split())))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _at(offset: int, bullet: Judged, result: FileResult) -> Iterator[Finding]:
    """The findings under the pointer; where it is on none of them, all of the bullet."""
    placement = Placement(result)
    own = [finding for finding in result.findings if finding.bullet == bullet.number]
    spans = [span_of(finding, placement)[1] for finding in own]
    under = [finding for finding, span in zip(own, spans, strict=True) if span is not None and _holds(span, offset)]
    yield from under or own


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end
