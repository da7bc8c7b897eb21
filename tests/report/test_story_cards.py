"""Achievements as cards: the writer's words where they are, questions where they are not."""

from __future__ import annotations

import pytest

import bulletcoach
from bulletcoach import Verdict
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.report.story_cards import CardMaker, StoryCard

RESUME = """\
EXPERIENCE

Support Agent, Norvell Telecom, 2019 - 2021
"""

# What each bullet says on its card; a part that is not named is a question.
CARDS = {
    "Cut average handle time from 9 to 6 minutes by rewriting the call guide": {
        "Action": ("rewriting the call guide",),
        "Result": ("Cut average handle time from 9 to 6 minutes",),
    },
    "Rewrote the refund macros, resulting in a 12% drop in reopened tickets": {
        "Action": ("Rewrote the refund macros",),
        "Result": ("a 12% drop in reopened tickets",),
    },
    "Wrote a four-step outage checklist that cut repeat contacts from 18% to 11%": {
        "Action": ("Wrote a four-step outage checklist",),
        "Result": ("cut repeat contacts from 18% to 11%",),
    },
    "Persuaded engineering to fix a login loop by logging 38 reproducible cases; lockout tickets fell 70%": {
        "Situation": ("to fix a login loop",),
        "Action": ("Persuaded engineering", "logging 38 reproducible cases"),
        "Result": ("lockout tickets fell 70%",),
    },
    "Handled 70 calls a day in English and Spanish at 97% CSAT, the highest score on a desk of 26": {
        "Action": ("Handled 70 calls a day in English and Spanish",),
        "Result": ("at 97% CSAT, the highest score on a desk of 26",),
    },
    "Coached six agents into senior posts, holding yearly attrition at 12% on a site that averages 31%": {
        "Action": ("Coached six agents into senior posts",),
        "Result": ("holding yearly attrition at 12% on a site that averages 31%",),
    },
    "Kept CSAT above about 95% for two years": {"Result": ("Kept CSAT above about 95% for two years",)},
    "Awarded Rookie of the Year": {"Result": ("Awarded Rookie of the Year",)},
    "Passed the ISO 9001 audit clean after two failed ones": {
        "Situation": ("after two failed ones",),
        "Result": ("Passed the ISO 9001 audit clean",),
    },
}


@pytest.fixture(scope="module")
def cards(lexicon: Lexicon) -> dict[str, StoryCard]:
    result = bulletcoach.check_text(RESUME + "".join(f"- {bullet}\n" for bullet in CARDS))
    assert {bullet.judgement.verdict for bullet in result.bullets} == {Verdict.ACHIEVEMENT}
    maker = CardMaker(lexicon)
    return {bullet.bullet.text: maker.card(bullet) for bullet in result.bullets}


@pytest.mark.parametrize("bullet", CARDS)
def test_the_words_of_a_card(cards: dict[str, StoryCard], bullet: str) -> None:
    assert {part.name: part.words for part in cards[bullet].parts if part.words} == CARDS[bullet]


@pytest.mark.parametrize("bullet", CARDS)
def test_every_word_is_the_writers_own_and_every_gap_has_a_question(cards: dict[str, StoryCard], bullet: str) -> None:
    card = cards[bullet]
    assert [part.name for part in card.parts] == ["Situation", "Task", "Action", "Result"]
    for part in card.parts:
        assert all(words in bullet for words in part.words)
        assert part.words or part.questions
        assert all(question.endswith("?") for question in part.questions)


def test_the_post_stands_for_a_task_that_the_bullet_does_not_name(cards: dict[str, StoryCard]) -> None:
    assert {card.parts[1].context for card in cards.values()} == {"As Support Agent"}


def test_an_act_without_its_way_is_asked_for_it(cards: dict[str, StoryCard], lexicon: Lexicon) -> None:
    how = lexicon.questions["star-method"].ask
    with_method, without = list(cards.values())[:2]
    assert (with_method.parts[2].questions, without.parts[2].questions) == ((), (how,))


def test_no_result_is_on_two_parts_of_a_card(cards: dict[str, StoryCard]) -> None:
    for card in cards.values():
        words = [words for part in card.parts for words in part.words]
        assert len(words) == len(set(words))
