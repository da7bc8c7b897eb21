"""An editor: a language client on a loop of its own, with a server in a process of its own, spoken to over pipes."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from cli.commandline import environment
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

PATIENCE = 30.0  # seconds; the language model is loaded in this time
T = TypeVar("T")


def capabilities() -> lsp.ClientCapabilities:
    """What a modern editor can do."""
    edits = lsp.WorkspaceEditClientCapabilities(document_changes=True, snippet_edit_support=True)
    literal = lsp.ClientCodeActionLiteralOptions(lsp.ClientCodeActionKindOptions([]))
    actions = lsp.CodeActionClientCapabilities(
        code_action_literal_support=literal,
        resolve_support=lsp.ClientCodeActionResolveOptions(["edit"]),
        data_support=True,
    )
    hover = lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown])
    return lsp.ClientCapabilities(
        workspace=lsp.WorkspaceClientCapabilities(
            configuration=True,
            workspace_edit=edits,
            did_change_watched_files=lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        ),
        text_document=lsp.TextDocumentClientCapabilities(code_action=actions, hover=hover),
    )


class Editor:
    """Opens and changes documents, and knows what was last said of each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings: dict[str, Any] | None = None
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.messages: list[str] = []
        self.published: list[lsp.PublishDiagnosticsParams] = []
        self.registered: list[str] = []
        self._read = self._asked = 0
        self._news = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._client = LanguageClient("editor", "1")
        self._listen()

    def start(
        self, able: lsp.ClientCapabilities | None = None, options: dict[str, Any] | None = None
    ) -> lsp.InitializeResult:
        """Start a server and shake hands."""
        arguments = ("-m", "bulletcoach", "lsp")
        self.wait(self._client.start_io(sys.executable, *arguments, env=environment(), cwd=self.folder))
        params = lsp.InitializeParams(
            able or capabilities(), root_uri=self.folder.as_uri(), initialization_options=options
        )
        result = self.wait(self._client.initialize_async(params))
        self.do(self._client.initialized, lsp.InitializedParams())
        return result

    def stop(self) -> int:
        """Shut the server down; its exit code."""
        self.wait(self._client.shutdown_async(None))
        return self.leave()

    def leave(self) -> int:
        """Go away without a word; the exit code of the server."""
        process = self._client._server
        assert process is not None
        self.do(self._client.exit, None)
        code = self.wait(process.wait())
        self.wait(self._client.stop())  # type: ignore[no-untyped-call]
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        return code

    def open(self, name: str, language: str, text: str) -> str:
        """Open a document by its path in the folder, or an address; its address."""
        uri = name if ":" in name else (self.folder / name).as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        self.do(
            self._client.text_document_did_open,
            lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, language, 1, text)),
        )
        return uri

    def type(self, uri: str, text: str) -> None:
        """Give an open document another text."""
        self.texts[uri] = text
        self.versions[uri] += 1
        document = lsp.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.do(self._client.text_document_did_change, lsp.DidChangeTextDocumentParams(document, [change]))

    def save(self, uri: str) -> None:
        self.do(self._client.text_document_did_save, lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))

    def forget(self) -> None:
        """Forget what was said so far."""
        with self._news:
            self.messages.clear()
            self.published.clear()
            self._read = 0

    def close(self, uri: str) -> None:
        self.do(self._client.text_document_did_close, lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))

    def set(self, **settings: Any) -> None:
        """Change the settings of the editor; the server has asked for them when this is done."""
        self.settings = settings
        asked = self._asked
        self.do(self._client.workspace_did_change_configuration, lsp.DidChangeConfigurationParams({}))
        self.when(lambda: self._asked > asked or None)

    def saved(self, path: Path) -> None:
        """Tell of a file that was saved outside of the open documents."""
        change = lsp.FileEvent(path.as_uri(), lsp.FileChangeType.Changed)
        self.do(self._client.workspace_did_change_watched_files, lsp.DidChangeWatchedFilesParams([change]))

    def diagnostics(self, uri: str) -> list[lsp.Diagnostic]:
        """What is said of a document as it is now, once it is."""
        version = self.versions[uri]
        return self._told(uri, lambda one: one.version == version)

    def next(self, uri: str) -> list[lsp.Diagnostic]:
        """What is said of a file after what was asked for last."""
        return self._told(uri, lambda _: True)

    def _told(self, uri: str, is_it: Callable[[lsp.PublishDiagnosticsParams], bool]) -> list[lsp.Diagnostic]:
        def look() -> tuple[int, lsp.PublishDiagnosticsParams] | None:
            unread = enumerate(self.published[self._read :], self._read)
            return next(((at, one) for at, one in unread if one.uri == uri and is_it(one)), None)

        at, found = self.when(look)
        self._read = at + 1
        return list(found.diagnostics)

    def codes(self, uri: str) -> list[str]:
        """The rules of the diagnostics, in the order of the lines."""
        found = sorted(self.diagnostics(uri), key=lambda one: one.range.start.line)
        return [str(one.code) for one in found]

    def hover(self, uri: str, words: str) -> str | None:
        """What a document says of the place where these words begin."""
        params = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), self.position(uri, words))
        found = self.wait(self._client.text_document_hover_async(params))
        if found is None:
            return None
        assert isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value

    def actions(self, uri: str, words: str, *only: str) -> list[lsp.CodeAction]:
        """What is offered for the place where these words begin."""
        at = self.position(uri, words)
        shown = [one for one in self._of(uri)[-1].diagnostics if one.range.start <= at <= one.range.end]
        params = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(uri), lsp.Range(at, at), lsp.CodeActionContext(shown, list(only) or None)
        )
        found = self.wait(self._client.text_document_code_action_async(params)) or []
        return [one for one in found if isinstance(one, lsp.CodeAction)]

    def resolve(self, action: lsp.CodeAction) -> lsp.CodeAction:
        return self.wait(self._client.code_action_resolve_async(action))

    def position(self, uri: str, words: str) -> lsp.Position:
        """Where these words begin, in units of UTF-16."""
        before = self.texts[uri][: self.texts[uri].index(words)]
        line = before.count("\n")
        return lsp.Position(line, len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)

    def in_range(self, uri: str, where: lsp.Range) -> str:
        """The words of a document in a range."""
        return in_range(self.texts[uri], where)

    def ask_and_cancel(self, method: str, params: object) -> str:
        """Send a request and take it back at once; how the server answers."""

        async def ask() -> str:
            future = self._client.protocol.send_request(method, params, msg_id="asked")
            # The client's own way to cancel would throw the answer away.
            self._client.protocol.notify(lsp.CANCEL_REQUEST, lsp.CancelParams("asked"))
            try:
                await asyncio.wait_for(asyncio.wrap_future(future), PATIENCE)
            except JsonRpcException as error:
                return error.message
            return "answered"

        return self.wait(ask())

    def wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(PATIENCE)

    def do(self, function: Any, *arguments: Any) -> None:
        async def call() -> None:
            function(*arguments)

        self.wait(call())

    def when(self, found: Callable[[], T | None]) -> T:
        """What `found` finds, as soon as it finds something."""
        limit = time.monotonic() + PATIENCE
        with self._news:
            while (it := found()) is None:
                assert self._news.wait(limit - time.monotonic()), f"waited in vain; messages: {self.messages}"
        return it

    def _of(self, uri: str) -> list[lsp.PublishDiagnosticsParams]:
        return [one for one in self.published if one.uri == uri]

    def _listen(self) -> None:
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            with self._news:
                self.published.append(params)
                self._news.notify_all()

        def told(params: lsp.ShowMessageParams | lsp.LogMessageParams) -> None:
            with self._news:
                self.messages.append(params.message)
                self._news.notify_all()

        def configuration(_: lsp.ConfigurationParams) -> list[Any]:
            with self._news:
                self._asked += 1
                self._news.notify_all()
            return [self.settings]

        def registered(params: lsp.RegistrationParams) -> None:
            with self._news:
                self.registered += [one.method for one in params.registrations]
                self._news.notify_all()

        self._client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self._client.feature(lsp.WINDOW_SHOW_MESSAGE)(told)
        self._client.feature(lsp.WINDOW_LOG_MESSAGE)(told)
        self._client.feature(lsp.WORKSPACE_CONFIGURATION)(configuration)
        self._client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(registered)


