"""An answer in the writer's own words, made to fit the place where it will stand. Nothing is added or reworded:

- the first letter becomes small, unless the word may be a name;
- a verb in the past becomes its -ing form where one is needed: “cut the wait” → “cutting the wait”;
- a word that stands before or behind the blank already is not said twice: “by” [“by sorting them”];
- “I” goes, as everywhere in a résumé, and so do quotation marks round the whole and a full stop behind it.
"""

from __future__ import annotations

import re
import unicodedata

from bulletcoach.analysis.inflection import regular_forms
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import PhraseIndex, words_of
from bulletcoach.model.facts import Form, MarkKind
from bulletcoach.model.rewrite import Slot

# Control characters, and halves of characters that a terminal failed to decode.
_UNTYPED = ("Cc", "Cs")
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "[": "]", "«": "»"}
_VERB_LIKE = re.compile(r"\w{3}(?:ed|ing)$")
_PUNCTUATION = " .,:;!-–—"
_BY = "by"
_MARKS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_SIGN_BEHIND = re.compile(r"(?<![\d.,$€£])(\d[\d.,]*\d|\d)\s?([$€£])(?!\s?\d)")
_END = re.compile(r"(?<=[\w%)])(?:\.|!+|\.\.\.|…)$")
_GERUND = re.compile(r"\w{3,}ing")
_PAST = re.compile(r"[a-z]{3,}ed")


def one_line(reply: str) -> str:
    """A reply with single spaces for everything that cannot stand in a line of text."""
    return " ".join("".join(" " if unicodedata.category(each) in _UNTYPED else each for each in reply).split())


def tidy(reply: str) -> str:
    """A reply as one line, without what encloses or ends it: quotation marks, brackets, marks of markup, a full stop.

    “40$” is written as in English.
    """
    line = _SIGN_BEHIND.sub(r"\2\1", _MARKS.sub(r"\2", one_line(reply))).strip(",; ")
    if len(line) > 1 and _QUOTES.get(line[0]) == line[-1]:
        line = line[1:-1].strip()
    return "" if not line.strip(_PUNCTUATION) else _END.sub("", line)


def fitting(answer: str, slot: Slot, before: str, lexicon: Lexicon, after: str = "") -> str:
    """`answer`, which is tidy, as it stands in the place of `slot` behind the text `before` and in front of `after`."""
    words = words_of(before)
    last = words[-1].key if words and before.rstrip()[-1:].isalnum() else ""
    answer = _without_me(answer, lexicon)
    first, _, rest = answer.partition(" ")
    if rest and last and first.lower() == last:
        answer = rest
    return _with_gerund(_small(_less(answer, after), lexicon), slot, last, lexicon)


def is_gerund(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a verb in -ing."""
    words = words_of(text)
    return bool(words) and (Form.GERUND in _forms(words[0].key, lexicon) or _GERUND.fullmatch(words[0].key) is not None)


def is_recognition(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with how others recognized the writer: “named agent of the month”, “praised by …”."""
    words = words_of(text)
    known = PhraseIndex(
        (phrase, True) for entry in lexicon.wordings if entry.kind is MarkKind.RECOGNITION for phrase in entry.phrases
    )
    is_passive = len(words) > 2 and words[1].key == _BY and not words[2].key[0].isdigit()
    return bool(words) and (is_passive or known.at(words, 0) is not None)


def _without_me(answer: str, lexicon: Lexicon) -> str:
    """The answer without the pronoun that a résumé leaves out: “I cut waits”, “I've cut waits”."""
    words = words_of(answer)
    start = 0
    while start < len(words) - 1 and words[start].key in lexicon.terms_of("answer-me"):
        start += 1
    return answer[words[start].span.start :] if start and lexicon.forms_of(words[start].key) else answer


def _less(answer: str, after: str) -> str:
    """The answer without last words that follow it anyway: “60 customer” before “customer questions”."""
    words, following = words_of(answer), words_of(after)
    for count in range(min(len(words) - 1, len(following)), 0, -1):
        if [word.key for word in words[-count:]] == [word.key for word in following[:count]]:
            return answer[: words[-count].span.start].rstrip()
    return answer


def _small(answer: str, lexicon: Lexicon) -> str:
    """The answer with a small first letter, if its first word is one that is no name."""
    words = words_of(answer)
    if not words or words[0].span.start != 0:
        return answer
    key = words[0].key
    if len(key) > 1 and not answer[1].islower():
        return answer  # an acronym, a figure
    is_common = key in lexicon.terms_of("small-word") or lexicon.forms_of(key) or _VERB_LIKE.search(key)
    return answer[0].lower() + answer[1:] if is_common else answer


def _with_gerund(answer: str, slot: Slot, last: str, lexicon: Lexicon) -> str:
    """The answer with its first word as -ing form, if that is a verb in the past and the place needs one."""
    first, space, rest = answer.partition(" ")
    if not (last == _BY or is_gerund(slot.example, lexicon)) or not rest or is_recognition(answer, lexicon):
        return answer
    lemmas = [lemma for lemma, form in lexicon.forms_of(first) if form in (Form.PAST, Form.PARTICIPLE)]
    gerund = lexicon.verbs[lemmas[0]].forms.split()[-1] if lemmas else _regular_gerund(first)
    return f"{gerund}{space}{rest}" if gerund else answer


def _regular_gerund(past: str) -> str:
    """The -ing form of a regular verb that the lexicon lacks; empty for what is no such past."""
    if not _PAST.fullmatch(past):
        return ""
    lemmas = (past[:-1], past[:-2], f"{past[:-3]}y")
    forms = (regular_forms(lemma).split() for lemma in lemmas)
    return next((gerund for _, spelled, _, gerund in forms if spelled == past), "")


def _forms(word: str, lexicon: Lexicon) -> set[Form]:
    return {form for _, form in lexicon.forms_of(word)}
