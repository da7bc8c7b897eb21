"""What a word can be as a verb, by all that are known."""

from __future__ import annotations

import pytest

from bulletcoach.lexicon.inflections import VerbForms
from bulletcoach.lexicon.records import VerbEntry
from bulletcoach.model.facts import Act, Form, Strength


def verb(forms: str) -> VerbEntry:
    return VerbEntry(forms, Act.ROUTINE, Strength.PLAIN, "general")


VERBS = {
    "lead": verb("leads led led leading"),
    "cut": verb("cuts cut cut cutting"),
    "lie": verb("lies lay lain lying"),
    "lay": verb("lays laid laid laying"),
    "centre": verb("centres centred centred centring"),
    "center": verb("centers centered centered centering"),
    "tire": verb("tires tired tired tiring"),
    "tyre": verb("tyres tyred tired tiring"),
    "follow up": verb("follows followed followed following"),
    "yclept": verb(""),
}
FORMS = VerbForms(VERBS, {"tyre": "tire", "centre": "centre up"})


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("lead", (("lead", Form.BASE),)),
        ("led", (("lead", Form.PAST), ("lead", Form.PARTICIPLE))),
        ("cut", (("cut", Form.BASE), ("cut", Form.PAST), ("cut", Form.PARTICIPLE))),
        ("lay", (("lie", Form.PAST), ("lay", Form.BASE))),
        ("centred", (("centre", Form.PAST), ("centre", Form.PARTICIPLE))),
        ("tired", (("tire", Form.PAST), ("tire", Form.PARTICIPLE))),
        ("tyred", (("tyre", Form.PAST),)),
        ("yclept", (("yclept", Form.BASE),)),
    ],
)
def test_readings_stand_in_the_order_of_verbs_and_forms(word: str, readings: tuple[tuple[str, Form], ...]) -> None:
    assert word in FORMS
    assert FORMS[word] == FORMS[word] == readings


@pytest.mark.parametrize("word", ["ledd", "follow up", "followed", ""])
def test_what_is_no_form_has_no_reading(word: str) -> None:
    assert word not in FORMS
    assert FORMS.get(word, ()) == ()
    with pytest.raises(KeyError):
        FORMS[word]


def test_the_forms_are_those_of_all_verbs_of_one_word() -> None:
    words = {form for lemma, entry in VERBS.items() if " " not in lemma for form in (lemma, *entry.forms.split())}
    assert set(FORMS) == words
    assert len(FORMS) == len(words)
