"""Verdicts: their signs and words, and what they come to at a glance."""

from __future__ import annotations

from msgspec import Struct

from bulletcoach.model.judgement import Verdict
from bulletcoach.report.html.elements import Html, element, together
from bulletcoach.report.summary import Summary, counted


class VerdictWords(Struct, frozen=True):
    """How a verdict is shown: a sign that needs no colour, in a line what it says, and at length with an example."""

    sign: str
    says: str
    meaning: str
    example: str


VERDICTS = {
    Verdict.ACHIEVEMENT: VerdictWords(
        "●",
        "something you did, and a result that can be checked",
        "Ties an act of your own to what came of it: a number for the outcome, or an outcome that anyone could check "
        "without one, such as an award or a promotion.",
        "Rebuilt the macro library, cutting reply time from 9 hours to 3",
    ),
    Verdict.ACTION: VerdictWords(
        "◐",
        "something you did, or how big it was, but no result yet",
        "Shows a definite act or finished thing of your own, or its size, but nothing that came of it. A result beside "
        "it makes it an achievement.",
        "Rebuilt the macro library in Zendesk",
    ),
    Verdict.DUTY: VerdictWords(
        "○",
        "what the job was; nothing shows what came of it",
        "Names a responsibility or a routine task, which everybody in that post had. What did you do about it, and "
        "what was different afterwards?",
        "Was in charge of the macro library",
    ),
}
NOT_JUDGED = "–"


def badge(verdict: Verdict | None) -> Html:
    """The verdict in a word, with its sign."""
    sign, word = (VERDICTS[verdict].sign, verdict.value) if verdict else (NOT_JUDGED, "not judged")
    return element("span", element("span", sign, aria_hidden="true"), f" {word}", class_=f"badge {name_of(verdict)}")


def name_of(verdict: Verdict | None) -> str:
    """The class of what is about a bullet of this verdict."""
    return verdict.value if verdict else "unjudged"


def glance(total: Summary) -> Html | None:
    """How many bullets there are of each kind, as a bar and in words; None where none was judged."""
    judged = total.verdicts.total()
    if not judged:
        return None
    return together([_bar(total), element("dl", *(_row(total, verdict) for verdict in VERDICTS), class_="verdicts")])


def _bar(total: Summary) -> Html:
    """Widths that go with the counts. It says nothing that the words below it don't."""
    counts = [(verdict, total.verdicts[verdict]) for verdict in VERDICTS if total.verdicts[verdict]]
    pieces = (
        element("span", f"{VERDICTS[verdict].sign} {count}", class_=verdict.value, style=f"flex-grow: {count}")
        for verdict, count in counts
    )
    return element("div", *pieces, class_="bar", aria_hidden="true")


def _row(total: Summary, verdict: Verdict) -> Html:
    count, shown = total.verdicts[verdict], VERDICTS[verdict]
    sign = element("span", shown.sign, class_=f"sign {verdict.value}", aria_hidden="true")
    term = element("dt", sign, " ", element("b", counted(count, verdict.value)))
    return element("div", term, element("dd", shown.says))
