"""The facts of bullets, kept by their text."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from msgspec import DecodeError, msgpack

from bulletcoach.caching.beginning import any_may_have_changed
from bulletcoach.caching.store import Shelf, Store
from bulletcoach.model.facts import Facts

KIND = "facts"


class FactsCache:
    """Facts that an analysis has found before.

    `generation` is a digest of all that facts depend on beside the text: with another one, nothing of before is found.
    It is that of `files`, among others. Much of the analysis is imported only when there is something to read, so once
    they have changed, what is found may be of either version, and is not kept.
    """

    def __init__(self, store: Store, generation: bytes, files: Iterable[str] = ()) -> None:
        self._shelf: Shelf = store.shelf(KIND, generation)
        self._files = tuple(files)
        self._decoder = msgpack.Decoder(Facts)

    def get(self, texts: Iterable[str]) -> dict[str, Facts]:
        """The facts that are kept, by text."""
        keys = {key: text for text in texts if (key := _key(text)) is not None}
        found: dict[str, Facts] = {}
        for key, value in self._shelf.get_many(keys).items():
            with suppress(DecodeError, ValueError, RecursionError):
                facts = self._decoder.decode(value)
                if facts.text == keys[key]:
                    found[facts.text] = facts
        return found

    def put(self, facts: Iterable[Facts]) -> None:
        """Keep facts, if that can be done. A text that UTF-8 cannot hold is not kept."""
        if any_may_have_changed(self._files):
            return
        values: dict[bytes, bytes] = {}
        for each in facts:
            with suppress(UnicodeEncodeError):
                values[each.text.encode()] = msgpack.encode(each)
        self._shelf.put_many(values)


def _key(text: str) -> bytes | None:
    """The text as bytes, None for one with surrogates, which are no characters."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None
