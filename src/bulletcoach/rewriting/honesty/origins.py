"""Origins: every part of a rewrite must bear out the origin that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.lexicon.records import OpenerKind
from bulletcoach.model.facts import Act, Claim, Facts, Form, Role, Token, Verb
from bulletcoach.model.rewrite import Origin, Part
from bulletcoach.model.text import Span
from bulletcoach.rewriting.edges import Edges
from bulletcoach.rewriting.honesty.rendering import WORD, Changed, Rendering
from bulletcoach.rewriting.inflection import inflected

RANKS = {Claim.SUPPORT: 0, Claim.SHARE: 1, Claim.OWN: 2, Claim.LEAD: 3}
_SOURCE, _LEXICON, _GRAMMAR, _SLOT = Origin.SOURCE, Origin.LEXICON, Origin.GRAMMAR, Origin.SLOT
_NOT_BORNE_OUT = {
    Origin.SLOT: "is no blank",
    Origin.SOURCE: "is not in the source",
    Origin.GRAMMAR: "is more than grammar",
}
_FORMS = (Form.PAST, Form.GERUND, Form.BASE, Form.THIRD, Form.PARTICIPLE)  # the likeliest first
_PREFIX = (2, 3, 4, 5)  # letters before a hyphen
_OTHERS = ("relcl", "xcomp", "ccomp", "pcomp", "pobj")  # places of acts that are not the bullet's own


class OriginCheck:
    """Checks the parts of rewrites one by one."""

    def __init__(self, lexicon: Lexicon, edges: Edges) -> None:
        self._lexicon = lexicon
        self._edges = edges
        self._openers = {entry.phrase: entry for entry in lexicon.openers}
        self._grammar = lexicon.terms_of("rewrite-grammar")
        self._short = [pair.split() for pair in lexicon.terms_of("rewrite-short")]
        self._nominals = lexicon.pairs_of("nominal")

    def faults(self, rendering: Rendering) -> Iterator[str]:
        """What is wrong with single parts: source words that are none, invented verbs, grammar with content."""
        for part in rendering.altered:
            if part.origin is _LEXICON:
                yield from self._verb(part, rendering.facts)
            elif not self._is_borne_out(part, rendering.facts):
                yield f"“{part.text}” {_NOT_BORNE_OUT[part.origin]}"
        for change in rendering.changed:
            if not self._is_form(change, rendering.facts):
                yield f"“{change.word}” is no form of “{change.span.of(rendering.facts.text)}” as it is meant there"
        for parts in (rendering.rewrite.parts, rendering.rewrite.second):
            yield from _adjacent(parts) if parts else ()

    def _is_borne_out(self, part: Part, facts: Facts) -> bool:
        """Whether a part is what its origin says."""
        origin, text = part.origin, part.text
        if origin is _SLOT:
            return part.slot is not None and text == f"[{part.slot.text}]"
        if origin is _SOURCE:
            return part.source is not None and _renders(text, part.source.of(facts.text))
        if origin is not _GRAMMAR or not any(map(str.isalnum, text)):
            return True
        return not any(map(str.isdigit, text)) and all(
            self._is_grammar(word.lower(), facts) for word in WORD.findall(text)
        )

    def _is_grammar(self, word: str, facts: Facts) -> bool:
        """Whether a word has no content, or shortens a phrase that the source has: “daily” for “on a daily basis”."""
        if word in self._grammar:
            return True
        source = facts.text.lower()
        return any(word == short and stem in source for short, stem in self._short)

    def _verb(self, part: Part, facts: Facts) -> Iterator[str]:
        """A verb of the lexicon must be at the end of an edge from what it stands for, and claim no more."""
        words = part.text.lower().split()
        readings = {lemma for lemma, _ in self._lexicon.forms_of(words[0])} if words else set()
        lemmas = {" ".join([lemma, *words[1:]]) for lemma in readings} | readings
        if not lemmas & self._reachable(part, facts):
            yield f"no upgrade leads from the source to “{part.text}”"
            return
        entry = next((self._lexicon.verbs[each] for each in lemmas if each in self._lexicon.verbs), None)
        source = next((verb for verb in facts.verbs if part.source and part.source.covers(verb.span)), None)
        if entry is None or source is None:
            return
        if RANKS[entry.claim] > RANKS[source.claim]:
            yield f"“{part.text}” claims more than “{source.text}”"
        if entry.act is Act.RESULT and source.act is not Act.RESULT:
            yield f"“{part.text}” claims a change, “{source.text}” does not"

    def _reachable(self, part: Part, facts: Facts) -> set[str]:
        """The lemmas that may stand where the part stands."""
        steps = [step for verb in facts.verbs for step in self._edges.of_verb(verb, facts)]
        opener = self._openers.get(facts.opener.phrase) if facts.opener else None
        names_thing = facts.head is None or facts.head.form in (Form.BASE, Form.PRESENT, Form.THIRD)
        if (opener is None and names_thing) or (opener is not None and opener.part is None):
            steps += self._edges.of_opener(OpenerKind.FIXED, facts)
        return {step.to for step in steps if step.words == part.source}

    def _is_form(self, change: Changed, facts: Facts) -> bool:
        """Whether a word of the source is shown as another form of itself, meant as it was meant there.

        A noun may change its number; a verb its form, if it is one that the bullet tells of its writer, or what came of
        that; a noun that hides a verb may become it. What somebody else did, or what was seen, asked or hoped for, may
        not be told in another form, but for the infinitive.
        """
        word, other = change.word.lower(), change.span.of(facts.text).lower()
        if singular(word) == singular(other) and _is_noun(change, facts):
            return True
        verb = next((each for each in _told_verbs(facts) if each.span.covers(change.span)), None)
        if verb is not None:
            return self._is_form_of(word, verb.lemma, verb.forms)
        token = _token_of(change, facts)
        lemmas = {lemma for lemma, _ in self._lexicon.forms_of(other)}
        if Form.BASE in {form for lemma, form in self._lexicon.forms_of(word) if lemma in lemmas}:
            return True  # an infinitive says that it was to be done
        hidden = self._nominals.get(other) or self._nominals.get(singular(other))
        if token is not None and self._is_third_person(token, facts):
            return self._is_form_of_any(word, lemmas)
        if token is not None and hidden is not None and ends_compound(token, facts):
            return self._is_form_of_any(word, {hidden})
        if (
            token is None
            or (token.dep in _OTHERS and not _leads_on(token, facts) and not _is_means(token, facts))
            or (token.tag == "NNS" and hidden is None)
        ):
            return False
        if token.tag.startswith("NN") and hidden is None and not other.endswith("ing") and token.dep != "conj":
            return token.dep in ("compound", "dep") and bool(lemmas) and self._is_form_of_any(word, lemmas)
        return self._is_form_of_any(word, lemmas | ({hidden} if hidden else set()))

    def _is_third_person(self, token: Token, facts: Facts) -> bool:
        """Whether a plural behind “and” is a verb in a row of third persons: “supervises a team and reports to …”."""
        if facts.head is None or facts.head.form is not Form.THIRD or token.tag != "NNS":
            return False
        number = facts.tokens.index(token)
        behind = facts.tokens[number + 1].text.lower() if number + 1 < len(facts.tokens) else ""
        third = any(form is Form.THIRD for _, form in self._lexicon.forms_of(token.text.lower()))
        return third and number > 0 and facts.tokens[number - 1].tag == "CC" and behind in ("to", "on")

    def _is_form_of_any(self, word: str, lemmas: Iterable[str]) -> bool:
        return any(self._is_form_of(word, lemma) for lemma in lemmas)

    def _is_form_of(self, word: str, lemma: str, forms: str = "") -> bool:
        """Whether a word is a form of a verb, spelling variants allowed for: “labelled”, “de-escalated”."""
        found = (inflected(lemma, form, self._lexicon, forms) for form in _FORMS)
        return any(each == word or (each is not None and _is_spelling_of(word, each)) for each in found)


def _token_of(change: Changed, facts: Facts) -> Token | None:
    """The token of a word that is shown in another form."""
    return next((each for each in facts.tokens if each.start <= change.span.start < each.end), None)


def _is_noun(change: Changed, facts: Facts) -> bool:
    token = _token_of(change, facts)
    return token is None or token.tag.startswith("NN")


def _told_verbs(facts: Facts) -> Iterator[Verb]:
    """The verbs that the bullet tells of its writer, with the gerunds of a list and of what came of it."""
    yield from facts.verbs
    if facts.nominal is not None:
        yield facts.nominal
    for clause in facts.clauses_of(Role.ACTION, Role.TASK, Role.RESULT, Role.PRAISE):
        if clause.verb is not None and clause.verb.form is Form.GERUND:
            yield clause.verb


def _leads_on(token: Token, facts: Facts) -> bool:
    """Whether a gerund goes on from the opener: “responsible for answering calls and for filing claims”."""
    before = [each.tag for each in facts.tokens if each.end <= token.start][-2:]
    return before == ["CC", "IN"] and token.text.lower().endswith("ing")


def ends_compound(token: Token, facts: Facts) -> bool:
    """Whether a word ends a noun at the head of a bullet, whose first half the parser took for its verb: “order
    processing”."""
    before = facts.tokens[: facts.tokens.index(token)]
    nouns = all(each.tag.startswith("NN") or (each is before[0] and each.tag in ("VB", "VBP")) for each in before)
    return bool(before) and nouns and token.text.lower().endswith("ing")


def _is_means(token: Token, facts: Facts) -> bool:
    """Whether a gerund tells how the writer helped: “supported the move by packing archives”."""
    helped = facts.head is not None and facts.head.claim is Claim.SUPPORT
    behind_by = any(each.end <= token.start and each.text.lower() == "by" for each in facts.tokens)
    inside = any(clause.span.start <= token.start < clause.span.end for clause in facts.clauses_of(Role.METHOD))
    return helped and behind_by and inside and token.tag == "VBG"


def _is_spelling_of(word: str, form: str) -> bool:
    """Whether a word is a form of a verb, or that with “ll” for “l”, without its hyphen, or with the hyphen that a
    source may have behind a short prefix: “up-sold” beside “upsold”."""
    if word in (form, form.replace("-", "")) or (form.endswith("led") and word == f"{form[:-2]}l{form[-2:]}"):
        return True
    cut = word.find("-")
    return cut in _PREFIX and len(form) > cut + 2 and word == f"{form[:cut]}-{form[cut:]}"


def _renders(text: str, source: str) -> bool:
    """Whether the text is the source's words in their order, figures and signs as they are, forms apart."""
    if text == source or text.casefold() == source.casefold():
        return True
    ours, theirs = WORD.findall(text), WORD.findall(source)
    return len(ours) == len(theirs) and WORD.sub("", text) == WORD.sub("", source)


def _adjacent(parts: tuple[Part, ...]) -> Iterator[str]:
    """Between two blanks stands at least one word."""
    if len([part for part in parts if part.slot is not None]) < 2:
        return
    words_since = True
    for part in parts:
        if part.slot is not None:
            if not words_since:
                yield f"“{part.text}” stands right behind another blank"
            words_since = False
        elif WORD.search(part.text):
            words_since = True


__all__ = ["RANKS", "OriginCheck", "Span"]
