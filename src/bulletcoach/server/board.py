"""The board: which diagnostics each file shows, where several documents have something to say of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsprotocol.types import Diagnostic
from pygls.uris import to_fs_path


class Board:
    """Diagnostics by the document that they come of. An open document speaks for itself; for a file that is only
    included the first of those that include it speaks.
    """

    def __init__(self) -> None:
        self._given: dict[str, Mapping[str, list[Diagnostic]]] = {}
        self._shown: dict[str, list[Diagnostic]] = {}

    def put(self, document: str, found: Mapping[str, list[Diagnostic]]) -> dict[str, list[Diagnostic]]:
        """Take what came of an open document. What has to be shown now, by the address of the file.

        The document's own diagnostics are told again, be they the same: its lines may have moved to and fro.
        """
        self._given[document] = found
        changed = self._changes()
        if self._shown.get(document):
            changed[document] = self._shown[document]
        return changed

    def take(self, document: str) -> dict[str, list[Diagnostic]]:
        """Forget a document that was closed. What has to be shown otherwise now."""
        self._given.pop(document, None)
        return self._changes()

    def _changes(self) -> dict[str, list[Diagnostic]]:
        files = dict.fromkeys(file for found in self._given.values() for file in found)
        wanted = {file: found for file in files if (found := self._wanted(file))}
        changed = {file: wanted.get(file, []) for file in {**self._shown, **wanted}}
        changed = {file: found for file, found in changed.items() if found != self._shown.get(file, [])}
        self._shown = wanted
        return changed

    def _wanted(self, file: str) -> list[Diagnostic]:
        for document, found in self._given.items():
            if _same(document, file):
                return found.get(document, []) if document == file else []
        return next((found[file] for found in self._given.values() if file in found), [])


def _same(one: str, other: str) -> bool:
    """Whether two addresses are those of one file: clients write them in several ways."""
    if one == other:
        return True
    paths = to_fs_path(one), to_fs_path(other)
    return paths[0] is not None and paths[1] is not None and Path(paths[0]) == Path(paths[1])
