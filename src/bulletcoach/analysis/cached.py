"""Facts of earlier runs, as long as nothing that they depend on has changed."""

from __future__ import annotations

from pathlib import Path

from bulletcoach.analysis.ingredients import ingredients
from bulletcoach.caching.digests import digest_of
from bulletcoach.caching.facts import FactsCache
from bulletcoach.caching.store import Store


def facts_cache(store: Store, lexicon_digest: bytes) -> FactsCache | None:
    """The facts in `store` that were found with this analysis, this model and the lexicons of this digest.

    None where it cannot be told what the analysis is made of, as without a model; then nothing can be kept.
    """
    files = ingredients()
    analysis = None if files is None else digest_of(files, store, Path(__file__).parent)
    return None if analysis is None else FactsCache(store, analysis + lexicon_digest)
