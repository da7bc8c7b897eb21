"""Honesty: no rewrite says what the writer did not, and the check that guards this finds every way of saying it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from bullet_tables import cases, gap
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import UpgradeEntry
from bulletcoach.model.facts import Facts
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Slot, Wanted
from bulletcoach.model.text import Span
from bulletcoach.rewriting.honesty import Honesty
from rewriting.generated import bullets, texts
from rewriting.made import blank, made
from rewriting.second_reader import SecondReader
from rewriting.writer import CURRENT, ENDED, SUPPORT, Told, Writer

Gold = dict[tuple[str, str], list[Told]]


@pytest.fixture(scope="module")
def honesty(lexicon: Lexicon) -> Honesty:
    return Honesty(lexicon)


# --- the gold set ----------------------------------------------------------------------------------------------------


def test_no_rewrite_of_the_gold_set_has_a_fault(gold: Gold, honesty: Honesty) -> None:
    found = [
        f"{told.text}\n  {rewrite.text}: {fault}"
        for place in gold.values()
        for told in place
        for rewrite in told.rewrites
        for fault in honesty.faults(rewrite, told.facts)
    ]

    assert found == []


def test_a_second_reader_finds_no_fault_either(gold: Gold, lexicon: Lexicon) -> None:
    reader = SecondReader(lexicon)
    found = [
        f"{told.text}\n  {rewrite.text}: {fault}"
        for place in gold.values()
        for told in place
        for rewrite in told.rewrites
        for fault in reader.faults(rewrite, told.facts)
    ]

    assert found == []


def test_most_bullets_that_need_a_rewrite_have_one(gold: Gold) -> None:
    """Silence is honest too; the tests above would pass on it."""
    told = [each for each in gold["ended", SUPPORT] if each.bullet.judgement.verdict != "achievement"]

    assert sum(bool(each.rewrites) for each in told) >= 0.9 * len(told)


# --- mutations of single rewrites ------------------------------------------------------------------------------------

# What is done to the bullet, the bullet, an honest rewrite, and the same one made dishonest. See made.py for the marks.
MUTATIONS = [
    # a verb that claims more
    ("Led, as the source's", "Answered calls", "Answered [N daily] calls", "«Led=Answered» [N daily] calls"),
    ("Led, as the lexicon's", "Answered calls", "Answered [N daily] calls", "‹Led=Answered› [N daily] calls"),
    ("Led, as grammar", "Answered calls", "Answered [N daily] calls", "{Led} [N daily]{ }calls"),
    ("Led, for an opener", "In charge of the desk", "‹Ran=In charge of› the desk", "‹Led=In charge of› the desk"),
    ("Led, before a noun", "Front desk", "[What you did in]{ the }«front=Front» desk",
     "‹Led=›{ the }«front=Front» desk"),
    ("Led, out of another word", "Answered calls and qualified leads", "Answered calls", "«Led=leads» calls"),
    ("Led, out of a title", "Assisted the lead nurse", "[Your own part]{ to }«assist=Assisted» the lead nurse",
     "«Led=lead» nurse"),
    ("a verb from nowhere", "Answered calls", "Answered calls", "‹Resolved=Answered› calls"),
    ("a verb of change", "Handled complaints", "Handled complaints", "‹Reduced=Handled› complaints"),
    ("an edge of another object", "Handled billing inquiries", "‹Fielded=Handled› billing inquiries",
     "‹Managed=Handled› billing inquiries"),
    ("an edge of another verb", "Answered tickets", "Answered tickets", "‹Processed=Answered› tickets"),
    ("an edge without its preposition", "Responded to emails", "‹Answered=Responded to› emails",
     "‹Answered=Responded› to emails"),
    ("an edge for a share", "Collaborated on the guide", "[Your own part]{ in }the guide",
     "‹Wrote=Collaborated on› the guide"),
    # tools, names and numbers
    ("a tool, as the source's", "Answered tickets", "Answered tickets", "Answered «Zendesk=tickets» tickets"),
    ("a tool, as grammar", "Answered tickets", "Answered tickets", "Answered tickets{ in Zendesk}"),
    ("a tool, as the lexicon's", "Answered tickets", "Answered tickets", "Answered tickets{ in }‹Zendesk=tickets›"),
    ("20 %, as the source's", "Cut churn", "Cut churn", "Cut churn{ by }«20 %=churn»"),
    ("20 %, as grammar", "Cut churn", "Cut churn", "Cut churn{ by 20 %}"),
    ("20 %, as the lexicon's", "Cut churn", "Cut churn", "Cut churn{ by }‹20 %=churn›"),
    ("twenty, as grammar", "Cut churn", "Cut churn", "Cut churn{ by twenty percent}"),
    ("a number twice", "Trained 12 agents on calls", "Trained 12 agents", "Trained 12 agents on |12 |calls"),
    ("a number of another value", "Closed 1,200 cases", "Closed 1,200 cases", "Closed «1,300=1,200» cases"),
    ("a number ten times as large", "Closed 120 cases", "Closed 120 cases", "Closed «1200=120» cases"),
    ("a number in words", "Trained nine agents", "Trained nine agents", "Trained «ninety=nine» agents"),
    ("another currency", "Saved $40 a day", "Saved $40 a day", "Saved «£40=$40» a day"),
    ("points for per cent", "Raised scores 4 points", "Raised scores 4 points", "Raised scores «4%=4» points"),
    ("a sign less", "Held error rates under -5 dB", "Held error rates under -5 dB",
        "Held error rates under «5=-5» dB"),
    ("from and to exchanged", "Moved replies from 9 to 4 hours", "Moved replies from 9 to 4 hours",
     "Moved replies from |4{ to }9 |hours"),
    ("a name changed by one letter", "Moved tickets to Zendesk", "Moved tickets to Zendesk",
     "Moved tickets to «Zendesh=Zendesk»"),
    ("a name with another last letter", "Answered tickets for Acme", "Answered tickets for Acme",
     "Answered tickets for «Acmy=Acme»"),
    ("a name made a verb", "Set up the Scala build", "Set up the Scala build", "Set up the «Scaled=Scala» build"),
    ("an acronym changed", "Tracked CSAT", "Tracked CSAT", "Tracked «CSAR=CSAT»"),
    ("another verb of the same form", "Found 30 leaks", "Found 30 leaks", "«Founded=Found» 30 leaks"),
    ("how often, as grammar", "Prepared reports", "Prepared reports", "Prepared {weekly }reports"),
    ("how many, as grammar", "Called customers", "Called customers", "Called {every }customers"),
    ("a trade, as grammar", "Ran the desk", "Ran the desk", "Ran {training on }the desk"),
    # hedges
    ("“about” dropped", "Answered about 60 calls a day", "Answered about 60 calls a day", "Answered |60 calls a day"),
    ("“nearly” dropped", "Cut waits by nearly 40%", "Cut waits by nearly 40%", "Cut waits by |40%"),
    ("“up to” dropped", "Handled up to 50 orders", "Handled up to 50 orders", "Handled |50 orders"),
    ("“approx.” dropped", "Sorted approx. 45 parcels", "Sorted approx. 45 parcels", "Sorted |45 parcels"),
    ("“almost” dropped before a fraction", "Cut scrap by almost a third", "Cut scrap by almost a third",
     "Cut scrap by |a third"),
    ("“nearly” dropped before a half", "Cut scrap nearly in half", "Cut scrap nearly in half", "Cut scrap |in half"),
    ("“almost” dropped before a doubling", "Almost doubled sign-ups", "Almost doubled sign-ups",
        "«Doubled=doubled» sign-ups"),
    ("“at least” dropped", "Made at least 20 visits", "Made at least 20 visits", "Made |20 visits"),
    ("“less than” dropped", "Kept loss at less than 2%", "Kept loss at less than 2%", "Kept loss at |2%"),
    ("“an average of” dropped", "Closed an average of 30 cases", "Closed an average of 30 cases", "Closed |30 cases"),
    ("“roughly” dropped before a word", "Led roughly twelve guides", "Led roughly twelve guides", "Led |twelve guides"),
    ("“~” dropped", "Answered ~60 calls", "Answered ~60 calls", "Answered |60 calls"),
    ("“+” dropped", "Answered 60+ calls", "Answered 60+ calls", "Answered 60| calls"),
    ("“<” dropped", "Kept loss <2%", "Kept loss <2%", "Kept loss |2%"),
    ("“or so” dropped", "Sold 40 or so tickets a day", "Sold 40 or so tickets a day", "Sold 40 |tickets a day"),
    # negations
    ("“not” dropped", "Answered calls, not emails", "Answered calls, not emails", "Answered calls, |emails"),
    ("“without” dropped", "Closed shifts without errors", "Closed shifts without errors",
     "Closed shifts {with }errors"),
    ("“no” dropped", "Worked the till with no shortages", "[Your own part] the till with no shortages",
     "[Your own part] the till with |shortages"),
    ("“never” dropped", "Never missed a deadline", "Never missed a deadline", "«Missed=missed» a deadline"),
    ("“n't” dropped", "Didn't lose an account", "Didn't lose an account", "«Lost=lose» an account"),
    ("“cannot” dropped", "Served guests who cannot walk", "Served guests who cannot walk", "Served guests who |walk"),
    ("“rarely” dropped", "Rarely missed a target", "Rarely missed a target", "«Missed=missed» a target"),
    # whoever shared in it
    ("“with the team” dropped", "Cut churn with the team", "Cut churn with the team", "Cut churn"),
    ("“we” dropped", "We cut churn by calling members", "{together with }[whom]{, }cut churn by calling members",
     "«Cut=cut» churn by calling members"),
    ("“together with” dropped", "Ran the audit together with finance", "Ran the audit together with finance",
     "Ran the audit"),
    ("“with” and somebody's office dropped", "Built the portal with the design office",
     "Built the portal with the design office", "Built the portal"),
    ("“alongside” dropped", "Trained agents alongside a senior coach", "Trained agents alongside a senior coach",
     "Trained agents"),
    ("“in partnership with” dropped", "Opened a shop in partnership with Acme",
        "Opened a shop in partnership with Acme",
     "Opened a shop"),
    ("“jointly” dropped", "Jointly ran the returns desk", "Jointly ran the returns desk", "«Ran=ran» the returns desk"),
    ("“jointly” dropped from an opener", "Jointly responsible for the front desk",
        "Jointly{ }‹ran=Jointly responsible for› the front desk", "‹Ran=Jointly responsible for› the front desk"),
    ("“partly” dropped before an opener", "Partly responsible for payroll", "[What you did to]{ }payroll",
        "‹Processed=responsible for› payroll"),
    ("a team's act in a noun", "Processing of refunds by the billing team",
        "[Your own part]{ in }«processing=Processing» of refunds by the billing team",
        "«Processed=Processing» refunds by the billing team"),
    ("“co-” dropped", "Co-wrote the style guide", "Co-wrote the style guide", "«Wrote=Co-wrote» the style guide"),
    ("a passive of the team's", "Refunds were processed by the team", "Refunds were processed by the team",
     "«Processed=processed» {}Refunds"),
    ("a passive of somebody else's", "Refunds were approved by my manager", "Refunds were approved by my manager",
     "«Approved=approved» {}Refunds"),
    ("somebody else's act", "My manager approved refunds", "My manager approved refunds",
        "«Approved=approved» refunds"),
    ("a department's act", "Engineering shipped the fix after I traced it",
        "Engineering shipped the fix after I traced it",
     "«Shipped=shipped» the fix"),
    # acts that were taken part in, seen, ordered, tried or hoped for
    ("“assisted with” promoted", "Assisted with the launch", "[Your own part]{ in }the launch", "«Launched=launch»"),
    ("“helped” promoted", "Helped cut handle time", "[Your own part]{ to }«help=Helped» cut handle time",
     "«Cut=cut» handle time"),
    ("“supported” promoted", "Supported the rollout", "[Your own part]{ to }«support=Supported» the rollout",
     "«Rolled out=rollout» the rollout"),
    ("“part of” promoted", "Part of a team that won an award", "[Your own part]{ in }a team that won an award",
     "«Won=won» an award"),
    ("“worked with” promoted", "Worked with sales to launch an app", "[Your own part] with sales to launch an app",
     "«Launched=launch» an app"),
    ("“involved in” promoted", "Involved in designing the form", "[Your own part]{ in }designing the form",
     "«Designed=designing» the form"),
    gap("only the first verb is asked whether it takes part",
        "a second verb promoted", "Answered calls and helped train new hires",
        "Answered calls and helped train new hires",
     "Answered calls and «trained=train» new hires"),
    ("promoted behind a blank", "Helped launch the app", "[Your own part]{ to }«help=Helped» launch the app",
     "[Your own part]{ and }«launched=launch» the app"),
    ("somebody else's verb", "Trained agents to sell upgrades", "Trained agents to sell upgrades",
        "«Sold=sell» upgrades"),
    ("a watched act", "Watched the chef prepare sauces", "Watched the chef prepare sauces",
        "«Prepared=prepare» sauces"),
    ("the act of those managed", "Managed agents who answered 200 calls", "Managed agents who answered 200 calls",
     "«Answered=answered» 200 calls"),
    ("“tried to” dropped", "Tried to cut overtime", "[Your own part]{ to }«try=Tried» to cut overtime",
     "«Cut=cut» overtime"),
    ("“learned to” dropped", "Learned to operate forklifts", "Learned to operate forklifts",
     "«Operated=operate» forklifts"),
    ("a hope made a result", "Called members to improve retention", "Called members to improve retention",
     "Called members{, }«improving=improve» retention"),
    ("a hope made an act", "Called members to improve retention", "Called members to improve retention",
     "Called members{ and }«improved=improve» retention"),
    ("a hope made an act, uninflected", "Call members to improve retention", "Call members to improve retention",
     "Call members{ and }improve retention"),
    ("a hope by its noun", "Called members for the improvement of retention",
     "Called members for the improvement of retention", "Called members{, }«improving=improvement» retention"),
    ("a change joined to a task", "Responsible for managing the team and improving morale",
     "«Managed=managing» the team and improving morale", "«Managed=managing» the team and «improved=improving» morale"),
    ("a participle told of somebody's means", "Worked with a friend picking fruit",
     "[Your own part] with a friend picking fruit", "«Picked=picking» fruit"),
    ("help told as the means alone", "Supported the move by packing archives",
     "«Packed=packing» archives{ to }«support=Supported» the move", "«Packed=packing» archives"),
    ("a target made a result", "Expected to reach 20 sales a week", "[Your own part]{ to }reach 20 sales a week",
        "«Reached=reach» 20 sales a week"),
    ("“supposed to” dropped", "Was supposed to lead the audit", "[Your own part]{ to }lead the audit",
        "«Led=lead» the audit"),
    ("a responsibility made a result", "Responsible for improving retention",
        "[Your own part]{ towards }improving retention", "«Improved=improving» retention"),
    ("a responsibility made a level", "Responsible for cutting churn to under 5%",
        "[Your own part]{ towards }cutting churn to under 5%", "«Cut=cutting» churn to under 5%"),
    # blanks
    ("two blanks side by side", "Answered calls", "Answered [N] calls{, }[cutting X]",
     "Answered calls{, }[N]{ }[cutting X]"),
    ("two blanks with a comma between", "Answered calls", "Answered calls{, }[cutting X]",
     "Answered calls{, }[cutting X]{, }[raising Y]"),
    ("a blank's words outside", "Answered calls", "Answered calls{, }[cutting handle time by X]",
     "Answered calls{, cutting handle time by }[X]"),
    ("a blank's letter outside", "Answered calls", "Answered calls{ by }[X]", "Answered calls{ by X}"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "bullet", "honest", "dishonest"), cases(MUTATIONS))
def test_the_check_finds(what: str, bullet: str, honest: str, dishonest: str, honesty: Honesty, writer: Writer) -> None:
    facts = writer.facts(bullet)

    assert honesty.faults(made(bullet, honest), facts) == [], f"{what}: “{bullet}” is honest as “{honest}”"
    assert honesty.faults(made(bullet, dishonest), facts) != [], f"{what}: “{bullet}” became “{dishonest}”"


# --- what the marks of made.py cannot write down ---------------------------------------------------------------------


def _honest(text: str, writer: Writer, kind: str = "strong") -> tuple[Rewrite, Facts]:
    (told,) = writer.told([text])
    rewrite = told.of(kind)
    assert rewrite is not None, str(told)
    return rewrite, told.facts


def _with(rewrite: Rewrite, place: int, part: Part) -> Rewrite:
    return replace(rewrite, parts=(*rewrite.parts[:place], part, *rewrite.parts[place + 1 :]))


def test_a_span_elsewhere(honesty: Honesty, writer: Writer) -> None:
    rewrite, facts = _honest("Answered inbound calls and logged tickets", writer)
    place = next(n for n, part in enumerate(rewrite.parts) if "inbound" in part.text)
    part = rewrite.parts[place]
    assert part.source is not None

    for shift in (3, -3, 9):
        wrong = replace(part, source=Span(part.source.start + shift, part.source.end + shift))
        assert honesty.faults(_with(rewrite, place, wrong), facts) != [], f"moved by {shift}"
    for span in (None, Span(0, 0), Span(0, len(facts.text)), Span(900, 930)):
        assert honesty.faults(_with(rewrite, place, replace(part, source=span)), facts) != [], str(span)


@pytest.mark.parametrize("text", ["cutting handle time", "[cutting handle time from X to Y", "[raising CSAT by X]", ""])
def test_a_blank_that_shows_something_else(text: str, honesty: Honesty, writer: Writer) -> None:
    facts = writer.facts("Answered calls")
    rewrite = made("Answered calls", "Answered calls{, }[cutting handle time from X to Y]")

    assert honesty.faults(_with(rewrite, 2, replace(rewrite.parts[2], text=text)), facts) != []


def test_a_blank_without_a_question(honesty: Honesty, writer: Writer) -> None:
    part = Part("[cutting handle time by 20 %]", Origin.SLOT)

    assert (
        honesty.faults(_with(made("Answered calls", "Answered calls"), 0, part), writer.facts("Answered calls")) != []
    )


_INSTEAD = [
    Part(", cutting waits by 20 %", Origin.GRAMMAR),
    Part(" Led", Origin.LEXICON, Span(0, 8)),
    Part(" in Zendesk", Origin.SOURCE, Span(9, 14)),
]


@pytest.mark.parametrize(
    "words",
    _INSTEAD,
)
def test_what_stands_in_place_of_a_skipped_blank_is_checked_too(words: Part, honesty: Honesty, writer: Writer) -> None:
    facts = writer.facts("Answered calls")
    slot = Slot(Wanted.RESULT, "cutting X", "What?", "cutting waits", instead=(words,))
    rewrite = made("Answered calls", "Answered calls{, }[cutting X]")

    assert honesty.faults(_with(rewrite, 2, Part("[cutting X]", Origin.SLOT, slot=slot)), facts) != []


def test_the_second_bullet_of_a_split_is_checked_too(honesty: Honesty, writer: Writer) -> None:
    text = "Answered calls and logged tickets"
    rewrite = made(text, "Answered calls")
    honest, dishonest = made(text, "«Logged=logged» tickets").parts, made(text, "‹Led=logged› tickets").parts

    assert honesty.faults(replace(rewrite, second=honest), writer.facts(text)) == []
    assert honesty.faults(replace(rewrite, second=dishonest), writer.facts(text)) != []


# An edge that no lexicon should have, and the rewrite that it would lead to.
RISING = [
    (UpgradeEntry("lead", verbs=("answer",)), "Answered calls", "‹Led=Answered› calls"),
    (UpgradeEntry("own", verbs=("assist",)), "Assisted customers", "‹Owned=Assisted› customers"),
    (UpgradeEntry("lead", verbs=("collaborate on",)), "Collaborated on guides", "‹Led=Collaborated on› guides"),
    (UpgradeEntry("write", verbs=("collaborate on",)), "Collaborated on guides", "‹Wrote=Collaborated on› guides"),
    (UpgradeEntry("run", verbs=("support",)), "Supported audits", "‹Ran=Supported› audits"),
    (UpgradeEntry("cut", verbs=("handle",)), "Handled complaints", "‹Cut=Handled› complaints"),
    (UpgradeEntry("increase", verbs=("maintain",)), "Maintained sales", "‹Increased=Maintained› sales"),
]  # fmt: skip


@pytest.mark.parametrize(("edge", "text", "dishonest"), RISING, ids=[text for _, _, text in RISING])
def test_not_even_an_edge_may_raise_a_claim(
    edge: UpgradeEntry, text: str, dishonest: str, lexicon: Lexicon, writer: Writer
) -> None:
    honesty = Honesty(replace(lexicon, upgrades=(edge, *lexicon.upgrades)))

    assert honesty.faults(made(text, dishonest), writer.facts(text)) != []


def test_an_edge_is_what_makes_a_verb_honest(lexicon: Lexicon, writer: Writer) -> None:
    text, rewrite = (
        "Handled billing inquiries",
        made("Handled billing inquiries", "‹Fielded=Handled› billing inquiries"),
    )

    assert Honesty(lexicon).faults(rewrite, writer.facts(text)) == []
    assert Honesty(replace(lexicon, upgrades=())).faults(rewrite, writer.facts(text)) != []


# --- mutations of every rewrite of the gold set ----------------------------------------------------------------------

Mutation = Callable[[Rewrite, Facts], Iterator[Rewrite]]


def _first_words(rewrite: Rewrite) -> int | None:
    """The place of the rewrite's verb, None where a blank stands first."""
    first = next((n for n, part in enumerate(rewrite.parts) if part.source is not None), None)
    return first if first is not None and all(part.slot is None for part in rewrite.parts[:first]) else None


