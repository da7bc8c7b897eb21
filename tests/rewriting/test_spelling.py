"""Spelling: what a rewrite adds is spelled as the whole résumé is, British or American."""

from __future__ import annotations

import re

import pytest
from bullet_tables import cases, gap

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.rewriting.spelling import Spelling, british_words, spelling_of
from rewriting.writer import Writer

# The bullets of a résumé, and whether it is British.
WHOLES = [
    ("Organised rotas", True),
    ("Organized schedules", False),
    ("ORGANISED ROTAS", True),
    ("Led a team", False),
    ("", False),
    ("Answered enquiries", True),
    ("Painted the doors grey", True),
    # the greater number decides; as many of each are no reason to depart from the lexicon's own
    ("Organised rotas; labelled parcels; ran the call center", True),
    ("Organised rotas; mixed colors", False),
    ("Organised rotas; mixed colors; ran the information center", False),
    gap("words that only one of the two spells so, and no pair of the lexicon", "Learnt sign language", True),
    gap("“licence” and “practise” are no pairs: each is American too, as another part of speech",
        "Renewed driving licences", True),
]  # fmt: skip


@pytest.mark.parametrize(("bullets", "british"), cases(WHOLES))
def test_the_whole_decides(bullets: str, british: bool, lexicon: Lexicon) -> None:
    assert bool(spelling_of(bullets.split("; "), lexicon).british) is british


WORDS = [
    ("organize", "organise"),
    ("Organizing", "Organising"),
    ("organizations", "organisations"),
    ("analyzed", "analysed"),
    ("prioritizing", "prioritising"),
    ("reorganized", "reorganised"),
    ("labeled", "labelled"),
    ("inquiries", "enquiries"),
    ("Centers", "Centres"),
    ("programs", "programmes"),
    ("raising inquiries by X", "raising enquiries by X"),
    # no verbs in -ize
    ("size", "size"),
    ("prize", "prize"),
    ("resizing", "resizing"),
    ("seized", "seized"),
    gap("a word with a hyphen is looked up as one", "call-center", "call-centre"),
]


@pytest.mark.parametrize(("american", "british"), cases(WORDS))
def test_a_word_in_british_spelling(american: str, british: str, lexicon: Lexicon) -> None:
    assert Spelling(british_words(lexicon)).of(american) == british


@pytest.mark.parametrize("text", ["Organized rotas", "Organised rotas", "enquiries", "", "[N daily] calls, 20 %"])
def test_the_lexicons_own_spelling_changes_nothing(text: str) -> None:
    assert Spelling().of(text) == text


def test_british_words_stay_as_they_are(lexicon: Lexicon) -> None:
    spelling = Spelling(british_words(lexicon))

    assert not [word for word in spelling.british.values() if spelling.of(word) != word]


# Another bullet of the same post, a bullet, and what its strong rewrite reads.
REWRITES = [
    ("Organised the archive", "Designed posters", "Designed [N] posters, [raising enquiries by X]"),
    ("Organized the archive", "Designed posters", "Designed [N] posters, [raising inquiries by X]"),
    ("Led a team of 9", "Designed posters", "Designed [N] posters, [raising inquiries by X]"),
    # the writer's own words keep his spelling, whatever the others say
    ("Organised the archive", "Responsible for labeling parcels", "Labeled […] parcels, […]"),
    ("Organized the archive", "Responsible for labelling parcels", "Labelled […] parcels, […]"),
    ("Organized the archive", "Responsible for analysing samples", "Analysed […] samples, […]"),
    ("Organized the archive", "Organisation of rotas", "Organised rotas, […]"),
    gap("the verb that comes of a noun is the lexicon's", "Organised the archive", "Analysis of samples",
        "Analysed samples, […]"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("other", "bullet", "text"), cases(REWRITES), ids=[f"{bullet} beside {other}" for other, bullet, _ in REWRITES]
)
def test_rewrites_follow_the_whole(other: str, bullet: str, text: str, writer: Writer) -> None:
    told = writer.together([other, bullet])[1]
    rewrite = told.of("strong")

    assert rewrite is not None
    assert re.sub(r"\[[^\]]*\]", "[…]", rewrite.text) == re.sub(r"\[[^\]]*\]", "[…]", text), str(told)
    assert "[…]" in text or rewrite.text == text


def test_questions_and_examples_follow_it_too(writer: Writer) -> None:
    texts = ["Organised the archive", "Designed posters", "Handed out brochures at fairs", "Answered enquiries"]
    slots = [slot for told in writer.together(texts) for each in told.rewrites for slot in each.slots]
    said = " ".join(f"{slot.text} {slot.ask} {slot.example}" for slot in slots)

    assert "enquiries" in said
    assert not re.search(r"\b(?:inquir\w+|organiz\w+|centers?|programs?|colors?)\b", said)
