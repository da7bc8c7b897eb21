"""Verbs: which word is the head verb, which are coordinated with it, and what the lexicon says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bulletcoach.analysis.inflection import Forms
from bulletcoach.analysis.parsing import Parse
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Act, Claim, Form, Strength, Token, Verb
from bulletcoach.model.text import Span

# Stems that lost an e: "-ated", "-ized", "-ured", "-aged", "-oved", "-bled" and the like.
_SILENT_E = re.compile(r"(?:[aeiou](?:t|z|s|v|g|c|k|r|l|p|n|d|m|b)|[^aeiou][lrvcgz]|u)$")
# Verbs that turn a thing into something else: dockerized, gamified.
_TURNED_INTO = re.compile(r"(?:i[sz]|if[iy])(?:ed|ing|es|e)?$")
_HYPHENATED = re.compile(r"[A-Za-z]+(?:[-‑][A-Za-z]+)+")
_TAG_FORMS = {
    "VBD": (Form.PAST,),
    "VBN": (Form.PARTICIPLE, Form.PAST),
    "VBG": (Form.GERUND,),
    "VBZ": (Form.THIRD,),
    "VBP": (Form.BASE, Form.PAST),
    "VB": (Form.BASE,),
}
# The order in which forms are believed at the head of a bullet: "Found" is the past of find, not the base of found.
_HEAD_FORMS = (Form.PAST, Form.PARTICIPLE, Form.THIRD, Form.GERUND, Form.BASE)

# Tags of what may stand before the head verb behind a restored subject: adverbs, quotes, brackets.
_BEFORE_HEAD = ("CC", "RB", "RBR", "RBS", "HYPH", "``", "''", "-LRB-", "NFP")


def is_verb_tag(token: Token) -> bool:
    return token.tag.startswith("VB")


class VerbReader:
    """Reads verbs from parses, with the verb lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._forms = Forms(lexicon)
        self._be = lexicon.terms_of("passive-be")
        self._helping = lexicon.terms_of("helping")

    def head(self, parse: Parse, segment: int) -> tuple[int, Verb] | None:
        """The head verb of a segment with the index of its token, or None for a segment without a verb.

        Behind a restored subject it is the first word that is no adverb. Otherwise it must be a verb that has its own
        subject or begins the segment.
        """
        indexes = parse.segment_tokens(segment)
        if parse.segments[segment].subject:
            first = next((n for n in indexes if parse.tokens[n].tag not in _BEFORE_HEAD), None)
            return None if first is None or _is_nominal(parse, first) else self._passive_or(parse, first, _HEAD_FORMS)
        first = next((n for n in indexes if parse.tokens[n].tag not in ("RB", "PRP")), None)
        for index in indexes:
            token = parse.tokens[index]
            if index == first and _is_nominal(parse, index):
                return None
            begins = index == first and (token.text.lower() in self._be or is_verb_tag(token))
            if begins or (parse.is_root(index) and is_verb_tag(token) and self._has_subject(parse, index, segment)):
                return self._passive_or(parse, index, _TAG_FORMS.get(token.tag, _HEAD_FORMS))
        return None

    def coordinated(self, parse: Parse, head: int, verb: Verb) -> Iterator[tuple[int, Verb]]:
        """The verbs joined to the head by commas and conjunctions, in the form of the head."""
        segment = max(n for n, start in enumerate(parse.starts) if start <= head)
        for index in parse.segment_tokens(segment):
            token = parse.tokens[index]
            if index <= head or not self._joins(parse, index):
                continue
            joined = token.dep == "conj" and parse.tokens[token.head].start == verb.span.start
            if not (is_verb_tag(token) or joined or self._lists_verbs(parse, head, index, verb.form)):
                continue
            other = self.verb(parse, index, _same_form(verb.form))
            if other is not None and other.form is verb.form and (token.dep in ("conj", "ROOT", "dep") or other.known):
                yield index, other

    def verb(self, parse: Parse, index: int, forms: tuple[Form, ...]) -> Verb | None:
        """The token as a verb, believed to be in one of `forms`, in that order; None where it is none of them."""
        token = parse.tokens[index]
        span, word = _whole_word(parse, token)
        readings = {form: lemma for lemma, form in reversed(self._lexicon.forms_of(word))}
        for form in forms:
            if form in readings:
                lemma = readings[form]
                form = Form.PAST if form is Form.PARTICIPLE and Form.PAST in forms else form
                return self._known(parse, index, span, lemma, form)
        if readings or not (is_verb_tag(token) or word.endswith(("ed", "ing"))):
            return None
        guess = next((form for form in _TAG_FORMS.get(token.tag, ()) if form in forms), None) or _guessed(word)
        if guess is None or guess not in forms:
            return None
        again = word.startswith("re") and self._lexicon.forms_of(word.removeprefix("re").removeprefix("-"))
        act = Act.MAKE if again or _TURNED_INTO.search(word) else Act.ROUTINE
        lemma = _lemma(word, token)
        return Verb(span, span.of(parse.text), lemma, guess, act=act, known=False, forms=self._forms.of(lemma))

    def _known(self, parse: Parse, index: int, span: Span, lemma: str, form: Form) -> Verb:
        """A verb of the lexicon; with its particle it may be another one ("set up"), which then says what it shows."""
        entry = self._lexicon.verbs[lemma]
        following = parse.tokens[index + 1 : index + 3]
        particles = [parse.tokens[n].text.lower() for n in parse.children(index) if _is_particle(parse.tokens[n])]
        # "took over 70 calls" is no phrasal verb: the particle hedges the number.
        if following and not (len(following) > 1 and following[1].tag == "CD"):
            particles.append(following[0].text.lower())
        for particle in particles:
            entry = self._lexicon.verbs.get(f"{lemma} {particle}", entry)
        return Verb(span, span.of(parse.text), lemma, form, entry.strength, entry.family, entry.claim, entry.act)

    def _passive_or(self, parse: Parse, index: int, forms: tuple[Form, ...]) -> tuple[int, Verb] | None:
        """The verb at `index`, or the participle behind it where `index` is a form of "be"."""
        if parse.tokens[index].text.lower() in self._be:
            for later in range(index + 1, min(index + 4, len(parse.tokens))):
                if parse.tokens[later].tag == "VBN":
                    verb = self.verb(parse, later, (Form.PARTICIPLE,))
                    return (later, _in_form(verb, Form.PASSIVE)) if verb else None
                if parse.tokens[later].tag == "VBG":
                    verb = self.verb(parse, later, (Form.GERUND,))
                    return (later, _in_form(verb, Form.PRESENT)) if verb else None
        governor = parse.tokens[index].head
        helps = parse.tokens[index].dep == "aux" and parse.tokens[index].text.lower() in self._helping
        if helps and governor > index and is_verb_tag(parse.tokens[governor]):
            verb = self.verb(parse, governor, _HEAD_FORMS)
            return (governor, verb) if verb else None
        verb = self.verb(parse, index, forms)
        if verb is None:
            return None
        passive = any(parse.tokens[child].dep == "auxpass" for child in parse.children(index))
        return index, _in_form(verb, Form.PASSIVE) if passive else verb

    def _joins(self, parse: Parse, index: int) -> bool:
        """Whether a conjunction, comma or slash stands before the token, adverbs aside."""
        before = index - 1
        while before >= 0 and parse.tokens[before].tag == "RB":
            before -= 1
        return before >= 0 and (
            parse.tokens[before].tag == "CC" or parse.tokens[before].text in (",", "/", "&", "–", "—")
        )

    def _lists_verbs(self, parse: Parse, head: int, index: int, form: Form) -> bool:
        """Whether a word tagged as a noun is a verb of the list: "Design, build & test", "Repairs X and inspects Y"."""
        readings = {other for _, other in self._lexicon.forms_of(parse.tokens[index].text.lower())}
        if form not in readings or form not in (Form.BASE, Form.THIRD):
            return False
        between = parse.tokens[head + 1 : index]
        if all(token.tag in ("CC", ",") or self._lexicon.forms_of(token.text.lower()) for token in between):
            return True
        following = parse.tokens[index + 1].tag if index + 1 < len(parse.tokens) else "."
        return (
            form is Form.THIRD
            and parse.tokens[index - 1].tag == "CC"
            and following in ("NN", "NNS", "DT", "JJ", "PRP$")
        )

    def _has_subject(self, parse: Parse, index: int, segment: int) -> bool:
        """Whether the verb has a subject that can be the writer; behind the first segment only a pronoun can."""
        subjects = [parse.tokens[n] for n in parse.children(index) if parse.tokens[n].dep in ("nsubj", "nsubjpass")]
        return any(segment == 0 or subject.tag == "PRP" for subject in subjects)


