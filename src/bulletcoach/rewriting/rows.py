"""Rows of verbs: those that stand beside a verb and take its form, “answered calls, logged tickets and escalated …”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Act, Facts, Form, Role, Token, Verb
from bulletcoach.model.text import Span
from bulletcoach.rewriting.composing import Change, grammar
from bulletcoach.rules.parts import token_of

_OBJECT = ("TO", "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "IN", "CC", ",")
_DESCRIBING = ("compound", "amod", "nmod", "npadvmod")
_LEADS_ON = ("DT", "PRP$", "PRP")
_AFTER_ACT = ("NN", "NNS", "NNP", "JJ", *_LEADS_ON)
_JOINTS = ("CC", ",")
_LIST = 3  # acts; of two the parse is the better judge


def joined_verbs(facts: Facts, head: Verb, lexicon: Lexicon, things: Set[str]) -> tuple[Verb, ...]:
    """The verbs in a row with `head`, in order, whatever their forms: “answering calls … and escalate to tier 2”.

    `things` are nouns that people work on, by which a base form is told from a noun; those of two words are compounds.
    """
    later = [verb for verb in facts.verbs if verb.span.start > head.span.start]
    found = [verb for verb in later if _is_member(verb, facts, things) and not _trails(verb, facts)]
    if head.form is Form.GERUND:
        found.extend(_told_by_clauses(facts, head, found))
        found.extend(_gerunds(facts, head, lexicon, found))
    if head.form is not Form.PAST or found:
        found.extend(_out_of_form(facts, (head, *found), lexicon, things))
    return tuple(sorted(found, key=lambda verb: verb.span))


def listed_gerunds(facts: Facts, start: int, lexicon: Lexicon) -> tuple[Verb, ...]:
    """The acts of a list whose every member begins with a gerund, whatever the parse makes of it; else nothing.

    “Resetting passwords, imaging laptops and closing tickets”: `start` is where the list begins.
    """
    tokens = [token for token in facts.tokens if token.start >= start]
    joints = [n for n, token in enumerate(tokens) if token.tag in _JOINTS and n + 1 < len(tokens)]
    firsts = [0, *(n + 1 for n in joints if tokens[n + 1].tag not in _JOINTS)]
    row = [_gerund_at(tokens[n], facts, lexicon) for n in firsts if n < len(tokens)]
    acts = [verb for verb in row if verb is not None]
    if len(acts) < _LIST or len(acts) < len(row) or not any(tokens[n].tag == "CC" for n in joints):
        return ()
    described = any(verb.text.lower() in lexicon.terms_of("describing-gerund") for verb in acts[1:])
    moved = any((entry := lexicon.verbs.get(verb.lemma)) is not None and entry.moves for verb in acts[1:])
    return () if described or moved else tuple(acts)


def _gerund_at(token: Token, facts: Facts, lexicon: Lexicon) -> Verb | None:
    """The gerund of a known verb that says what was done."""
    word = token.text.lower()
    lemma = next((each for each, form in lexicon.forms_of(word) if form is Form.GERUND), None)
    entry = lexicon.verbs.get(lemma) if lemma is not None and word.endswith("ing") else None
    if lemma is None or entry is None or entry.act is Act.VAGUE:
        return None
    span = _whole_word(token, facts.text)
    told = next((verb for verb in facts.verbs if verb.span == span), None)
    return told or Verb(
        span, span.of(facts.text), lemma, Form.GERUND, entry.strength, entry.family, entry.claim, entry.act
    )


def is_whole(facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon) -> bool:
    """Whether every member of a row of gerunds is among the verbs found, so that all can change their form together.

    “Opening the store and bank deposits” is half verb, half noun: its first word cannot be inflected alone.
    """
    if row[0].form is not Form.GERUND:
        return True
    places = {token_of(verb, facts) for verb in row}
    index = token_of(row[0], facts)
    if index is None:
        return False
    behind = facts.tokens[index + 1 : index + 3]
    if len(behind) > 1 and behind[0].tag in _JOINTS and token_at(_whole_word(behind[1], facts.text).start, row) is None:
        return False  # “training and rotas”: no object between
    if len(row) > 1 and _ends_in_a_thing(facts, row):
        return False
    if _holds_an_act(facts, row, lexicon):
        return False
    for number, token in enumerate(facts.tokens):
        # Behind a single verb such a noun is one of its objects: “replying to comments and reviews”.
        joined = len(row) > 1 and token.dep == "conj" and token.head in places and number not in places
        if joined and any(facts.tokens[place].head == number for place in places if place is not None):
            continue  # “picking and packing orders”: the thing that is packed
        if joined and token.start > row[0].span.start and token.tag.startswith(("NN", "VBG")):
            return False
    return not any(_is_missed(joint, token, facts, row, lexicon) for joint, token in pairwise(facts.tokens))


def _holds_an_act(facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon) -> bool:
    """Whether one of the things behind commas is an act in a noun: “answering phones, mail sorting and filing”."""
    joints = [n for n, token in enumerate(facts.tokens) if token.tag in _JOINTS and token.start > row[0].span.end]
    for joint in joints:
        phrase = list(takewhile(lambda token: token.tag in ("NN", "NNS", "JJ"), facts.tokens[joint + 1 :]))
        last = phrase[-1] if len(phrase) > 1 else None
        gerund = last is not None and any(form is Form.GERUND for _, form in lexicon.forms_of(last.text.lower()))
        if gerund and last is not None and _is_told(last.start, facts):
            return True
    return False


def _ends_in_a_thing(facts: Facts, row: tuple[Verb, ...]) -> bool:
    """Whether the last member of a row, behind “, and”, is no verb: “washing up, cleaning floors, and food prep”."""
    ends = (clause.span.start for clause in facts.clauses if clause.role not in (Role.ACTION, Role.TASK))
    end = min((start for start in ends if start > row[0].span.start), default=len(facts.text))
    joints = zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False)
    last = [third for first, second, third in joints if first.text == "," and second.tag == "CC" and third.start < end]
    return bool(last) and token_at(_whole_word(last[-1], facts.text).start, row) is None


def token_at(start: int, row: tuple[Verb, ...]) -> Verb | None:
    """The verb of the row that begins at an offset."""
    return next((verb for verb in row if verb.span.start == start), None)


def links_before(facts: Facts, row: tuple[Verb, ...]) -> Iterator[Span]:
    """What tied a later member to the opener, and has nothing to be tied to now: the second “for” of “responsible for
    answering calls and for filing claims”."""
    for first, joint, link in zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False):
        if first.tag == "CC" and joint.tag == "IN" and token_at(link.start, row) is not None:
            yield Span(joint.start, link.start)


def last_joint(facts: Facts, others: tuple[Verb, ...]) -> Iterator[Change]:
    """“And” before the last act of a list that has none: “vacuumed, dusted, ironed”."""
    place = token_of(others[-1], facts) if others else None
    before = facts.tokens[place - 1] if place else None
    if before is None or before.text != "," or any(token.tag == "CC" for token in facts.tokens):
        return
    yield Change(Span(before.start, others[-1].span.start), (grammar(" and "),))


def _is_missed(joint: Token, token: Token, facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon) -> bool:
    """Whether a gerund behind a joint was not found to be one of the row, though it tells what was done."""
    if joint.tag not in _JOINTS or joint.start < row[0].span.end:
        return False
    span = _whole_word(token, facts.text)
    lemma = next((lemma for lemma, form in lexicon.forms_of(token.text.lower()) if form is Form.GERUND), "")
    if joint.tag == "," and lexicon.tail_of(lemma) != "action" and not _is_told(span.start, facts):
        return False  # “…, reducing dropped calls”
    looks = token.tag == "VBG" or (joint.tag == "CC" and len(row) > 1 and token.text.endswith("ing"))
    return looks and token_at(span.start, row) is None and _is_told(span.start, facts)


def _is_done(token: Token, facts: Facts) -> bool:
    """Whether a word that may be a gerund has something behind it that it could be done to."""
    behind = next((each for each in facts.tokens if each.start >= token.end), None)
    return behind is not None and behind.tag in ("DT", "NNS", "NNP", "PRP$", "NN", "JJ")


def _told_by_clauses(facts: Facts, head: Verb, found: Sequence[Verb]) -> Iterator[Verb]:
    """Gerunds behind a comma or conjunction that begin a clause of what was done: the “emptying bins” of a list."""
    known = {verb.span for verb in (head, *found)}
    for clause in facts.clauses_of(Role.ACTION, Role.TASK):
        verb = clause.verb
        if verb is None or verb.form is not Form.GERUND or verb.span in known or verb.span.start < head.span.end:
            continue
        before = [token for token in facts.tokens if token.end <= verb.span.start][-1:]
        if before and before[0].tag in _JOINTS and not any(each.span == verb.span for each in facts.verbs):
            yield verb


def _gerunds(facts: Facts, head: Verb, lexicon: Lexicon, found: Sequence[Verb]) -> Iterator[Verb]:
    """Gerunds that the analysis takes for nouns: “loading and unloading trucks”, “and up-selling wines”.

    Behind “and” they count; behind a comma in a row of which other members were found, unless it is a word that
    describes (“…, billing questions” are questions).
    """
    known = {verb.span for verb in (*facts.verbs, *found)}
    for number, token in enumerate(facts.tokens):
        span = _whole_word(token, facts.text)
        before = [each for each in facts.tokens[:number] if each.end <= span.start][-2:]
        if before and before[-1].tag == "IN":  # “and for filing claims”
            before.pop()
        sure = len(found) > 1 or (found and token.text.lower() not in lexicon.terms_of("describing-gerund"))
        joints = _JOINTS if sure else ("CC",)
        if len(before) > 1 and before[-2].tag in ("JJ", "VBN"):  # “new and existing customers”
            continue
        if not before or before[-1].tag not in joints or before[-1].start < head.span.end or span in known:
            continue
        word = span.of(facts.text).lower()
        lemma = next((lemma for lemma, form in lexicon.forms_of(word) if form is Form.GERUND), None)
        acts = token.tag == "VBG" or _is_done(token, facts)
        if lemma is not None and word.endswith("ing") and acts and _is_told(span.start, facts):
            yield Verb(span, span.of(facts.text), lemma, Form.GERUND)


def _is_told(start: int, facts: Facts) -> bool:
    """Whether an offset lies in what was done, not in how, why or to what end."""
    clause = next((each for each in facts.clauses if each.span.start <= start < each.span.end), None)
    return clause is None or clause.role in (Role.ACTION, Role.TASK)


def _whole_word(token: Token, text: str) -> Span:
    """A token with what a hyphen ties before it: the “up-” of “up-selling”."""
    start = token.start
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalpha():
        start = text.rfind(" ", 0, start) + 1
    return Span(start, token.end)


def _out_of_form(facts: Facts, row: tuple[Verb, ...], lexicon: Lexicon, things: Set[str]) -> Iterator[Verb]:
    """Base forms in a row, which the analysis does not count as joined.

    In a row of base forms that goes for words which the parse has for nouns, too, unless they are things that people
    work on: “track KPIs and report to stakeholders”, but “tickets and chat transcripts”.
    """
    plain = row[0].form in (Form.BASE, Form.THIRD)
    if row[0].form is Form.THIRD:
        yield from _third_persons(facts, lexicon)
    places = {token_of(verb, facts) for verb in row}
    listed = plain and _ends_in_act(facts, row)
    for before, (number, token) in pairwise(enumerate(facts.tokens)):
        span = Span(token.start, token.end)
        joined = token.dep == "conj" and token.head in places
        act = joined and token.tag in ("VB", "VBP")
        behind = facts.tokens[number + 1 : number + 2]
        if plain and before[1].tag == "CC" and token.tag == "NN" and behind and token.start > row[0].span.end:
            leads_on = behind[0].tag in _LEADS_ON or (
                behind[0].text.lower() == "to" and token.text.lower() not in lexicon.terms_of("noun-before-to")
            )
            noun = token.text in things and token.text not in lexicon.terms_of("verb-rather")
            act = leads_on or (not noun and behind[0].tag in ("NN", "NNS"))
        if listed and before[1].tag == "," and behind and behind[0].tag in _AFTER_ACT:
            act = token.tag in ("VB", "VBP", "NN") and token.start > row[0].span.end
        rather = token.text in lexicon.terms_of("verb-rather")
        if act and token.text in things and not rather and behind and behind[0].tag in ("NN", "NNS"):
            act = _follows_verb(number, facts)  # “tone and call handling”, but “install and repair systems”
        act = act and not _is_in_compound(number, facts, things)
        if not act or any(verb.span == span for verb in facts.verbs) or _has_subject(number, facts):
            continue
        forms = lexicon.forms_of(token.text.lower())
        lemma = next((lemma for lemma, form in forms if form is Form.BASE), None)
        if lemma is not None:
            yield Verb(span, token.text, lemma, Form.BASE)


def _third_persons(facts: Facts, lexicon: Lexicon) -> Iterator[Verb]:
    """Third persons behind “and” that the parse has for plurals: “supervises a team and reports to the owner”."""
    for joint, token, behind in zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False):
        span = Span(token.start, token.end)
        if joint.tag != "CC" or token.tag != "NNS" or any(verb.span == span for verb in facts.verbs):
            continue
        lemma = next((each for each, form in lexicon.forms_of(token.text.lower()) if form is Form.THIRD), None)
        if (
            lemma is not None
            and lemma not in lexicon.terms_of("noun-before-to")
            and behind.text.lower() in ("to", "on")
        ):
            yield Verb(span, token.text, lemma, Form.THIRD)


def _ends_in_act(facts: Facts, row: Sequence[Verb]) -> bool:
    """Whether the word behind the last “and” is a verb of the row: then those between the commas are verbs as well."""
    joints = [second for first, second in pairwise(facts.tokens) if first.tag == "CC"]
    return bool(joints) and len(row) > 1 and token_at(joints[-1].start, tuple(row)) is not None


def _is_member(verb: Verb, facts: Facts, things: Set[str]) -> bool:
    """Whether a joined word is a verb of the row.

    None is a noun (“phones + chat”, “chat transcripts”), or has a subject or a purpose of its own (“to raise sales and
    grow the share”).
    """
    index = token_of(verb, facts)
    if index is None:
        return True
    if _is_in_compound(index, facts, things):
        return False
    token = facts.tokens[index]
    behind = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
    hoped = token.dep == "conj" and any(each.head == token.head and each.tag == "TO" for each in facts.tokens)
    opens = _opens_clause(verb, index, facts)
    stands_alone = opens or _opens_member(index, facts) or _follows_verb(index, facts)
    describes = token.dep in _DESCRIBING and not stands_alone
    describes = describes or [each.tag for each in facts.tokens[max(index - 2, 0) : index]] == ["JJ", "CC"]
    if describes or _has_subject(index, facts) or (hoped and facts.tokens[token.head].tag == "VB"):
        return False
    if opens and verb.form is Form.BASE:
        return True
    if verb.form is Form.BASE and verb.lemma in things and behind is not None and not _follows_verb(index, facts):
        acts = token.tag.startswith("VB") and behind.tag.startswith(
            "VB"
        )  # “review pull requests”: no compound is meant
        return acts or (behind.tag in _OBJECT and not behind.tag.startswith("NN"))
    return token.tag.startswith("VB") or (behind is not None and behind.tag in _OBJECT)


def _is_in_compound(index: int, facts: Facts, things: Set[str]) -> bool:
    """Whether a word is half of a noun: the “plan” of “project plan”, the “reach” of “reach truck”."""
    words = [singular(token.text.lower()) for token in facts.tokens[max(index - 1, 0) : index + 2]]
    return any(" ".join(pair) in things for pair in pairwise(words))


def _opens_clause(verb: Verb, index: int, facts: Facts) -> bool:
    """Whether a word behind “, ” or “and” tells an act to the analysis, whatever its place in the parse.

    A third person does (“answers phones and books visits”), and a base form between commas if an act follows that is
    one beyond doubt (“answer phones, file documents and manage calendars”).
    """
    before = facts.tokens[index - 1] if index else None
    if (
        before is None
        or before.tag not in _JOINTS
        or not any(each.span.start == verb.span.start for each in facts.clauses)
    ):
        return False
    last = facts.verbs[-1]
    place = token_of(last, facts)
    sure = last != verb and place is not None and facts.tokens[place].tag.startswith("VB")
    return verb.form is Form.THIRD or (verb.form is Form.BASE and before.tag == "," and sure)


def _opens_member(index: int, facts: Facts) -> bool:
    """Whether a participle behind “, ” or “and” begins a new member, though the parse ties it to the noun behind it:
    “visitors and sorting mail”, but not “new and existing customers”."""
    tokens = facts.tokens
    joined = index > 1 and tokens[index - 1].tag in _JOINTS and tokens[index - 2].tag.startswith("NN")
    return joined and tokens[index].tag.startswith("VB")


def _follows_verb(index: int, facts: Facts) -> bool:
    """Whether nothing but a conjunction stands between a word and the verb before: “install and repair systems”."""
    before = index - 1
    while before > 0 and facts.tokens[before].tag in _JOINTS:
        before -= 1
    return before < index - 1 and facts.tokens[before].tag.startswith("VB")


def _trails(verb: Verb, facts: Facts) -> bool:
    """Whether a gerund tells what came of the row, and is none of it: “…, reducing dropped calls”."""
    return verb.form is Form.GERUND and not _is_told(verb.span.start, facts)


def _has_subject(index: int | None, facts: Facts) -> bool:
    """Whether a verb says what somebody or something else did: “…; scoring now takes 20 minutes”, “if it fails”."""
    if index is None:
        return False
    return any(token.head == index and token.dep in ("nsubj", "aux", "mark") for token in facts.tokens)
