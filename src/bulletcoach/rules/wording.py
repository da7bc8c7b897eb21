"""BC5, wording: words that take room and say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bulletcoach.model.facts import Facts, Mark, MarkKind
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.rules.parts import is_quoted, quoted, token_of
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.rule import Rule, checks, has_marks

PRONOUN = Rule(
    code="BC501",
    name="pronoun",
    severity=Severity.WARNING,
    summary="“I”, “my”, “we” and their kin",
    bad=("I trained 14 new hires", "Trained 14 new hires for our night shift"),
    good=("Trained 14 new hires for the night shift",),
    unless="At the head it is a warning, further inside advice. Words in quotation marks are someone else's. Where "
    "“we” is the truth, say which part was yours and keep the team: “with a team of four”.",
    source="Careers offices agree: a bullet is understood to be about its writer.",
)


@checks(PRONOUN, needs=has_marks)
def pronoun(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """A résumé speaks of its writer without saying so.

    “I” and “my” cost room; “we” and “our” leave open which part was yours. Deep in a sentence (“the interns I coached”)
    they do little harm, and are only remarked on.
    """
    facts = bullet.facts
    own = (mark for mark in facts.marked(MarkKind.PRONOUN) if not is_quoted(mark.span, facts.text))
    for mark in islice(own, 1):
        entry = reference.wording(mark)
        message = f"{quoted(mark.span.of(facts.text))} goes without saying in a résumé"
        if _is_subject(mark, facts):
            advice = (entry.advice if entry else "") or "Leave it out and start with the verb."
            yield PRONOUN.at(bullet, mark.span, message, advice)
        else:
            tag = next((token.tag for token in facts.tokens if token.start == mark.span.start), "")
            advice = "Put “the” or a name in its place." if tag == "PRP$" else _INSIDE
            yield PRONOUN.at(bullet, mark.span, message, advice, Severity.INFO)


_INSIDE = "Try the sentence without it; if it breaks, let it stand."


def _is_subject(mark: Mark, facts: Facts) -> bool:
    """Whether the pronoun opens the bullet or is what its head verb is said of."""
    if not facts.text[: mark.span.start].strip(" “\"'(-"):
        return True
    head = token_of(facts.head, facts) if facts.head else None
    token = next((each for each in facts.tokens if each.start == mark.span.start), None)
    return token is not None and token.head == head and token.dep in ("nsubj", "nsubjpass")


FILLER = Rule(
    code="BC502",
    name="filler",
    severity=Severity.INFO,
    summary="an adverb or phrase that adds nothing",
    bad=("Successfully resolved 40 tickets a day",),
    good=("Resolved 40 tickets a day",),
    unless="“About”, “nearly” and “over” before a number are honest hedges, not filler.",
    source="Word lists of guides and checkers.",
)


@checks(FILLER, needs=has_marks)
def filler(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """The bullet says the same without it.

    “Successfully resolved” is resolved; “on a daily basis” is daily.
    """
    for mark in bullet.facts.marked(MarkKind.FILLER):
        entry = reference.wording(mark)
        message = f"{quoted(mark.span.of(bullet.facts.text))} adds nothing that could be checked"
        yield FILLER.at(bullet, mark.span, message, (entry.advice if entry else "") or "Leave it out.")


BUZZWORD = Rule(
    code="BC503",
    name="buzzword",
    severity=Severity.WARNING,
    summary="a cliché, or praise of oneself, without evidence",
    bad=("Dedicated team player with strong communication skills", "Delivered world-class support to key accounts"),
    good=("Renewed 38 of 40 key accounts", "Led support for 40 key accounts, 95% of them renewed"),
    unless="A result that can be checked is the evidence, and the bullet passes. Jargon is advice only. Plain senses "
    "are known: patient care, financial leverage, robust statistics.",
    source="Guides agree that claims without evidence are noise, and one adds that no word is wrong with proof.",
)

_CLAIMS = (MarkKind.SELF_PRAISE, MarkKind.SOFT_SKILL)


@checks(BUZZWORD, needs=has_marks)
def buzzword(bullet: Judged, reference: Reference) -> Iterator[Finding]:
    """Anyone can say it of himself.

    “Team player”, “results-driven”, “world-class” are claims; what you did is the evidence. Tell the occasion that
    would make a reader think the word by himself.
    """
    if bullet.judgement.verdict is Verdict.ACHIEVEMENT:
        return
    for mark in bullet.facts.marked(*_CLAIMS, MarkKind.BUZZWORD):
        entry = reference.wording(mark)
        claim = mark.kind in _CLAIMS
        severity = (entry.severity if entry else None) or (Severity.WARNING if claim else Severity.INFO)
        word = quoted(mark.span.of(bullet.facts.text))
        message = f"{word} is a claim without evidence" if claim else f"{word} is jargon that says little"
        advice = (entry.advice if entry else "") or "Name one occasion that shows it, or leave it out."
        yield BUZZWORD.at(bullet, mark.span, message, advice, severity)


BLANK = Rule(
    code="BC508",
    name="unfilled-blank",
    severity=Severity.ERROR,
    summary="a blank that was never filled in",
    bad=("Cut reply time by [X%]", "Trained XX new hires"),
    good=("Cut reply time by 18%", "Trained 6 [unpaid] interns"),
    unless="Text in brackets that is no blank is left alone.",
    source="A mistake that sinks an application; rewrites with blanks, ours included, make it easy to commit.",
)


@checks(BLANK, needs=has_marks)
def unfilled_blank(bullet: Judged, _reference: Reference) -> Iterator[Finding]:
    """A placeholder stands where a fact belongs.

    “[X%]”, “XX”, “___” or “TODO” from a template or a suggested rewrite must not reach an employer.
    """
    for mark in bullet.facts.marked(MarkKind.BLANK):
        message = f"{quoted(mark.span.of(bullet.facts.text))} is a blank nobody filled in"
        yield BLANK.at(bullet, mark.span, message, "Fill it with a fact, or take that part out.")


CHECKS = (pronoun, filler, buzzword, unfilled_blank)
