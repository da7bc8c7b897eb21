"""How an answer in words reads in its place: what is wrong with it is said once, and the writer has the last word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletcoach.coaching.figures import Reading
from bulletcoach.coaching.phrasing import is_gerund, is_recognition
from bulletcoach.coaching.plausible import Objection
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import words_of
from bulletcoach.model.facts import Claim, Form
from bulletcoach.model.rewrite import Slot, Wanted

_BRACKETS = re.compile(r"\[[^\]]*\]")
_SENTENCES = re.compile(r"[a-z)%][.!?;]\s+[A-Z]")
_BEHIND_BY, _BEHIND_WITH, _BEHIND_DESPITE = "by", "with", "despite"
_WORDS_SHOWN = 3  # of the text before a blank


def misfits(
    text: str, slot: Slot, before: str, reading: Reading, lexicon: Lexicon, *, unasked: bool = False
) -> Iterator[Objection]:
    """What speaks against the words `text` behind `before`. `reading` has their figures; `unasked` says that another
    question than the blank's own was answered."""
    if _BRACKETS.search(text):
        yield Objection("Brackets mark a blank: type it without them.", is_final=True)
        return
    if set(slot.letters) & set(text.split()) and not reading.figures:
        yield Objection(f"{' and '.join(slot.letters)} stand for your own numbers.", is_final=True)
        return
    if advice := _advice(text, slot, before, reading, lexicon, unasked=unasked):
        yield Objection(f"It would read “{_shown(before, text)}”: {advice}{'' if advice.endswith('?') else '.'}")
    elif _SENTENCES.search(text):
        yield Objection("One phrase fits here, not several sentences.")


def _advice(text: str, slot: Slot, before: str, reading: Reading, lexicon: Lexicon, *, unasked: bool) -> str:
    """How to say it better, if it does not fit in."""
    words = [word.key for word in words_of(text)]
    if not words:
        return ""
    last = _last(before)
    example = f"as in: {slot.example}"
    match slot.wants:
        case Wanted.RESULT if is_gerund(slot.example, lexicon) and not _leads(text, words, lexicon, unasked):
            return f"begin with what changed, {example}"
        case Wanted.METHOD if not is_gerund(text, lexicon) and (last == _BEHIND_BY or _is_sentence(words, lexicon)):
            return f"begin with a verb in -ing, {example}"
        case Wanted.PROBLEM if last == _BEHIND_DESPITE and _is_sentence(words, lexicon):
            return f"name a thing, {example}"
        case Wanted.PART if last == _BEHIND_WITH:
            is_none = not lexicon.terms_of("answer-alone").isdisjoint(words)
            return "say that in words of your own, with /own" if is_none else ""
        case Wanted.ACT | Wanted.PART if not before.strip():
            return _advice_on_act(words, slot, lexicon)
        case Wanted.SCOPE if last in lexicon.terms_of("answer-preposition") and _is_no_amount(text, words, lexicon):
            return f"one number fits here, {example}"
        case Wanted.SCOPE if slot.letters and reading.figures and reading.rest and not unasked:
            return f"only the number fits here, {example}"
    return ""


def _leads(text: str, words: Sequence[str], lexicon: Lexicon, unasked: bool) -> bool:
    """Whether a phrase about what came of an act can begin like this, behind a comma."""
    if is_gerund(text, lexicon) or is_recognition(text, lexicon) or words[0] in lexicon.terms_of("answer-result"):
        return True
    return unasked and not _is_sentence(words, lexicon) and not _tells_of_others(words, lexicon)


def _tells_of_others(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether someone named by a noun did something: “the manager praised it”."""
    pasts = {word for word in words[1:] for _, form in lexicon.forms_of(word) if form is Form.PAST}
    is_told = bool(pasts) or any(word.endswith("ed") for word in words[1:])
    return words[0] in lexicon.terms_of("answer-filler") and is_told


def _is_sentence(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the words have a subject and a verb of their own: “we were short of people”."""
    if words[0] in lexicon.terms_of("clause-subject"):
        return True
    relatives, finite = lexicon.terms_of("clause-relative"), lexicon.terms_of("clause-verb")
    place = next((place for place, word in enumerate(words) if word in finite), None)
    return place is not None and relatives.isdisjoint(words[:place])


def _is_no_amount(text: str, words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the text begins with a preposition or a sign, or has two numbers: nothing that goes behind “by”."""
    return words[0] in lexicon.terms_of("answer-preposition") or text[0] in "-−" or "to" in words


def _advice_on_act(words: Sequence[str], slot: Slot, lexicon: Lexicon) -> str:
    readings = lexicon.forms_of(words[0])
    claims = {lexicon.verbs[lemma].claim for lemma, _ in readings}
    if not [form for _, form in readings if form is not Form.GERUND] and not words[0].endswith("ed"):
        return f"begin with the verb, as in: {slot.example}"
    if claims and claims <= {Claim.SUPPORT, Claim.SHARE}:
        return "that leaves your own part open: what did you do yourself?"
    if slot.wants is Wanted.PART and len(words) == 1:
        return f"say what, too, as in: {slot.example}"
    return ""


def _last(before: str) -> str:
    words = words_of(before)
    return words[-1].key if words and before.rstrip()[-1:].isalnum() else ""


def _shown(before: str, text: str) -> str:
    """The last words before the blank, and the answer."""
    words = before.split()
    lead = "… " if len(words) > _WORDS_SHOWN else ""
    return f"{lead}{' '.join([*words[-_WORDS_SHOWN:], text])}"
