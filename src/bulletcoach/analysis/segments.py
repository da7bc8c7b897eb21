"""Cutting a bullet into the stretches that are parsed alone, and giving each the subject that a bullet leaves out.

spaCy's models are trained on whole sentences. "Handled customer escalations" parses as a noun phrase, "I handled
customer escalations" as what it is: of 26 bullets the head verb was tagged as a finite verb in 20 as written and in
all 26 with the subject restored. So every segment is parsed behind the subject that fits its first verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Form
from bulletcoach.model.text import Span

# A semicolon, or a full stop before a capital: what follows is a clause of its own without a subject. An abbreviation
# ("e.g. A", "Inc. B") is told by its length or an inner point.
_BREAK = re.compile(r";\s+|(?<=[a-z0-9%)\"']{3})[.!]\s+(?=[A-Z0-9])")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’/-]*")
_LABEL = re.compile(r"(?=\S.{1,38}?(?::|\s[–—-])\s)(?:[^\s:–—]+\s?){1,4}(?::|\s[–—-])\s+")
_LABELS_SEEN = 60
_SUBJECTS = {
    Form.PAST: "I ",
    Form.PARTICIPLE: "I ",
    Form.BASE: "I ",
    Form.THIRD: "She ",
    Form.GERUND: "I was ",
}


class Segment(Struct, frozen=True):
    """A stretch of a bullet's text as the parser gets it: `subject` was put in front of `text`."""

    span: Span
    text: str
    subject: str

    @property
    def shift(self) -> int:
        """What to add to an offset in `sentence` to get an offset in the bullet."""
        return self.span.start - len(self.subject)

    @property
    def sentence(self) -> str:
        return self.subject + self.text


def label_end(text: str, lexicon: Lexicon) -> int:
    """Where the claim begins behind a label such as "Leadership: " or "Automation – "; 0 where there is no label.

    It is a label only if a verb stands behind it.
    """
    end = shape_of_label(text, lexicon)
    return end if _begins_with_verb(text, end, lexicon) else 0


def shape_of_label(text: str, lexicon: Lexicon) -> int:
    """Where the text begins behind what has the shape of a label; 0 where nothing has.

    A first word that is a verb makes what stands before a dash an act and no label: "Retiled the deck – halving falls".
    """
    match = _LABEL.match(text[:_LABELS_SEEN])
    if match is None or (first := _WORD.search(text)) is None:
        return 0
    word = first[0].lower()
    forms = [form for _, form in lexicon.forms_of(word)] or list(_guessed_forms(word))
    is_act = Form.PAST in forms or Form.GERUND in forms
    return 0 if is_act and ":" not in match[0] else match.end()


def _begins_with_verb(text: str, offset: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands at `offset`; a base form must have something behind it ("Tools: Excel, SAP" has not)."""
    word = _WORD.match(text, offset)
    if word is None:
        return False
    forms = {form for _, form in lexicon.forms_of(word[0].lower())}
    following = text[word.end() : word.end() + 2]
    return bool(forms - {Form.BASE}) or (Form.BASE in forms and following[:1] == " " and following[1:].isalpha())


def segments_of(text: str, start: int, lexicon: Lexicon, *, only_gerund: bool = False) -> Iterator[Segment]:
    """The segments of `text` from the offset `start` on, each with its subject.

    With `only_gerund` the first one has none unless it begins with a gerund: behind "responsible for" a word that may
    be a noun is one ("inventory control").
    """
    at = start
    breaks = [match for match in _BREAK.finditer(text, start) if not _is_abbreviation(text, match, lexicon)]
    ends = [*((match.start(), match.end()) for match in breaks), (len(text), len(text))]
    for end, after in ends:
        if text[at:end].strip():
            yield _segment(text, Span(at, end), lexicon, only_gerund=only_gerund and at == start)
        at = after


def _is_abbreviation(text: str, full_stop: re.Match[str], lexicon: Lexicon) -> bool:
    word = text[: full_stop.start()].rsplit(None, 1)[-1:]
    return full_stop[0].startswith(".") and bool(word) and word[0].lower() in lexicon.terms_of("abbreviation")


def _segment(text: str, span: Span, lexicon: Lexicon, *, only_gerund: bool) -> Segment:
    part = span.of(text)
    words = list(_WORD.finditer(part[:120]))
    subject = _subject(part, words, lexicon)
    if only_gerund and subject != _SUBJECTS[Form.GERUND]:
        subject = ""
    if subject and words and _is_plain_capital(words[0][0]):
        first = words[0].start()
        part = part[:first] + part[first].lower() + part[first + 1 :]
    return Segment(span, part, subject)


def _subject(part: str, words: list[re.Match[str]], lexicon: Lexicon) -> str:
    """The subject to restore before the first verb, or nothing where there is one already or no verb."""
    index = next((n for n in range(min(5, len(words))) if not _is_adverbial(words, n, lexicon)), None)
    if index is None or not part.lstrip()[:1].isalpha():
        return ""
    word = words[index][0].lower()
    if word in lexicon.terms_of("subject"):
        return ""
    forms = [form for _, form in lexicon.forms_of(word)] or list(_guessed_forms(word))
    if not forms:
        return ""
    if Form.PAST in forms:
        return _SUBJECTS[Form.PAST]
    if forms[0] in (Form.BASE, Form.THIRD) and _reads_as_noun(part, words, index, lexicon):
        return ""
    return _SUBJECTS[forms[0]]


def _is_adverbial(words: list[re.Match[str]], index: int, lexicon: Lexicon) -> bool:
    """Whether a word is one of the adverbs in front of the verb, or joins two of them: "Quickly and safely led"."""
    word = words[index][0].lower()
    if word.endswith("ly"):
        return not lexicon.forms_of(word)  # reply, apply, supply
    return word == "and" and 0 < index < len(words) - 1 and words[index + 1][0].endswith("ly")


def _guessed_forms(word: str) -> Iterator[Form]:
    """Forms that the ending of an unknown word suggests."""
    head = word.split("-")[-1]
    if len(head) > 4 and head.endswith("ed"):
        yield Form.PAST
    elif len(head) > 5 and head.endswith("ing"):
        yield Form.GERUND


def _reads_as_noun(part: str, words: list[re.Match[str]], index: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be a base form or a third person is a noun: "Sales of …", "Account manager for …"."""
    if index + 1 == len(words):
        return True
    word, following = words[index][0].lower(), words[index + 1][0].lower()
    mark = part[words[index].end() : words[index + 1].start()].strip()[:1]
    if mark in (":", "–", "—", "-"):
        return True
    if following in ("and", "or") and index + 2 < len(words):
        joined = words[index + 2][0].lower()
        return joined.endswith("ing") and not any(form is Form.BASE for _, form in lexicon.forms_of(joined))
    if mark in (",", "&", "/") or following in ("and", "or"):
        return False
    if following == "of" or following in lexicon.terms_of("passive-be"):
        return True
    lemmas = {lemma for lemma, _ in lexicon.forms_of(word)}
    if following in lexicon.terms_of("after-noun"):
        return bool(lemmas & lexicon.terms_of("noun-too"))
    return following in lexicon.terms_of("title") and bool(lemmas & lexicon.terms_of("noun-too"))


def _is_plain_capital(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:] == word[1:].lower()