def _led_for_the_verb(rewrite: Rewrite, facts: Facts) -> Iterator[Rewrite]:
    place = _first_words(rewrite)
    if place is None or re.search(r"\b(?:lead|led|headed|managed)", facts.text, re.I):
        return
    part = rewrite.parts[place]
    rest = part.text.partition(" ")[2]
    for origin in (Origin.SOURCE, Origin.LEXICON, Origin.GRAMMAR):
        yield _with(rewrite, place, replace(part, text=f"Led {rest}".rstrip(), origin=origin))


def _word_added(*words: str) -> Mutation:
    def mutate(rewrite: Rewrite, _: Facts) -> Iterator[Rewrite]:
        span = next((part.source for part in rewrite.parts if part.source is not None), None)
        for word in words:
            for origin in (Origin.SOURCE, Origin.LEXICON, Origin.GRAMMAR):
                yield replace(rewrite, parts=(*rewrite.parts, Part(f" {word}", origin, span)))

    return mutate


def _literal(rewrite: Rewrite, facts: Facts) -> Iterator[tuple[int, Part, Span]]:
    """The parts that show the source as it stands."""
    for place, part in enumerate(rewrite.parts):
        if part.origin is Origin.SOURCE and part.source is not None and part.source.of(facts.text) == part.text:
            yield place, part, part.source


