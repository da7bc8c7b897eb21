"""The desk: the open documents and what is known of them; each is examined a little after it was changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.server.examining import Examined, Examiner
from bulletcoach.server.opened import Opened

PAUSE = 0.2  # seconds without a key until a text is examined

T = TypeVar("T")


class _Work(Struct):
    """The examination of one version: `is_begun` is whether it waits no more for the writer's next key."""

    opened: Opened
    task: asyncio.Task[None]
    is_begun: bool = False


class Desk:
    """Lives on the main loop; one thread beside it does the work, so that requests are answered meanwhile.

    `show` is called with what came of each examination whose text is still the newest, in the order of the versions.
    """

    def __init__(self, examiner: Examiner, show: Callable[[Examined], None]) -> None:
        self._examiner = examiner
        self._show = show
        self._opened: dict[str, Opened] = {}
        self._known: dict[str, Examined] = {}
        self._work: dict[str, _Work] = {}
        self._thread = ThreadPoolExecutor(1, "examiner")
        self._settled = asyncio.Event()

    def settle(self, examiner: Examiner) -> None:
        """Go on with this examiner, now that the settings are known: everything is examined anew."""
        self._examiner = examiner
        self._settled.set()
        self.look_again()

    @property
    def examiner(self) -> Examiner:
        return self._examiner

    def put(self, opened: Opened, pause: float = 0.0) -> None:
        """A document was opened, or has a new text."""
        self._opened[opened.uri] = opened
        self._begin(opened, pause)

    def change(self, uri: str, version: int | None, text: str) -> None:
        """An open document has a new text, and more may follow."""
        if (opened := self._opened.get(uri)) is not None:
            self.put(replace(opened, version=version, text=text), PAUSE)

    def take(self, uri: str) -> None:
        """A document was closed."""
        self._opened.pop(uri, None)
        self._known.pop(uri, None)
        if (work := self._work.pop(uri, None)) is not None:
            work.task.cancel()

    def look_again(self, uris: Iterable[str] | None = None) -> None:
        """Something outside of the texts of these documents has changed, or of all."""
        for opened in [self._opened[uri] for uri in (self._opened if uris is None else uris) if uri in self._opened]:
            self.put(replace(opened))

    def known(self) -> list[Examined]:
        """What is known of the open documents."""
        return list(self._known.values())

    async def examined(self, uri: str) -> Examined | None:
        """What there is to say of a document as it is now; None for one that is not open."""
        while (opened := self._opened.get(uri)) is not None:
            known = self._known.get(uri)
            if known is not None and known.opened is opened:
                return known
            work = self._work[uri]
            if not work.is_begun and self._settled.is_set():
                work = self._begin(opened, 0.0)
            # Not “await”: whoever gives up waiting, or the next version, must not end the other.
            await asyncio.wait({work.task})
            if work.task.done() and not work.task.cancelled() and work.task.exception() is not None:
                return None
        return None

    async def in_thread(self, function: Callable[..., T], *arguments: object) -> T:
        """What `function` gives back, run where the examiner may be used."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    def close(self) -> None:
        """End what can be ended."""
        for work in self._work.values():
            work.task.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _begin(self, opened: Opened, pause: float) -> _Work:
        if (before := self._work.get(opened.uri)) is not None:
            before.task.cancel()
        work = _Work(opened, asyncio.ensure_future(self._examine(opened, pause)))
        work.is_begun = not pause
        self._work[opened.uri] = work
        return work

    async def _examine(self, opened: Opened, pause: float) -> None:
        await asyncio.sleep(pause)
        await self._settled.wait()
        if (work := self._work.get(opened.uri)) is not None and work.opened is opened:
            work.is_begun = True
        examined = await self.in_thread(self._examiner.examine, opened)
        if self._opened.get(opened.uri) is opened:
            self._known[opened.uri] = examined
            self._show(examined)
