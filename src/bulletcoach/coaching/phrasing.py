"""An answer in the writer's own words, made to fit the place where it will stand. Nothing is added or reworded:

- the first letter becomes small, unless the word may be a name;
- a verb in the past becomes its -ing form where one is needed: “cut the wait” → “cutting the wait”;
- a word that stands before the blank already is not said twice: “by” [“by sorting them”];
- quotation marks round the whole, and a full stop behind it, go.
"""

from __future__ import annotations

import re
import unicodedata

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import words_of
from bulletcoach.model.facts import Form
from bulletcoach.model.rewrite import Slot

# Control characters, and halves of characters that a terminal failed to decode.
_UNTYPED = ("Cc", "Cs")
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "[": "]", "«": "»"}
_VERB_LIKE = re.compile(r"\w{3}(?:ed|ing)$")
_PUNCTUATION = " .,:;!-–—"
_BY = "by"


def one_line(reply: str) -> str:
    """A reply with single spaces for everything that cannot stand in a line of text."""
    return " ".join("".join(" " if unicodedata.category(each) in _UNTYPED else each for each in reply).split())


def tidy(reply: str) -> str:
    """A reply as one line, without what encloses or ends it: quotation marks, brackets, a full stop, commas."""
    line = one_line(reply).strip(",; ")
    if len(line) > 1 and _QUOTES.get(line[0]) == line[-1]:
        line = line[1:-1].strip()
    return "" if not line.strip(_PUNCTUATION) else re.sub(r"(?<=[\w%)])\.$", "", line)


def fitting(answer: str, slot: Slot, before: str, lexicon: Lexicon) -> str:
    """`answer`, which is tidy, as it stands in the place of `slot` behind the text `before`."""
    words = words_of(before)
    last = words[-1].key if words and before.rstrip()[-1:].isalnum() else ""
    first, _, rest = answer.partition(" ")
    if rest and last and first.lower() == last:
        answer = rest
    return _with_gerund(_small(answer, lexicon), slot, last, lexicon)


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
    model = words_of(slot.example)
    wants_gerund = last == _BY or (model and Form.GERUND in _forms(model[0].key, lexicon))
    if not wants_gerund or not rest:
        return answer
    lemmas = [lemma for lemma, form in lexicon.forms_of(first) if form in (Form.PAST, Form.PARTICIPLE)]
    forms = lexicon.verbs[lemmas[0]].forms.split() if lemmas else []
    return f"{forms[-1]}{space}{rest}" if forms else answer


def _forms(word: str, lexicon: Lexicon) -> set[Form]:
    return {form for _, form in lexicon.forms_of(word)}