def in_range(text: str, where: lsp.Range) -> str:
    """The part of a text in a range, which counts in UTF-16."""
    return text[offset(text, where.start) : offset(text, where.end)]


def offset(text: str, position: lsp.Position) -> int:
    """The offset of a position, which counts in UTF-16, in a text with line feeds."""
    lines = text.split("\n")
    units = lines[position.line].encode("utf-16-le")[: 2 * position.character]
    return sum(len(line) + 1 for line in lines[: position.line]) + len(units.decode("utf-16-le"))


def edited(text: str, edit: lsp.WorkspaceEdit) -> str:
    """A text with the edits of a workspace edit, of one document, made in it; snippets as they are typed over."""
    if edit.document_changes:
        change = edit.document_changes[0]
        assert isinstance(change, lsp.TextDocumentEdit)
        edits = list(change.edits)
    else:
        assert edit.changes
        edits = list(next(iter(edit.changes.values())))
    for one in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        new = plain(one.snippet.value) if isinstance(one, lsp.SnippetTextEdit) else one.new_text
        text = text[: offset(text, one.range.start)] + new + text[offset(text, one.range.end) :]
    return text


def plain(snippet: str) -> str:
    """A snippet with its blanks as they stand there until something is typed."""
    made, at = "", 0
    while at < len(snippet):
        if snippet[at] == "\\":
            made += snippet[at + 1]
            at += 2
        elif snippet.startswith("${", at):
            at = snippet.index(":", at) + 1
        else:
            made += snippet[at] if snippet[at] != "}" else ""
            at += 1
    return made
