"""Bullets read and judged by the whole pipeline, each alone in an unnamed entry."""

from __future__ import annotations

from functools import cache

from judged_bullets import LEXICON

from bulletcoach.analysis.analyser import Analyser
from bulletcoach.judging import Bench
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.judgement import Context, Judged
from bulletcoach.model.text import SourceMap


@cache
def _analyser() -> Analyser:
    return Analyser(LEXICON)


@cache
def _bench(field: str) -> Bench:
    return Bench(LEXICON.field(field), LEXICON)


def read(text: str, entry: Entry | None = None, field: str = "general") -> Judged:
    """The bullet `text`, judged for a field, as the only one of `entry`."""
    (facts,) = _analyser().analyse([text])
    post = entry or Entry()
    section = Section(SectionKind.EXPERIENCE, "Experience", (post,))
    context = Context(section, post, 0, field)
    return Judged(Bullet(text, SourceMap(())), facts, _bench(field).judge(facts), context, 0)
