"""The writer, and the gold set as it rewrites it, each made once for all tests of rewriting."""

from __future__ import annotations

import pytest

from bulletcoach.analysis import Analyser
from bulletcoach.lexicon.lexicon import Lexicon
from rewriting.writer import GENERAL, POSTS, SUPPORT, Told, Writer, gold_texts


@pytest.fixture(scope="session")
def writer(analyser: Analyser, lexicon: Lexicon) -> Writer:
    return Writer(analyser, lexicon)


@pytest.fixture(scope="session")
def gold(writer: Writer) -> dict[tuple[str, str], list[Told]]:
    """The gold set, rewritten in every kind of post, and as work of no known field, by (post, field)."""
    texts = gold_texts()
    places = [*((post, SUPPORT) for post in POSTS), ("ended", GENERAL)]
    return {(post, field): writer.told(texts, POSTS[post], field) for post, field in places}