def _is_particle(token: Token) -> bool:
    return token.dep == "prt" or (token.dep == "prep" and token.text.lower() in ("into", "to", "from"))


def _is_nominal(parse: Parse, index: int) -> bool:
    """Whether a gerund stands as a noun: "Processing of refunds", "Loading and unloading of trucks"."""
    behind = index
    while parse.tokens[behind].text.lower().endswith("ing"):
        following = [token.text.lower() for token in parse.tokens[behind + 1 : behind + 3]]
        if following[:1] == ["of"]:
            return True
        if len(following) < 2 or following[0] not in ("and", "&", ","):
            return False
        behind += 2
        if behind >= len(parse.tokens):
            return False
    return False


def named_verb(lemma: str, span: Span, text: str, form: Form, lexicon: Lexicon) -> Verb:
    """A verb known by its lemma only, such as the one inside a nominalisation."""
    entry = lexicon.verbs.get(lemma)
    if entry is None:
        return Verb(span, span.of(text), lemma, form, Strength.PLAIN, "general", Claim.OWN, Act.ROUTINE, known=False)
    return Verb(span, span.of(text), lemma, form, entry.strength, entry.family, entry.claim, entry.act)


def _same_form(form: Form) -> tuple[Form, ...]:
    return (Form.PAST, Form.PARTICIPLE) if form in (Form.PAST, Form.PASSIVE) else (form,)


def _in_form(verb: Verb, form: Form) -> Verb:
    return replace(verb, form=form)


def _whole_word(parse: Parse, token: Token) -> tuple[Span, str]:
    """The word that the token stands in, hyphenated parts included: the parser cuts "De-escalated" in three."""
    match = _HYPHENATED.match(parse.text, token.start)
    if match and match.end() > token.end:
        span = Span(match.start(), match.end())
        return span, match[0].lower().replace("‑", "-")
    return Span(token.start, token.end), token.text.lower()


def _guessed(word: str) -> Form | None:
    if word.endswith("ed"):
        return Form.PAST
    return Form.GERUND if word.endswith("ing") else None


def _lemma(word: str, token: Token) -> str:
    """The lemma of a verb that the lexicon lacks; where it ends in -ed or -ing, by the spelling of regular verbs."""
    stem = word.removesuffix("ing") if word.endswith("ing") else word.removesuffix("ed")
    if stem == word or len(stem) < 3:
        return token.lemma.lower()
    if stem[-1] == stem[-2]:
        return stem if stem[-1] in "lsz" else stem[:-1]
    return stem + "e" if _SILENT_E.search(stem) else stem
