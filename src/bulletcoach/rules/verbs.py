"""BC2, verbs: what the opening verb claims."""

from __future__ import annotations

from collections.abc import Iterator

from bulletcoach.lexicon.records import OpenerKind
from bulletcoach.model.facts import Act, Claim, MarkKind, Strength
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules.advice import sentence, stronger
from bulletcoach.rules.parts import has_weak_head, quoted, stands_first
from bulletcoach.rules.phrases import slot
from bulletcoach.rules.questions import question
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks, has_marks

_ACTLESS_KINDS = (
    OpenerKind.SHARED,
    OpenerKind.VAGUE,
    OpenerKind.NO_ACT,
    OpenerKind.PERSON,
    OpenerKind.INFINITIVE,
)

WEAK_VERB = Rule(
    code="BC201",
    name="weak-verb",
    severity=Severity.WARNING,
    summary="a verb or phrase that hides the writer's own part",
    bad=("Assisted with the CRM migration", "Worked on the help centre", "Helped customers"),
    good=("Tested 40 call flows for the CRM migration", "Wrote 25 articles for the help centre"),
    unless="Where a size or a result follows, it is advice only: “helped cut churn by 4 points” is honest, and better "
    "than a claim that was not yours. Where the result was nobody else's, nothing is said.",
    source="Guides agree on shared and vague phrases. On single verbs they contradict each other: Harvard recommends "
    "“assisted” and “participated”, other lists reject them; so only what follows decides.",
)


@checks(WEAK_VERB)
def weak_verb(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The verb says that you were near, not what you did.

    “Assisted with”, “worked on”, “involved in” leave your own part open, and a reader assumes the smallest. Nobody
    asks you to claim more than was yours: name the piece you did, and keep the team in the sentence.
    """
    facts, entry = bullet.facts, reference.opener(bullet.facts)
    severity = Severity.WARNING if bullet.judgement.verdict is Verdict.DUTY else Severity.INFO
    if facts.opener and entry and entry.kind in _ACTLESS_KINDS:
        thing = slot(facts, reference, person=entry.kind is OpenerKind.PERSON)
        advice = entry.advice.replace("{object}", thing)
        message = f"{quoted(facts.opener.text)} leaves your own part open"
        yield WEAK_VERB.at(bullet, facts.opener.span, message, advice, severity)
    elif entry is None and facts.head and has_weak_head(facts) and stands_first(facts.head.span, facts):
        shared = facts.head.claim in (Claim.SUPPORT, Claim.SHARE)
        if bullet.judgement.verdict is Verdict.ACHIEVEMENT and not shared:
            return
        asked = "Which part of it was yours?" if shared else "What did you do, decide or make there?"
        advice = sentence(f"{asked} Start with that verb.", stronger(bullet, reference))
        message = f"{quoted(facts.head.text)} leaves your own part open"
        yield WEAK_VERB.at(bullet, facts.head.span, message, advice, severity)


INFLATED_VERB = Rule(
    code="BC204",
    name="inflated-verb",
    severity=Severity.INFO,
    summary="a verb so grand or so frequent that readers discount it",
    bad=("Spearheaded the new returns policy",),
    good=("Wrote the new returns policy, cutting repeat contacts by 12%",),
    unless="With a number for the outcome in the bullet the verb has its proof, and nothing is said.",
    source="Experts disagree: college lists recommend “spearheaded” and “orchestrated”; newer guides call them "
    "diluted, or tell-tale of generated text. No word is wrong by itself.",
)


@checks(INFLATED_VERB, needs=has_marks)
def inflated_verb(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The verb is louder than what the bullet shows.

    “Spearheaded”, “orchestrated”, “leveraged” stand in so many résumés that they say little; a plain verb with a
    result says more. Keep the word if the bullet proves it.
    """
    head = bullet.facts.head
    marks = [mark for mark in bullet.facts.marked(MarkKind.INFLATED) if head and mark.span.overlaps(head.span)]
    if not marks or bullet.judgement.outcomes:
        return
    entry = reference.wording(marks[0])
    advice = (entry.advice if entry else "") or "Say it plainly, and let the result carry the weight."
    message = f"{quoted(marks[0].span.of(bullet.facts.text))} promises more than the bullet shows"
    yield INFLATED_VERB.at(bullet, marks[0].span, message, advice)


VERB_LEVEL = Rule(
    code="BC205",
    name="verb-level",
    severity=Severity.INFO,
    summary="a verb that claims much more, or much less, than the role usually does",
    bad=("Championed the support strategy of the company",),
    good=("Resolved 40 billing disputes a week, 92% of them at first contact",),
    unless="A result that can be checked answers the question before it is asked. Without a field of work, or with a "
    "title that its lexicon does not know, the rule is silent unless role-level is set, and so it is about making, "
    "teaching and running things: anybody may have done that.",
    source="The career ladders of support teams, from guides for agents, leads and managers; the levels of verbs are "
    "ours. Seniors do mentor and specialists run projects, so one level above the role passes.",
)

_DIRECTION = 5  # the level of verbs that claim to have set direction
_BENEATH = 3  # levels between role and verb before a modest verb is worth a remark


@checks(VERB_LEVEL)
def verb_level(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The verb and the job title do not seem to speak of the same post.

    A representative who “championed the strategy” makes a reader ask for the proof beside it; a director whose bullets
    “answered” and “processed” hides the larger part of the work. Both may be true, then show it.
    """
    head, role = bullet.facts.head, reference.role(bullet.context)
    usual = role.level if role else bullet.context.level
    if head is None or usual is None or bullet.facts.opener or bullet.judgement.verdict is Verdict.ACHIEVEMENT:
        return
    entry = reference.verb_levels.get(head.lemma)
    if entry is None or usual - _BENEATH < entry.level <= usual + 1:
        return
    post = f"a post as {bullet.context.entry.title or role.titles[0]}" if role else "the role level that is set"
    if entry.level > usual:
        if entry.level < _DIRECTION or head.act in (Act.MAKE, Act.RESULT) or head.strength is not Strength.STRONG:
            return
        message = f"{quoted(head.text)} claims more than is usual for {post}"
        advice = "What did you decide, and what came of it? With that beside it, the verb stands."
    else:
        message = f"{quoted(head.text)} says less than is usual for {post}"
        shown = f"What shows how large the post was: {role.show.rstrip('.')}?" if role and role.show else ""
        advice = shown or question(bullet, reference)
    yield VERB_LEVEL.at(bullet, head.span, message, advice)


CHECKS = (weak_verb, inflated_verb, verb_level)
