"""Grammar: whether the words that a rewrite has put into another form agree with those that it keeps."""

from __future__ import annotations

from itertools import dropwhile, pairwise, takewhile

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Facts, Form, Token
from bulletcoach.model.rewrite import Origin, Part, Rewrite
from bulletcoach.model.text import Span

_OWN_THING = ("DT", "PRP$")
_THING = ("NN", "NNS")
_LINKS = ("IN", "TO")


class Bent:
    """The words of a rewrite that stand in another form than in the bullet: “Trained” for “training”."""

    def __init__(self, rewrite: Rewrite, facts: Facts, lexicon: Lexicon) -> None:
        self._rewrite = rewrite
        self._facts = facts
        self._lexicon = lexicon
        self._parts = [part for part in rewrite.parts if _is_bent(part, facts)]
        self._starts = {part.source.start for part in self._parts if part.source is not None}

    def reads_wrong(self) -> bool:
        """Whether the whole may be no English, or no longer true, with these words as they are."""
        return bool(self._parts) and (
            self._is_state()
            or self._mixes_tenses()
            or any(map(self._follows_label, self._starts))
            or any(self._breaks(before, token) for before, token in pairwise(self._facts.tokens))
        )

    def _is_state(self) -> bool:
        """Whether a verb of what one is or has is put into another tense: “knew SQL”."""
        states = self._lexicon.terms_of("state")
        return any(token.start in self._starts and token.lemma in states for token in self._facts.tokens)

    def _mixes_tenses(self) -> bool:
        """Whether a verb stands in the base form beside one that stays in the past, “make sure that drivers signed”, or
        opens a sentence that has its verb, “used Excel, tracked spend”."""
        tokens = self._facts.tokens
        forms = {form for part in self._parts for _, form in self._lexicon.forms_of(part.text.lower())}
        is_only_how = self._facts.opener is None and bool(tokens) and tokens[0].tag == "VBG"
        stays = any(token.tag in ("VBD", "VBN")[: 1 + is_only_how] and self._stays(token) for token in tokens)
        return stays and (is_only_how or (Form.BASE in forms and Form.PAST not in forms))

    def _follows_label(self, start: int) -> bool:
        """Whether a colon stands before the act: “Tasks: cleaned”."""
        before = len(self._facts.text[:start].rstrip())
        return self._facts.text[before - 1 : before] == ":" and keeps(self._rewrite, Span(before - 1, before))

    def _breaks(self, before: Token, token: Token) -> bool:
        """Whether two neighbours of the bullet go together no longer."""
        if before.start in self._starts:
            pair = f"{before.text} {singular(token.text)}".lower()
            return self._leaves_link(before, token) or pair in self._lexicon.terms_of("compound")
        return self._stays(token) and self._is_left_behind(before, token)

    def _leaves_link(self, verb: Token, behind: Token) -> bool:
        """Whether the preposition of a noun is left behind its verb: “built of the page”, “supported to teachers”."""
        word = verb.text.lower()
        is_noun = word in self._lexicon.terms_of("noun-too") or verb.tag in _THING
        was_noun = behind.text.lower() == "of" or (is_noun and behind.tag in _LINKS)
        return was_noun and not word.endswith("ing") and self._stays(behind)

    def _is_left_behind(self, joint: Token, token: Token) -> bool:
        """Whether something that was joined to the act is now joined to what it was done to: “counted stock, shipping
        and received”, “trained nurses and for the rota”, “hired 6 people and a budget”."""
        word = token.text.lower()
        opener = self._facts.opener
        acts = any(form is Form.GERUND for _, form in self._lexicon.forms_of(word)) or token.tag == "VBG"
        if joint.tag == ",":
            return acts and word.endswith("ing") and token.dep != "prep"
        if joint.tag != "CC":
            return False
        hangs = opener is not None and word == opener.text.split()[-1].lower()
        return hangs or word.endswith("ing") or self._is_other_thing(token)

    def _is_other_thing(self, first: Token) -> bool:
        """Whether a thing of its own begins, with an article, or one that is an act by its name: “stock control”."""
        if first.tag in _OWN_THING:
            return True
        tokens = self._facts.tokens
        row = list(takewhile(lambda each: each.tag in _THING, dropwhile(lambda each: each is not first, tokens)))
        if not row or row[-1].tag != "NN":
            return False
        last = row[-1].text.lower()
        acts = any(form is Form.BASE for _, form in self._lexicon.forms_of(last))
        return last in self._lexicon.pairs_of("nominal") or (acts and len(row) > 1)

    def _stays(self, token: Token) -> bool:
        return token.start not in self._starts and keeps(self._rewrite, Span(token.start, token.end))


def keeps(rewrite: Rewrite, span: Span) -> bool:
    """Whether the writer's own words of a stretch are in the rewrite."""
    own = (part.source for part in rewrite.parts if part.origin is Origin.SOURCE)
    return any(source is not None and source.covers(span) for source in own)


def _is_bent(part: Part, facts: Facts) -> bool:
    if part.origin is Origin.LEXICON:
        return True
    if part.origin is not Origin.SOURCE or part.source is None:
        return False
    return part.text.strip().casefold() != part.source.of(facts.text).strip().casefold()
