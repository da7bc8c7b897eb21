"""BC5, wording: end punctuation and acronyms, over a whole résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from bulletcoach.lexicon.phrases import vocabulary
from bulletcoach.model.facts import MarkKind
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.text import Span
from bulletcoach.rules.end_marks import NAMES, end_mark, fixed_end
from bulletcoach.rules.explained import LOUD, Explained
from bulletcoach.rules.parts import quoted
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.resume import JudgedEntry, Resume
from bulletcoach.rules.rule import Rule, checks

PUNCTUATION = Rule(
    code="BC506",
    name="mixed-punctuation",
    severity=Severity.INFO,
    summary="bullets of one post that end differently",
    bad=("Ran the returns desk.\nBalanced the weekend rota\nRenewed the key accounts.",),
    good=(
        "Covered 3 returns desks.\nBalanced the weekend rota for 14 agents.",
        "Covered 3 returns desks\nBalanced the weekend rota for 14 agents",
    ),
    unless="With or without a full stop is a matter of taste; only the mix is remarked on. An abbreviation's own "
    "point is no full stop.",
    source="Guides contradict each other on full stops and agree on consistency.",
)


@checks(PUNCTUATION)
def mixed_punctuation(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """Some bullets of the post end with a full stop, others without.

    Small, but it is what a careful reader sees first.
    """
    abbreviations = reference.lexicon.terms_of("abbreviation")
    for entry in resume.entries:
        yield from _mixed(entry, abbreviations)


def _mixed(entry: JudgedEntry, abbreviations: Set[str]) -> Iterator[Finding]:
    ends = {bullet.number: end_mark(bullet.facts.text, abbreviations) for bullet in entry.bullets}
    kinds = [end for end in ends.values() if end is not None]
    if len(set(kinds)) < 2:
        return
    usual = max(dict.fromkeys(kinds), key=kinds.count)
    rest = "unlike the others of this post" if kinds.count(usual) > 1 else "unlike the first of this post"
    # Part of a post in a file of its own may stand in several résumés: one's majority would be another's minority.
    is_settled = kinds.count(usual) * 2 > len(kinds) and len({bullet.bullet.file for bullet in entry.bullets}) == 1
    for bullet in entry.bullets:
        mine = ends[bullet.number]
        if mine is not None and mine != usual:
            size = len(bullet.facts.text)
            message = f"ends {NAMES[mine]}, {rest}"
            advice = f"End it {NAMES[usual]}."
            fix = fixed_end(bullet.facts.text, mine, usual) if is_settled else None
            yield PUNCTUATION.at(bullet, Span(size - max(1, len(mine)), size), message, advice, fix=fix)


ACRONYM = Rule(
    code="BC507",
    name="rare-acronym",
    severity=Severity.INFO,
    summary="an acronym that few outside the company know",
    bad=("Moved 40 accounts into the QZRT",),
    good=("Moved 40 accounts into the Quarterly Zone Review Tool (QZRT)", "Moved 40 accounts into the CRM"),
    unless="Common acronyms, those of the measures and tools of every field, capitals with a digit, numerals, and "
    "those spelled out in any bullet of the résumé pass.",
    source="Harvard and the federal jobs site advise against acronyms; others ask to spell them out once, which also "
    "serves searches for either form.",
)


@checks(ACRONYM)
def rare_acronym(resume: Resume, reference: Reference) -> Iterator[Finding]:
    """Capitals that a reader from another company cannot resolve.

    Spell the name out once, with the acronym behind it in brackets.
    """
    bullets = list(resume.bullets)
    explained = Explained([bullet.facts for bullet in bullets])
    places = (part for entry in resume.entries for part in (entry.entry.title, entry.entry.employer) if part)
    seen = vocabulary(places)
    for bullet in bullets:
        for mark in bullet.facts.marked(MarkKind.ACRONYM):
            acronym = mark.span.of(bullet.facts.text).removesuffix("s")
            if acronym.lower() in seen or _is_plain(acronym, bullet.facts.text, reference):
                continue
            seen.add(acronym.lower())
            if not explained.has(acronym):
                message = f"{quoted(acronym)} may mean nothing to a reader outside"
                advice = f"Spell it out once, with “({acronym})” behind it."
                yield ACRONYM.at(bullet, mark.span, message, advice)


def _is_plain(acronym: str, text: str, reference: Reference) -> bool:
    """Whether the capitals are no acronym of a company's own, or need no explanation.

    Those with a digit are names of products and periods (EC2, FY23). Five capitals and more are mostly a word said
    loudly, and so is everything in a bullet that shouts.
    """
    word = acronym.lower()
    if {word, word.removesuffix("s")} & reference.known_acronyms or reference.lexicon.forms_of(word):
        return True
    if len(acronym) >= LOUD or any(sign.isdigit() for sign in acronym) or _NUMERAL.fullmatch(acronym):
        return True
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) * 2 > len(letters)


_NUMERAL = re.compile(r"[IVX]+")


RESUME_CHECKS = (mixed_punctuation, rare_acronym)
