"""Gathering: the Facts of texts, from memory, from earlier runs, or from the analysis.

The first two need no language model, which is loaded with the first texts that neither has, here or in other processes.
Wherever Facts come from, they are the same: they depend on nothing but the text and what the cache knows to be
unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts
from bulletcoach.workers.crew import Crew, Task
from bulletcoach.workers.faults import Outcome, TextFault

if TYPE_CHECKING:
    from bulletcoach.analysis.analyser import Analyser
    from bulletcoach.caching import FactsCache, Store

# Texts whose facts are kept in one run: those of some tens of résumés. Facts with their tokens take ten kilobytes each.
MEMORY = 256


class Gathered(Struct, frozen=True):
    """The Facts of texts, by text; the `faults` of those that could not be read, which are none of the user's."""

    facts: Mapping[str, Facts]
    faults: Mapping[str, TextFault] = {}


class Gathering:
    """Texts whose facts are being gathered."""

    def __init__(self, gatherer: Gatherer, found: dict[str, Facts], new: Sequence[str], task: Task | None) -> None:
        self._gatherer = gatherer
        self._found = found
        self._new = new
        self._task = task

    def result(self) -> Gathered:
        """What there is to know of the texts. Waits for it. Raises ModelError where no language model can read them."""
        read = dict(zip(self._new, self._task.outcomes(), strict=True)) if self._task is not None else {}
        facts = {text: outcome for text, outcome in read.items() if isinstance(outcome, Facts)}
        self._gatherer.keep(self._found, facts)
        faults = {text: outcome for text, outcome in read.items() if isinstance(outcome, TextFault)}
        return Gathered(self._found | facts, faults)


class Gatherer:
    """Gathers the Facts of texts with one lexicon.

    `store` keeps them from one run to the next, None nothing. `jobs` is how many processes are to read, None as many as
    pay off, 1 none but this.
    """

    def __init__(self, lexicon: Lexicon, store: Store | None = None, jobs: int | None = 1) -> None:
        self._lexicon = lexicon
        self._store = store
        self._opened: FactsCache | None = None
        self._analyser: Analyser | None = None
        self._crew = Crew(lexicon, self._read, jobs)
        self._known: dict[str, Facts] = {}

    def begin(self, texts: Iterable[str]) -> Gathering:
        """Look for what is known of the texts, and have the others read while something else is done."""
        wanted = dict.fromkeys(texts)
        found = {text: self._known[text] for text in wanted if text in self._known}
        if len(found) < len(wanted) and (cache := self._cache()) is not None:
            found |= cache.get([text for text in wanted if text not in found])
        new = [text for text in wanted if text not in found]
        return Gathering(self, found, new, self._crew.submit(new) if new else None)

    def keep(self, found: Mapping[str, Facts], new: Mapping[str, Facts]) -> None:
        """Remember facts that were found somewhere, and for the next run those that are new."""
        if new and (cache := self._cache()) is not None:
            cache.put(new.values())
        for facts in (found, new):
            self._known.update(facts)
        while len(self._known) > MEMORY:
            del self._known[next(iter(self._known))]

    def close(self) -> None:
        """End the processes that read, if there are any."""
        self._crew.close()

    def _read(self, texts: Sequence[str]) -> Sequence[Outcome]:
        """What the analysis makes of texts; where it fails, it is one text's fault, and the others are read without."""
        if self._analyser is None:
            from bulletcoach.analysis.analyser import Analyser

            self._analyser = Analyser(self._lexicon)
        try:
            return list(self._analyser.analyse(texts))
        except Exception as fault:
            if len(texts) == 1:
                return [TextFault.of(fault)]
            return [outcome for text in texts for outcome in self._read([text])]

    def _cache(self) -> FactsCache | None:
        """The facts of earlier runs, where any are kept."""
        if self._opened is None and self._store is not None:
            from bulletcoach.analysis.cached import facts_cache

            self._opened = facts_cache(self._store, self._lexicon.digest.encode())
            if self._opened is None:
                self._store = None
        return self._opened