def _number_changed(rewrite: Rewrite, facts: Facts) -> Iterator[Rewrite]:
    for place, part, _ in _literal(rewrite, facts):
        for match in re.finditer(r"\d", part.text):
            other = str((int(match[0]) + 1) % 10)
            yield _with(
                rewrite, place, replace(part, text=part.text[: match.start()] + other + part.text[match.end() :])
            )


def _name_changed(rewrite: Rewrite, facts: Facts) -> Iterator[Rewrite]:
    for place, part, _ in _literal(rewrite, facts):
        for match in re.finditer(r"(?<=\w )[A-Z][a-z]{3,}", part.text):
            other = "q" if match[0][2] != "q" else "x"
            at = match.start() + 2
            yield _with(rewrite, place, replace(part, text=part.text[:at] + other + part.text[at + 1 :]))


def _cut_out(pattern: str) -> Mutation:
    """Leaves out what the pattern finds, cleanly: the parts beside it still say where they stand in the source."""

    def mutate(rewrite: Rewrite, facts: Facts) -> Iterator[Rewrite]:
        for place, part, span in _literal(rewrite, facts):
            for match in re.finditer(pattern, part.text, re.I):
                before = Part(part.text[: match.start()], Origin.SOURCE, Span(span.start, span.start + match.start()))
                behind = Part(part.text[match.end() :], Origin.SOURCE, Span(span.start + match.end(), span.end))
                halves = [each for each in (before, behind) if each.text]
                yield replace(rewrite, parts=(*rewrite.parts[:place], *halves, *rewrite.parts[place + 1 :]))

    return mutate


