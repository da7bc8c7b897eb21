"""Serving: the requests and notifications of the protocol, and what each of them is to us."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.uris import to_fs_path

from bulletcoach.errors import BulletcoachError
from bulletcoach.server import actions
from bulletcoach.server.hover import hover
from bulletcoach.server.opened import Opened
from bulletcoach.server.resume_server import ResumeServer


def make_server() -> ResumeServer:
    """A server, ready to be started."""
    server = ResumeServer()
    _follow_documents(server)
    _follow_settings(server)
    _answer(server)
    return server


def serve() -> int:
    """Serve on standard input and output until the client ends it. The exit code, as the protocol has it."""
    server = make_server()
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print must not get between the messages
    server.start_io(sys.stdin.buffer, out)
    return 0 if server.is_shut_down else 1


def _follow_documents(server: ResumeServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.desk.put(Opened(document.uri, document.language_id, document.version, document.text))

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        document = server.workspace.get_text_document(params.text_document.uri)
        server.desk.change(params.text_document.uri, params.text_document.version, document.source)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        if path := to_fs_path(params.text_document.uri):
            server.files_changed({Path(path)})

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _follow_settings(server: ResumeServer) -> None:
    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        server.begin(params)

    @server.feature(lsp.INITIALIZED)
    async def initialized(_: lsp.InitializedParams) -> None:
        await server.settle()
        await server.watch_files()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def settings_changed(params: lsp.DidChangeConfigurationParams) -> None:
        await server.settle(params.settings)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: lsp.DidChangeWatchedFilesParams) -> None:
        server.files_changed({Path(path) for change in params.changes if (path := to_fs_path(change.uri))})

    @server.feature(lsp.SHUTDOWN)
    def shutdown(_: Any = None) -> None:
        server.is_shut_down = True
        server.desk.close()


def _answer(server: ResumeServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        examined = await server.desk.examined(params.text_document.uri)
        return hover(examined, params.position, server.abilities) if examined is not None else None

    options = lsp.CodeActionOptions(code_action_kinds=list(actions.KINDS), resolve_provider=True)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    async def code_actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        examined = await server.desk.examined(params.text_document.uri)
        if examined is None:
            return []
        found = actions.actions(examined, params.range, params.context, server.abilities)
        if server.abilities.resolves_edits:
            return found
        ready = [await _with_edit(server, action, quietly=True) for action in found]
        return [action for action in ready if action.edit is not None]

    @server.feature(lsp.CODE_ACTION_RESOLVE)
    async def resolved(action: lsp.CodeAction) -> lsp.CodeAction:
        return await _with_edit(server, action)


async def _with_edit(server: ResumeServer, action: lsp.CodeAction, *, quietly: bool = False) -> lsp.CodeAction:
    """The action with its edit, made for the text as it is now; without one where that is impossible, and that told."""
    task = actions.task_of(action)
    examined = await server.desk.examined(task.uri) if task is not None else None
    if task is None or examined is None:
        return action
    try:
        engine = await server.desk.in_thread(server.desk.examiner.engine, examined)
        action.edit = await server.desk.in_thread(actions.edit_of, task, examined, engine, server.abilities)
    except BulletcoachError as error:
        if not quietly:
            server.tell(str(error))
    return action
