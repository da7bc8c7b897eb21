"""Facts of earlier runs, as long as nothing that they depend on has changed."""

from __future__ import annotations

import sys
from pathlib import Path

from bulletcoach.analysis.ingredients import ingredients
from bulletcoach.caching.digests import digest_of
from bulletcoach.caching.facts import FactsCache
from bulletcoach.caching.store import Store


def facts_cache(store: Store, lexicon_digest: bytes) -> FactsCache | None:
    """The facts in `store` that were found with this analysis, this model and the lexicons of this digest.

    None where it cannot be told what the analysis is made of, as without a model, or after an upgrade under this
    process; then nothing can be kept.
    """
    files = ingredients()
    if files is None or (analysis := digest_of(files, store, Path(__file__).parent)) is None:
        return None
    # What is a letter, a digit or a space to a regular expression differs from one Python to the next.
    python = "{}.{}".format(*sys.version_info[:2]).encode()
    return FactsCache(store, analysis + python + lexicon_digest, files.values())
