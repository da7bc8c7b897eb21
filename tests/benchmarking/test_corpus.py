"""The invented résumés: the same for the same seed, no bullet twice, and read as they were meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import FEWEST_WORDS, MOST_WORDS, bullets
from benchmarks.formats import FORMATS, write_resume
from benchmarks.resumes import resumes
from benchmarks.stock import load_stock
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Source
from bulletcoach.readers import ResumeWords, read


def test_twenty_thousand_bullets_are_distinct() -> None:
    assert len(set(bullets(20_000, seed=1))) == 20_000


def test_a_seed_gives_the_same_bullets_and_another_one_others() -> None:
    assert bullets(50, seed=3) == bullets(50, seed=3)
    assert not set(bullets(50, seed=3)) & set(bullets(50, seed=4))


def test_a_seed_gives_the_same_bullets_everywhere() -> None:
    assert bullets(3, seed=1) == [
        "Trained 8 new colleagues in checking receipts and return dates and in sorting returned goods by condition",
        "Rebuilt the macro library, bringing the ticket backlog down from 416 tickets to 66 tickets",
        "Mapped the routes by zip code, bringing customer satisfaction up to 95%",
    ]


def test_bullets_are_as_long_as_bullets_are() -> None:
    lengths = {len(bullet.split()) for bullet in bullets(2_000, seed=1)}
    assert min(lengths) == FEWEST_WORDS
    assert max(lengths) == MOST_WORDS


def test_no_name_of_a_word_is_left_in_a_bullet() -> None:
    assert not [bullet for bullet in bullets(2_000, seed=1) if "{" in bullet or "}" in bullet]


def test_every_phrase_begins_with_a_known_verb_and_every_verb_is_used() -> None:
    stock = load_stock()
    phrases = [phrase for theme in stock.theme for phrase in (*theme.duties, *theme.acts)]
    told = [result for results in stock.results.values() for result in results]
    assert {phrase.split()[0] for phrase in (*phrases, *told)} == set(stock.verbs)


def test_a_resume_has_as_many_bullets_as_asked_for_and_shares_some_with_others() -> None:
    written = resumes([20, 40, 7] * 10, seed=1)
    assert [len(set(resume.bullets)) for resume in written] == [20, 40, 7] * 10
    distinct = {bullet for resume in written for bullet in resume.bullets}
    assert 0.9 * 670 < len(distinct) < 670


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("size", [1, 20, 40, 300])
def test_bulletcoach_reads_what_was_written(suffix: str, size: int, lexicon: Lexicon, tmp_path: Path) -> None:
    resume = resumes([size], seed=size)[0]
    path = tmp_path / f"resume{suffix}"
    write_resume(resume, path)
    data = path.read_bytes()
    words = ResumeWords.of(lexicon.headings, lexicon.terms, lexicon.macros)

    entries = [entry for _, entry in read(Source(str(path), data, data.decode()), words).judged_entries()]

    assert [[bullet.text for bullet in entry.bullets] for entry in entries] == [
        list(post.bullets) for post in resume.posts
    ]
