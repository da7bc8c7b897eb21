"""Neighbours: bullets that stand beside one another do not all open with the same verb, where another is as true."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from bullet_tables import cases, gap

from bulletcoach.rewriting import rewritten
from rewriting.writer import SUPPORT, Told, Writer


def _first(told: Told) -> str:
    """The first word of what is offered first, or of the bullet itself where nothing is offered."""
    text = told.rewrites[0].text if told.rewrites else told.text
    return text.split()[0]


# Bullets of one post, and the word that each one's best rewrite opens with.
POSTS = [
    ("Handled billing inquiries", ["Fielded"]),
    ("Handled billing inquiries; Handled technical inquiries", ["Fielded", "Handled"]),
    ("Handled billing inquiries; Handled technical inquiries; Handled delivery inquiries",
     ["Fielded", "Handled", "Fielded"]),
    # the writer's other verbs are no neighbours that matter
    ("Handled billing inquiries; Trained cashiers; Handled delivery inquiries", ["Fielded", "Trained", "Fielded"]),
    # a neighbour that needs no rewrite keeps its verb, before and behind
    ("Fielded 60 calls a day, cutting waits by 18%; Handled billing inquiries", ["Fielded", "Handled"]),
    ("Handled billing inquiries; Fielded 60 calls a day, cutting waits by 18%", ["Handled", "Fielded"]),
    # where no other verb is as true the writer's own stays
    ("Translated menus; Translated letters; Translated contracts", ["Translated", "Translated", "Translated"]),
]  # fmt: skip


@pytest.mark.parametrize(("bullets", "words"), cases(POSTS))
def test_the_verbs_of_a_post(bullets: str, words: list[str], writer: Writer) -> None:
    told = writer.together(bullets.split("; "))

    assert [_first(each) for each in told] == words, "\n".join(map(str, told))


SAME = [
    ("Handled billing inquiries", "Handled technical inquiries", "Handled delivery inquiries"),
    ("Handled complaints", "Handled escalations", "Handled returns"),
    ("Responsible for answering calls", "Responsible for answering emails", "Responsible for answering chats"),
    ("Handled refunds", "Handled exchanges", "Handled returns"),
]  # fmt: skip
KNOWN = {
    "Responsible for answering calls": "no other verb says “answer” of calls and claims no more",
    "Handled refunds": "the next bullet's own verb would be free, but “processed” is the only sharper one",
}


@pytest.mark.parametrize(
    "bullets", cases([(row,) if row[0] not in KNOWN else gap(KNOWN[row[0]], row) for row in SAME]), ids=[r[0] for r in SAME]
)
def test_no_two_in_a_row_open_alike(bullets: tuple[str, ...], writer: Writer) -> None:
    first = [_first(each) for each in writer.together(bullets)]

    assert all(one != other for one, other in pairwise(first)), first