def _slot_added_beside(rewrite: Rewrite, _: Facts) -> Iterator[Rewrite]:
    for place, part in enumerate(rewrite.parts):
        if part.slot is not None:
            other = (blank("raising X"), Part(", ", Origin.GRAMMAR))
            yield replace(rewrite, parts=(*rewrite.parts[:place], *other, *rewrite.parts[place:]))


def _slot_opened(rewrite: Rewrite, _: Facts) -> Iterator[Rewrite]:
    for place, part in enumerate(rewrite.parts):
        if part.slot is not None:
            yield _with(rewrite, place, replace(part, text=part.slot.text))
            if re.search(r"[a-z]{4}", part.slot.text):
                yield _with(rewrite, place, Part(part.slot.text, Origin.GRAMMAR))
                yield _with(rewrite, place, Part(part.slot.text, Origin.SOURCE, Span(0, 5)))


# What is done, the mutation, of how many bullets one is tried, and the number of mutated rewrites below which the test
# would prove too little.
EVERYWHERE: list[tuple[str, Mutation, int, int]] = [
    ("Led for the verb", _led_for_the_verb, 2, 300),
    ("a tool added", _word_added("Zendesk", "in Salesforce"), 8, 300),
    ("a number added", _word_added("20 %", "by 20%", "12"), 8, 300),
    ("a claim added", _word_added("improving retention", "award-winning", "certified"), 8, 300),
    ("a number changed", _number_changed, 1, 300),
    ("a name changed", _name_changed, 1, 100),
    ("a hedge cut out", _cut_out(r"\b(?:about|nearly|over|up to|approx\.|around|under|below) (?=[$£€]?\d)"), 1, 5),
    ("a negation cut out", _cut_out(r"\b(?:not|without|no|never) (?=\w)"), 1, 2),
    ("a blank beside a blank", _slot_added_beside, 4, 120),
    ("a blank without its brackets", _slot_opened, 4, 200),
]


