"""BC2, verbs: their tense, and how often the same one opens a bullet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from bulletcoach.model.facts import Act, Build, Facts, Form, Token, Verb
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged
from bulletcoach.model.text import Span
from bulletcoach.rules.advice import inflected
from bulletcoach.rules.options import Number
from bulletcoach.rules.parts import auxiliary, opens_compound, quoted, stands_first, token_of
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.resume import Resume
from bulletcoach.rules.rule import Rule, checks


class RepeatedVerb(Struct, frozen=True):
    """How often one verb may open bullets."""

    in_post: Annotated[int, Number("From so many bullets of one post on, each is reported.", least=2)] = 3
    in_resume: Annotated[
        int, Number("The bullet with which a verb opens so many of the résumé is reported.", least=2)
    ] = 5


REPEATED_VERB = Rule(
    code="BC202",
    name="repeated-verb",
    severity=Severity.INFO,
    summary="the same verb at the head of bullet after bullet",
    bad=("Managed the returns desk\nManaged the weekend rota\nManaged the key accounts",),
    good=("Covered 3 returns desks\nBalanced the weekend rota for 14 agents\nRenewed 38 of 40 key accounts",),
    unless="Twice in one post is nobody's concern. Only verbs are counted, never names of skills or tools.",
    source="Guides agree on variety and differ on the number: more than two in a post, or three in a résumé. We count "
    "from the third in a post and the fifth in a résumé.",
    options=RepeatedVerb,
)


@checks(REPEATED_VERB)
def repeated_verb(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """The same verb opens many bullets, so that different work looks alike.

    “Managed … managed … managed” usually covers three different acts: hired, planned, negotiated. Saying which is
    more exact, not only more varied.
    """
    limits = reference.options(RepeatedVerb)
    overall: Counter[str] = Counter()
    for entry in resume.entries:
        here: Counter[str] = Counter()
        for bullet in entry.bullets:
            head = bullet.facts.head
            if head is None or bullet.facts.opener:
                continue
            here[head.lemma] += 1
            overall[head.lemma] += 1
            if here[head.lemma] >= limits.in_post:
                where, times = "of this post", here[head.lemma]
            elif overall[head.lemma] == limits.in_resume:
                where, times = "of this résumé", limits.in_resume
            else:
                continue
            message = f"{quoted(head.text)} opens {times} bullets {where}"
            yield REPEATED_VERB.at(bullet, head.span, message, _variety(head, reference.of(bullet)))


def _variety(head: Verb, reference: Reference) -> str:
    """Other words for the same claim, where the field knows some."""
    routine = reference.pack.routines.get(head.lemma)
    if routine and routine.same:
        return f"Where it is as true, say “{routine.same[0]}”, or name the act behind it."
    return "Name the act behind it: is it the same work each time?"


_TENSED = (Form.PAST, Form.PARTICIPLE, Form.BASE, Form.PRESENT)
_PRESENT_TAGS = ("VB", "VBP")
_PAST_TAGS = ("VBD",)

TENSE = Rule(
    code="BC203",
    name="tense",
    severity=Severity.INFO,
    summary="a tense that fits neither the post nor a finished win",
    bad=("Was producing 4 weekly reports", "Wrote the handbook and train new hires"),
    good=("Produced 4 weekly reports", "Wrote the handbook and trained new hires"),
    unless="The past tense is right for a finished win even in a post still held. The present in a post that has ended "
    "is BC103's.",
    source="Guides agree on the simple past for ended posts and on simple forms; for posts still held they are split "
    "between all past, all present, and a mix by what is finished. The mix is accepted here.",
)


@checks(TENSE)
def tense(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The tense makes the reader stumble.

    Three cases: a compound tense where the simple one says the same (“had managed”, “was producing”), two tenses in
    one row of verbs (“wrote the handbook and train new hires”), and the present for a change that is done, numbers
    and all (“reduce handle time from 9 to 6 minutes”).
    """
    facts = bullet.facts
    head = facts.head
    if head is None or facts.opener or head.form not in _TENSED:
        return
    if facts.build is not Build.CLAUSE or not stands_first(head.span, facts):
        return
    finding = _stumbling(bullet, head, reference)
    if finding is not None and not opens_compound(head, facts, reference):
        yield finding


def _stumbling(bullet: Judged, head: Verb, reference: Reference) -> Finding | None:
    """What is wrong with the tense of a head that is a verb beyond doubt."""
    facts = bullet.facts
    if helper := auxiliary(head, facts):
        message = f"{quoted(f'{helper.text} … {head.text}')} is a compound tense"
        return TENSE.at(bullet, head.span, message, f"The simple past does it: {_past(head, reference)}.")
    if odd := _odd_one(head, facts, reference):
        message = f"{quoted(head.text)} and {quoted(odd.text)} stand in different tenses"
        return TENSE.at(bullet, Span(odd.start, odd.end), message, "Keep one tense in the row.")
    if _is_finished_change(bullet, head) and not bullet.context.has_ended:
        message = f"{quoted(head.text)} is the present tense, but the change is done"
        return TENSE.at(bullet, head.span, message, f"A finished win takes the past: {_past(head, reference)}.")
    return None


def _past(head: Verb, reference: Reference) -> str:
    return f"“{inflected(head.lemma, Form.PAST, reference).capitalize()} …”"


def _odd_one(head: Verb, facts: Facts, reference: Reference) -> Token | None:
    """The verb joined to the head that stands in the present beside a past, or the other way round.

    The analysis counts only verbs of the head's own form as coordinated with it, so the parse is asked. It takes nouns
    for verbs readily (“dashboards and reports”), so only a verb counts that has an object of its own and stands behind
    a conjunction, and no verb that is its own past (“cut”, “reset”), at the head or beside it.
    """
    index = token_of(head, facts)
    if index is None or head.form is Form.PARTICIPLE or _is_its_own_past(head.lemma, reference):
        return None
    tags = _PRESENT_TAGS if head.form is Form.PAST else _PAST_TAGS
    if facts.tags.isdisjoint(tags):
        return None
    for place, token in enumerate(facts.tokens):
        if token.head != index or token.dep != "conj" or token.tag not in tags or place == 0:
            continue
        acts = any(other.head == place and other.dep == "dobj" for other in facts.tokens[place + 1 :])
        before = [each.tag for each in facts.tokens[max(place - 2, 0) : place] if each.tag != "RB"]
        if acts and before[-1:] == ["CC"] and not _is_its_own_past(token.lemma, reference):
            return token
    return None


def _is_its_own_past(lemma: str, reference: Reference) -> bool:
    """Whether the past is spelled as the base, or the verb is unknown, so that its tense cannot be told."""
    entry = reference.lexicon.verbs.get(lemma)
    return entry is None or lemma in entry.forms.split()


def _is_finished_change(bullet: Judged, head: Verb) -> bool:
    changed = any(metric.change and metric.quantity.other is not None for metric in bullet.judgement.outcomes)
    return changed and head.act in (Act.RESULT, Act.MAKE) and head.form in (Form.BASE, Form.PRESENT)


CHECKS = (tense,)
RESUME_CHECKS = (repeated_verb,)
