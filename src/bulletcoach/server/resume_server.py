"""The server's own state: the client at the other end, the documents it has open, and what it is told."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from bulletcoach import __version__
from bulletcoach.caching import open_cache
from bulletcoach.report.visible import visible
from bulletcoach.run import Engines
from bulletcoach.server.abilities import Abilities
from bulletcoach.server.board import Board
from bulletcoach.server.desk import Desk
from bulletcoach.server.diagnostics import diagnostics
from bulletcoach.server.examining import Examined, Examiner
from bulletcoach.server.preferences import SECTION, Preferences, parse_preferences
from bulletcoach.server.protocol import Protocol

_WATCHED = ("**/*.toml", "**/*.tex")  # configurations and lexicons, and what LaTeX documents include
_PATIENCE = 3.0  # seconds that a client may take to tell its settings


class ResumeServer(LanguageServer):
    """The language server. What the protocol asks for stands in `serving`.

    Texts come whole with each change: a résumé is short, and no two programs then need to agree on what ends a line.
    """

    def __init__(self) -> None:
        whole = lsp.TextDocumentSyncKind.Full
        super().__init__("bulletcoach", __version__, text_document_sync_kind=whole, protocol_cls=Protocol)
        self.abilities = Abilities()
        self.board = Board()
        self.is_shut_down = False
        self._engines = Engines(open_cache())
        self._desk: Desk | None = None
        self._first = Preferences()
        self._said: set[str] = set()

    @property
    def desk(self) -> Desk:
        """The open documents. There is one as soon as the main loop runs."""
        if self._desk is None:
            self._desk = Desk(Examiner(Preferences(), self._root(), self._engines), self.show)
        return self._desk

    def begin(self, params: lsp.InitializeParams) -> None:
        """Learn what the client can do, and which settings it starts with."""
        self.abilities = Abilities.of(params.capabilities, self.workspace.position_encoding)
        self._first = self._parsed(params.initialization_options)

    async def settle(self, told: object = None) -> None:
        """Begin to work, or go on with other settings: those that the client tells, else those that it started with."""
        preferences = self._first
        if self.abilities.tells_settings:
            told = await self._asked()
        if told:
            preferences = self._parsed(told)
        self._said.clear()
        self.desk.settle(
            Examiner(preferences, self._root(), self._engines)
            if self._desk is None
            else self.desk.examiner.anew(preferences)
        )

    async def watch_files(self) -> None:
        """Ask to be told of files that are saved beside the open documents."""
        if not self.abilities.watches_files:
            return
        watchers = [lsp.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = lsp.Registration("bulletcoach-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await self.client_register_capability_async(lsp.RegistrationParams([registration]))

    def files_changed(self, paths: set[Path]) -> None:
        """Files were saved, made or deleted: settings are read anew, and so is what includes one of them."""
        if any(path.suffix == ".toml" for path in paths):
            self._said.clear()
            self.desk.look_again()
            return
        self.desk.look_again([one.opened.uri for one in self.desk.known() if _includes_any(one, paths)])

    def show(self, examined: Examined) -> None:
        """Tell the client what came of a document: also that there is nothing to say, but not of a README."""
        own = examined.opened
        changed = self.board.put(own.uri, diagnostics(examined, self.abilities.encoding))
        mine = changed.pop(own.uri, None)
        if mine is not None or examined.result is not None:
            self._publish(own.uri, mine or [], own.version)
        for uri, found in changed.items():
            self._publish(uri, found, None)
        if examined.hindrance:
            self._say_once(examined.hindrance, lsp.MessageType.Error)
        if examined.fault:
            self.log(f"a fault in bulletcoach, with {examined.opened.name}; please report it\n{examined.fault}")

    def close(self, uri: str) -> None:
        """A document was closed: nothing is shown of it any more."""
        self.desk.take(uri)
        for one, found in self.board.take(uri).items():
            self._publish(one, found, None)

    def report_server_error(self, error: Exception, source: object) -> None:
        """A message that made no sense: nothing that the user could do anything about."""
        if source is not FeatureRequestError:  # that is in the answer
            self.log(f"a message from the editor was passed over: {type(error).__name__}: {error}")

    def log(self, message: str) -> None:
        """For whoever looks for the cause of something. Standard output belongs to the protocol."""
        sys.stderr.write(f"bulletcoach: {message}\n")
        sys.stderr.flush()
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, message))

    def tell(self, message: str, type: lsp.MessageType = lsp.MessageType.Warning) -> None:
        """For the user to read."""
        self.window_show_message(lsp.ShowMessageParams(type, visible(f"bulletcoach: {message}")))

    def _publish(self, uri: str, found: list[lsp.Diagnostic], version: int | None) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def _say_once(self, message: str, type: lsp.MessageType) -> None:
        """A broken configuration is told of once, and not at every key."""
        if message not in self._said:
            self._said.add(message)
            self.tell(message, type)

    async def _asked(self) -> object:
        """The settings that the client has for us."""
        wanted = lsp.ConfigurationParams([lsp.ConfigurationItem(section=SECTION)])
        try:
            told = await asyncio.wait_for(self.workspace_configuration_async(wanted), _PATIENCE)
        except Exception as error:  # whatever a client may answer, the documents are to be checked
            self.log(f"the client did not tell its settings: {str(error) or type(error).__name__}")
            return None
        return told[0] if told else None

    def _parsed(self, given: object) -> Preferences:
        if isinstance(given, dict) and set(given) == {SECTION}:
            given = given[SECTION]
        preferences, wrong = parse_preferences(given, self._root())
        for message in wrong:
            self.tell(message)
        return preferences

    def _root(self) -> Path:
        """The folder that is open in the editor."""
        folders = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri]
        path = to_fs_path(folders[0]) if folders[0] else None
        return Path(path) if path else Path.cwd()


def _includes_any(examined: Examined, paths: set[Path]) -> bool:
    """Whether a document, itself saved or not, has been read with one of these files, or could not be read with all."""
    document = examined.result.document if examined.result is not None else None
    if document is None or document.format != "latex":
        return False
    resolved = {path.resolve() for path in paths if path != examined.opened.file}
    if resolved and document.notes:
        return True  # a part that was missing may be there now
    return any(source.file is not None and source.file.resolve() in resolved for source in document.included)
