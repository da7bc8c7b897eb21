"""Edits of an open document, as its editor takes them."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types as lsp

from bulletcoach.editing import SourceEdit
from bulletcoach.server.abilities import Abilities
from bulletcoach.server.opened import Opened
from bulletcoach.server.positions import Lines
from bulletcoach.server.snippets import Piece


def workspace_edit(opened: Opened, found: Iterable[SourceEdit | Piece], abilities: Abilities) -> lsp.WorkspaceEdit:
    """The edits of one document. Snippets must have been made for a client that takes them only."""
    lines = Lines(opened.text, abilities.encoding)
    edits = [_edit(one, lines) for one in found]
    if not abilities.versioned_edits:
        return lsp.WorkspaceEdit(changes={opened.uri: [one for one in edits if isinstance(one, lsp.TextEdit)]})
    document = lsp.OptionalVersionedTextDocumentIdentifier(opened.uri, opened.version)
    return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, edits)])


def _edit(one: SourceEdit | Piece, lines: Lines) -> lsp.TextEdit | lsp.SnippetTextEdit:
    where = lines.range(one.span)
    if isinstance(one, Piece) and one.is_snippet:
        return lsp.SnippetTextEdit(where, lsp.StringValue(one.text))
    return lsp.TextEdit(where, one.text)
