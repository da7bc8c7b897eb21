"""Forms of verbs that are no entries of the lexicon: regular ones by their spelling, irregular ones by list."""

from __future__ import annotations

import pytest
from bullet_tables import cases, gap

from bulletcoach.analysis.inflection import Forms, regular_forms
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon

_STRESS = "a last consonant is doubled behind a stressed vowel, in longer words, too"
_C = "a last c is joined by a k"

REGULAR = [
    ("zest", "zests zested zested zesting"),
    ("jump", "jumps jumped jumped jumping"),
    # behind an e
    ("hone", "hones honed honed honing"),
    ("knee", "knees kneed kneed kneeing"),
    ("agree", "agrees agreed agreed agreeing"),
    ("lie", "lies lied lied lying"),
    # y
    ("cry", "cries cried cried crying"),
    ("obey", "obeys obeyed obeyed obeying"),
    ("spray", "sprays sprayed sprayed spraying"),
    # a hiss, and o
    ("hiss", "hisses hissed hissed hissing"),
    ("wax", "waxes waxed waxed waxing"),
    ("buzz", "buzzes buzzed buzzed buzzing"),
    ("etch", "etches etched etched etching"),
    ("polish", "polishes polished polished polishing"),
    ("echo", "echoes echoed echoed echoing"),
    # one short vowel
    ("jog", "jogs jogged jogged jogging"),
    ("whip", "whips whipped whipped whipping"),
    ("scrub", "scrubs scrubbed scrubbed scrubbing"),
    ("knit", "knits knitted knitted knitting"),
    ("soak", "soaks soaked soaked soaking"),
    ("harvest", "harvests harvested harvested harvesting"),
    ("edit", "edits edited edited editing"),
    ("pedal", "pedals pedaled pedaled pedaling"),
    ("snow", "snows snowed snowed snowing"),
    ("defrost", "defrosts defrosted defrosted defrosting"),
    gap(_STRESS, "rebel", "rebels rebelled rebelled rebelling"),
    gap(_STRESS, "repel", "repels repelled repelled repelling"),
    gap(_STRESS, "kidnap", "kidnaps kidnapped kidnapped kidnapping"),
    gap("the u of qu is no vowel", "quiz", "quizzes quizzed quizzed quizzing"),
    gap(_C, "mimic", "mimics mimicked mimicked mimicking"),
    gap(_C, "panic", "panics panicked panicked panicking"),
]


@pytest.mark.parametrize(("lemma", "forms"), cases(REGULAR))
def test_regular_forms(lemma: str, forms: str) -> None:
    assert regular_forms(lemma) == forms


KNOWN = [
    # by list
    ("undergo", "undergoes underwent undergone undergoing"),
    ("redo", "redoes redid redone redoing"),
    ("withdraw", "withdraws withdrew withdrawn withdrawing"),
    ("shut", "shuts shut shut shutting"),
    # by the verb behind a prefix, of the list or of verbs.toml
    ("overhear", "overhears overheard overheard overhearing"),
    ("mishear", "mishears misheard misheard mishearing"),
    ("rebind", "rebinds rebound rebound rebinding"),
    ("relight", "relights relit relit relighting"),
    ("regrind", "regrinds reground reground regrinding"),
    ("re-sell", "re-sells re-sold re-sold re-selling"),
    ("unbind", "unbinds unbound unbound unbinding"),
    ("mispack", "mispacks mispacked mispacked mispacking"),
    # no prefix
    ("reap", "reaps reaped reaped reaping"),
    ("zest", "zests zested zested zesting"),
    gap("a stem of two letters is none", "overdo", "overdoes overdid overdone overdoing"),
    gap("a stem of two letters is none", "forego", "foregoes forewent foregone foregoing"),
]


@pytest.mark.parametrize(("lemma", "forms"), cases(KNOWN))
def test_forms_of_verbs_that_the_lexicon_lacks(lemma: str, forms: str, lexicon: Lexicon) -> None:
    assert lemma not in lexicon.verbs
    assert Forms(lexicon).of(lemma) == forms


IRREGULAR = [tuple(row.split(maxsplit=1)) for row in sorted(load_lexicon().terms_of("irregular"))]


@pytest.mark.parametrize(("lemma", "forms"), cases(IRREGULAR))
def test_the_list_of_irregular_verbs(lemma: str, forms: str, lexicon: Lexicon) -> None:
    third, past, participle, gerund = forms.split()

    assert lemma not in lexicon.verbs, "it has forms of its own"
    assert third in (f"{lemma}s", f"{lemma}es")
    assert gerund in (f"{lemma}ing", f"{lemma}{lemma[-1]}ing", f"{lemma[:-1]}ing")
    assert (past, participle) != tuple(regular_forms(lemma).split()[1:3])
