"""Gathering: the Facts of texts, from memory, from earlier runs, or from the analysis.

The first two need no language model, which is loaded with the first text that neither has. Wherever Facts come from,
they are the same: they depend on nothing but the text and what the cache knows to be unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts
from bulletcoach.workers.faults import TextFault

if TYPE_CHECKING:
    from bulletcoach.analysis.analyser import Analyser
    from bulletcoach.caching import FactsCache, Store

# Texts whose facts are kept in one run. Facts with their tokens take some kilobytes each.
MEMORY = 4_096


class Gathered(Struct, frozen=True):
    """The Facts of texts, by text; the `faults` of those that could not be read, which are none of the user's."""

    facts: Mapping[str, Facts]
    faults: Mapping[str, TextFault] = {}


class Gatherer:
    """Gathers the Facts of texts with one lexicon. `store` keeps them from one run to the next; None keeps nothing."""

    def __init__(self, lexicon: Lexicon, store: Store | None = None) -> None:
        self._lexicon = lexicon
        self._store = store
        self._opened: FactsCache | None = None
        self._analyser: Analyser | None = None
        self._known: dict[str, Facts] = {}

    def begin(self, texts: Iterable[str]) -> Callable[[], Gathered]:
        """Look for what is known of the texts; what is called then gives all of it, when it is needed.

        That raises ModelError where there is no language model to read the others with.
        """
        wanted = dict.fromkeys(texts)
        found = {text: self._known[text] for text in wanted if text in self._known}
        if len(found) < len(wanted) and (cache := self._cache()) is not None:
            found |= cache.get(text for text in wanted if text not in found)
        new = [text for text in wanted if text not in found]
        return lambda: self._completed(found, new)

    def gather(self, texts: Iterable[str]) -> Gathered:
        """What there is to know of the texts. Raises ModelError as above."""
        return self.begin(texts)()

    def _completed(self, found: dict[str, Facts], new: Sequence[str]) -> Gathered:
        read = self._read(new) if new else {}
        facts = {text: outcome for text, outcome in read.items() if isinstance(outcome, Facts)}
        if facts and (cache := self._cache()) is not None:
            cache.put(facts.values())
        found |= facts
        self._remember(found)
        return Gathered(found, {text: one for text, one in read.items() if isinstance(one, TextFault)})

    def _remember(self, facts: Mapping[str, Facts]) -> None:
        self._known.update(facts)
        while len(self._known) > MEMORY:
            del self._known[next(iter(self._known))]

    def _read(self, texts: Sequence[str]) -> dict[str, Facts | TextFault]:
        """What the analysis makes of texts; where it fails, it is one text's fault, and the others are read without."""
        analyse = self._loaded().analyse
        try:
            return dict(zip(texts, analyse(texts), strict=True))
        except Exception as fault:
            if len(texts) == 1:
                return {texts[0]: TextFault.of(fault)}
            return {text: outcome for each in texts for text, outcome in self._read([each]).items()}

    def _loaded(self) -> Analyser:
        if self._analyser is None:
            from bulletcoach.analysis.analyser import Analyser

            self._analyser = Analyser(self._lexicon)
        return self._analyser

    def _cache(self) -> FactsCache | None:
        """The facts of earlier runs, where any are kept."""
        if self._opened is None and self._store is not None:
            from bulletcoach.analysis.cached import facts_cache

            self._opened = facts_cache(self._store, self._lexicon.digest.encode())
            if self._opened is None:
                self._store = None
        return self._opened