@pytest.mark.parametrize(("what", "mutation", "step", "least"), EVERYWHERE, ids=[what for what, *_ in EVERYWHERE])
def test_the_check_finds_it_in_every_rewrite(
    what: str, mutation: Mutation, step: int, least: int, gold: Gold, honesty: Honesty
) -> None:
    mutated = [
        (told, other)
        for told in gold["ended", SUPPORT][::step]
        for rewrite in told.rewrites
        for other in mutation(rewrite, told.facts)
    ]
    missed = [f"{told.text}\n  {other.text}" for told, other in mutated if not honesty.faults(other, told.facts)]

    assert len(mutated) >= least
    assert missed == [], f"{what}: {len(missed)} of {len(mutated)} not found"


# --- generated bullets -----------------------------------------------------------------------------------------------

FEW = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@FEW
@given(text=bullets, ended=st.booleans())
def test_generated_bullets(text: str, ended: bool, writer: Writer, honesty: Honesty) -> None:
    _holds(text, ended, writer, honesty)


@FEW
@given(text=texts)
def test_any_text(text: str, writer: Writer, honesty: Honesty) -> None:
    _holds(text, True, writer, honesty)


def _holds(text: str, ended: bool, writer: Writer, honesty: Honesty) -> None:
    entry = ENDED if ended else CURRENT
    (told,), (again,) = writer.told([text], entry), writer.told([text], entry)
    reader = SecondReader(writer.lexicon)

    assert told.rewrites == again.rewrites
    for rewrite in told.rewrites:
        assert honesty.faults(rewrite, told.facts) == [], rewrite.text
        assert reader.faults(rewrite, told.facts) == [], rewrite.text
