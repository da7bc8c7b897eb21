"""Abilities: what the client at the other end can do, as far as our answers depend on it."""

from __future__ import annotations

from lsprotocol import types as lsp
from msgspec import Struct


class Abilities(Struct, frozen=True):
    """`encoding` is what positions are counted in. The others say what the client takes or asks for."""

    encoding: str | None = None
    markdown: bool = True
    code_actions: bool = False
    resolves_edits: bool = False
    versioned_edits: bool = False
    snippet_edits: bool = False
    tells_settings: bool = False
    watches_files: bool = False

    @classmethod
    def of(cls, client: lsp.ClientCapabilities, encoding: str | None) -> Abilities:
        text = client.text_document or lsp.TextDocumentClientCapabilities()
        workspace = client.workspace or lsp.WorkspaceClientCapabilities()
        actions = text.code_action or lsp.CodeActionClientCapabilities()
        edits = workspace.workspace_edit or lsp.WorkspaceEditClientCapabilities()
        hover = text.hover.content_format if text.hover else None
        versioned = bool(edits.document_changes)
        return cls(
            encoding=encoding,
            markdown=hover is None or lsp.MarkupKind.Markdown in hover,
            code_actions=actions.code_action_literal_support is not None,
            resolves_edits=actions.resolve_support is not None and "edit" in actions.resolve_support.properties,
            versioned_edits=versioned,
            snippet_edits=versioned and bool(edits.snippet_edit_support),
            tells_settings=bool(workspace.configuration),
            watches_files=bool(
                workspace.did_change_watched_files and workspace.did_change_watched_files.dynamic_registration
            ),
        )
