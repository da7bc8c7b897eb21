"""Neighbours: bullets that stand beside one another do not all open with the same verb, where another is as true."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bullet_tables import cases
from msgspec.structs import replace

from bulletcoach.rewriting import rewritten
from rewriting.writer import SUPPORT, Told, Writer


def _first(told: Told) -> str:
    """The first word of what is offered first, or of the bullet itself where nothing is offered."""
    text = told.rewrites[0].text if told.rewrites else told.text
    return text.split()[0]


# Bullets of one post, and the word that each one's best rewrite opens with.
POSTS = [
    ("Handled billing inquiries", ["Handled"]),
    ("Handled billing inquiries; Handled technical inquiries", ["Handled", "Fielded"]),
    ("Handled billing inquiries; Handled technical inquiries; Handled delivery inquiries",
     ["Handled", "Fielded", "Handled"]),
    # the writer's other verbs are no neighbours that matter
    ("Handled billing inquiries; Trained cashiers; Handled delivery inquiries", ["Handled", "Trained", "Handled"]),
    # a neighbour that needs no rewrite keeps its verb, before and behind
    ("Fielded 60 calls a day, cutting waits by 18%; Handled billing inquiries", ["Fielded", "Handled"]),
    ("Handled billing inquiries; Fielded 60 calls a day, cutting waits by 18%", ["Handled", "Fielded"]),
    # where no other verb is as true the writer's own stays
    ("Responsible for answering calls.; Responsible for answering emails; Responsible for answering chats",
     ["Answered", "Answered", "Took"]),
    ("Translated menus; Translated letters; Translated contracts", ["Translated", "Translated", "Translated"]),
]  # fmt: skip


@pytest.mark.parametrize(("bullets", "words"), cases(POSTS))
def test_the_verbs_of_a_post(bullets: str, words: list[str], writer: Writer) -> None:
    told = writer.together(bullets.split("; "))

    assert [_first(each) for each in told] == words, "\n".join(map(str, told))


# Bullets of one post that open with the same verb.
SAME = [
    ("Handled billing inquiries", "Handled technical inquiries", "Handled delivery inquiries"),
    ("Handled complaints", "Handled escalations", "Handled returns"),
    ("Handled refunds", "Handled exchanges", "Handled returns"),
    ("Handling refunds", "Handles exchanges", "Responsible for handling returns"),
]


@pytest.mark.parametrize("bullets", SAME, ids=[" - ".join(row) for row in SAME])
def test_no_two_in_a_row_open_alike(bullets: tuple[str, ...], writer: Writer) -> None:
    told = writer.together(bullets)
    first = [_first(each) for each in told]

    assert all(one != other for one, other in pairwise(first)), first


def test_the_same_bullet_thrice_reads_differently_each_time(writer: Writer) -> None:
    """Bullets are told apart by their number, not by their words."""
    told = writer.together(["Handled billing inquiries"] * 3)

    assert [_first(each) for each in told] == ["Handled", "Fielded", "Handled"]


def test_bullets_of_another_post_are_no_neighbours(writer: Writer) -> None:
    told = writer.together(["Handled billing inquiries"], ["Handled delivery inquiries"])

    assert [_first(each) for each in told] == ["Handled", "Handled"]


def test_a_bullet_without_rewrites_is_left_out(writer: Writer) -> None:
    texts = ["Cut scrap by 18%", "Handled billing inquiries", "Team"]
    bullets = [replace(each, number=number + 7) for number, each in enumerate(writer.judged(texts))]
    found = rewritten(bullets, writer.rewriter(SUPPORT), writer.lexicon)

    assert list(found) == [8]
    assert rewritten([], writer.rewriter(SUPPORT), writer.lexicon) == {}
