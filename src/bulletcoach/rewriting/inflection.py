"""The forms of verbs: those of the lexicon, and for verbs that it lacks those that the analysis found."""

from __future__ import annotations

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Form, Verb

_PLAIN = (Form.BASE, Form.PRESENT)
_PLACES = {Form.THIRD: 0, Form.PAST: 1, Form.PARTICIPLE: 2, Form.GERUND: 3}


def inflected(lemma: str, form: Form, lexicon: Lexicon, forms: str = "") -> str | None:
    """A verb in a form, None where neither the lexicon nor `forms` (four words, as in VerbEntry) has it.

    Of a verb of several words (“set up”) the first is inflected.
    """
    if form in _PLAIN:
        return lemma
    first, _, rest = lemma.partition(" ")
    entry = lexicon.verbs.get(lemma)
    if entry is None or not entry.forms:
        entry = lexicon.verbs.get(first)
    words, place = (entry.forms if entry is not None else forms).split(), _PLACES.get(form)
    if place is None or place >= len(words):
        return None
    return f"{words[place]} {rest}" if rest else words[place]


def in_form(verb: Verb, form: Form, lexicon: Lexicon) -> str | None:
    """The writer's own verb in another form, in his own spelling: “labelling” becomes “labelled”, not “labeled”."""
    said = verb.text.lower()
    if form is verb.form and said != verb.lemma:
        return verb.text
    word = inflected(verb.lemma, form, lexicon, verb.forms)
    known = word is not None and word != said and said == verb.lemma
    if (form is verb.form and not known) or (form is Form.BASE and verb.form in _PLAIN):
        return verb.text
    if word is None or not said.endswith(("lled", "lling")):
        return word
    for ending in ("led", "ling"):
        if word.endswith(ending) and not word.endswith(f"l{ending}"):
            return f"{word.removesuffix(ending)}l{ending}"
    return word
