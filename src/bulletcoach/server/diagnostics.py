"""Diagnostics: findings as an editor shows them, each in the file that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from bulletcoach.model.document import Document
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.text import Span
from bulletcoach.report.concise import shown
from bulletcoach.report.placement import Placement
from bulletcoach.report.visible import visible
from bulletcoach.run import Checked
from bulletcoach.server.examining import Examined
from bulletcoach.server.positions import Lines

SOURCE = "bulletcoach"
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}


def diagnostics(examined: Examined, encoding: str | None) -> dict[str, list[lsp.Diagnostic]]:
    """The findings from the wanted level on, by the address of their file; the document's own is always there."""
    found: dict[str, list[lsp.Diagnostic]] = {examined.opened.uri: []}
    result = examined.result
    if result is None or result.document is None:
        return found
    placement = Placement(result)
    lines = [Lines(source.text, encoding) for source in result.document.sources]
    addresses = list(_addresses(examined.opened.uri, result.document))
    for finding in shown(Checked(result, examined.settings)):
        file, span = span_of(finding, placement)
        where = lines[file].range(span if span is not None else lines[file].first_words())
        found.setdefault(addresses[file], []).append(_diagnostic(finding, where, placement))
    return found


def span_of(finding: Finding, placement: Placement) -> tuple[int, Span | None]:
    """The number of a finding's file and its range there; None for one about the whole résumé."""
    if finding.bullet is not None:
        bullet = placement.bullets[finding.bullet].bullet
        return bullet.file, bullet.source_map.source_span(finding.span or Span(0, len(bullet.text)))
    if finding.entry is not None:
        entry = placement.entries[finding.entry]
        return entry.file, entry.span
    return 0, None


def _diagnostic(finding: Finding, where: lsp.Range, placement: Placement) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        where,
        "\n".join(visible(text) for text in (finding.message, finding.advice) if text),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        data=None if finding.bullet is None else {"bullet": placement.bullets[finding.bullet].id},
    )


def _addresses(own: str, document: Document) -> Iterator[str]:
    """The addresses of a document's files, by their numbers."""
    yield own
    for source in document.included:
        path = Path(source.file or source.path).absolute()
        yield from_fs_path(str(path)) or path.as_uri()
