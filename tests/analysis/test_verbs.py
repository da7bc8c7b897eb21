"""Verbs: which word is the head, which are coordinated with it, their lemmas and forms, and what the lexicon adds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases, gap

from bulletcoach.model.facts import Act, Build, Claim, Facts, Form, Strength

HEADS = [
    # every form
    ("Repaired gearboxes", "repair", Form.PAST),
    ("Repair gearboxes", "repair", Form.BASE),
    ("Repairs gearboxes", "repair", Form.THIRD),
    ("Repairing gearboxes", "repair", Form.GERUND),
    ("I repaired gearboxes", "repair", Form.PAST),
    # irregular verbs, and words with two readings
    ("Led the night shift", "lead", Form.PAST),
    ("Found three leaks", "find", Form.PAST),
    ("Founded a chess club", "found", Form.PAST),
    ("Cut paper waste", "cut", Form.PAST),
    ("Put the archive online", "put", Form.PAST),
    ("Set up 40 laptops", "set", Form.PAST),
    ("Upsold extended warranties", "upsell", Form.PAST),
    ("Troubleshot VPN faults", "troubleshoot", Form.PAST),
    ("Oversaw two greenhouses", "oversee", Form.PAST),
    ("Wrote the safety manual", "write", Form.PAST),
    ("Rebuilt the spice line", "rebuild", Form.PAST),
    ("Taught 8th-grade algebra", "teach", Form.PAST),
    ("Sought quotes from roofers", "seek", Form.PAST),
    ("Ground lenses to order", "grind", Form.PAST),
    ("Wove baskets for the market", "weave", Form.PAST),
    ("Drew site plans", "draw", Form.PAST),
    # spelling variants
    ("De-escalated angry callers", "de-escalate", Form.PAST),
    ("Re-wrote the onboarding guide", "rewrite", Form.PAST),
    ("Cross-sold insurance at the till", "cross-sell", Form.PAST),
    ("Labelled samples", "label", Form.PAST),
    ("Modelled flood risk", "model", Form.PAST),
    ("Organised a book fair", "organise", Form.PAST),
    ("Counselled students", "counsel", Form.PAST),
    # adverbs, auxiliaries, passive
    ("Successfully negotiated leases", "negotiate", Form.PAST),
    ("Quickly and safely led all out", "lead", Form.PAST),
    ("Had managed a hostel", "manage", Form.PAST),
    ("Was promoted to shift lead", "promote", Form.PASSIVE),
    ("Was managing three projects", "manage", Form.PRESENT),
    ("Currently leading a crew of four", "lead", Form.GERUND),
    # behind an opener, a label, an introduction
    ("Responsible for pruning vines", "prune", Form.GERUND),
    ("Tasked to rewire the hall", "rewire", Form.BASE),
    ("Safety: Trained nine forklift drivers", "train", Form.PAST),
    ("After the flood, restored the archive", "restore", Form.PAST),
]


@pytest.mark.parametrize(("bullet", "lemma", "form"), cases(HEADS))
def test_the_head_verb(bullet: str, lemma: str, form: Form, facts_of: Callable[[str], Facts]) -> None:
    head = facts_of(bullet).head

    assert head is not None, f"no verb in “{bullet}”"
    assert (head.lemma, head.form) == (lemma, form)
    assert head.span.of(bullet) == head.text


NOUNS = "coordinated verbs that the parser takes for nouns, though the lexicon knows them as verbs in the head's form"
COORDINATED = [
    ("Planned, cooked and served school lunches", ["plan", "cook", "serve"]),
    ("Wrote and tested firmware", ["write", "test"]),
    ("Repairs boilers and inspects lifts", ["repair", "inspect"]),
    ("Repairs, inspects and certifies lifts", ["repair", "inspect", "certify"]),
    ("Diagnose and repair boilers", ["diagnose", "repair"]),
    ("Answers calls, books rooms and greets guests", ["answer", "book", "greet"]),
    ("Design, build & test circuits", ["design", "build", "test"]),
    ("Cleaned/restocked vending machines", ["clean", "restock"]),
    ("Trained nine drivers and successfully audited two depots", ["train", "audit"]),
    ("Sorted mail; delivered parcels", ["sort", "deliver"]),
    ("Rebuilt the rota. Cut overtime by 12%.", ["rebuild", "cut"]),
    ("Managed and trained staff", ["manage", "train"]),
    # no verbs of the writer's
    ("Repaired used and damaged bicycles", ["repair"]),
    ("Trained staff and volunteers", ["train"]),
    ("Sold tickets that funded the trip", ["sell"]),
]


@pytest.mark.parametrize(("bullet", "lemmas"), cases(COORDINATED))
def test_verbs_joined_to_the_head(bullet: str, lemmas: list[str], facts_of: Callable[[str], Facts]) -> None:
    assert [verb.lemma for verb in facts_of(bullet).verbs] == lemmas


UNKNOWN = [
    ("Rekeyed 400 locks", "rekey", Form.PAST),
    ("Zested lemons", "zest", Form.PAST),
    ("Trammed ore to the shaft", "tram", Form.PAST),
    ("Snagged 300 flats before handover", "snag", Form.PAST),
    gap("British doubling in an unknown verb", "Yodelled at the harvest fair", "yodel", Form.PAST),
    ("Zesting lemons", "zest", Form.GERUND),
]


@pytest.mark.parametrize(("bullet", "lemma", "form"), cases(UNKNOWN))
def test_a_verb_that_the_lexicon_lacks_gets_careful_defaults(
    bullet: str, lemma: str, form: Form, facts_of: Callable[[str], Facts]
) -> None:
    head = facts_of(bullet).head

    assert head is not None, f"no verb in “{bullet}”"
    assert (head.lemma, head.form, head.known) == (lemma, form, False)
    assert (head.strength, head.family, head.claim) == (Strength.PLAIN, "general", Claim.OWN)


COMPOUND = "the first noun of a compound is taken for a verb in the base form"
NOUN_PHRASES = [
    ("Processing of refunds", "process"),
    ("Implementation of a new expense policy", "implement"),
    ("Preparation of 40 salads a day", "prepare"),
    ("Design of posters and leaflets", "design"),
    ("Maintenance of lifts and escalators", "maintain"),
    ("Front desk, mornings", None),
    ("Account manager for 30 dental clinics", None),
    ("Responsible for the linen room", None),
    ("Responsible for stock", None),
    ("Responsible for inventory control", None),
    gap(COMPOUND, "Responsible for accounts payable", None),
    gap(COMPOUND, "Market research on e-bike buyers", None),
    ("Loading and unloading of trucks", "load"),
    ("Upselling of desserts", "upsell"),
    ("Escalation handling", "handle"),
]


@pytest.mark.parametrize(("bullet", "lemma"), cases(NOUN_PHRASES))
def test_a_noun_phrase_has_no_verb_but_may_hide_one(
    bullet: str, lemma: str | None, facts_of: Callable[[str], Facts]
) -> None:
    facts = facts_of(bullet)

    assert facts.verbs == ()
    assert facts.build is Build.NOUN_PHRASE
    assert (facts.nominal.lemma if facts.nominal else None) == lemma


KNOWN = [
    ("Answered the phones", Act.ROUTINE, Claim.OWN),
    ("Built a rain shelter", Act.MAKE, Claim.OWN),
    ("Launched a podcast", Act.MAKE, Claim.OWN),
    ("Set up a food bank", Act.MAKE, Claim.OWN),
    ("Increased attendance", Act.RESULT, Claim.OWN),
    ("Cut waste", Act.RESULT, Claim.OWN),
    ("Won the regional final", Act.RESULT, Claim.OWN),
    ("Led a crew", Act.ROUTINE, Claim.LEAD),
    ("Helped new starters", Act.VAGUE, Claim.SUPPORT),
]


@pytest.mark.parametrize(("bullet", "act", "claim"), cases(KNOWN))
def test_what_the_lexicon_says_of_the_head(
    bullet: str, act: Act, claim: Claim, facts_of: Callable[[str], Facts]
) -> None:
    head = facts_of(bullet).head

    assert head is not None
    assert (head.act, head.claim, head.known) == (act, claim, True)


WEAK = ["Helped with lifts", "Worked on boats", "Assisted the chef"]
STRONG = ["Rebuilt an engine", "Launched a podcast", "Negotiated a lease"]


@pytest.mark.parametrize("bullet", WEAK)
def test_weak_verbs(bullet: str, facts_of: Callable[[str], Facts]) -> None:
    head = facts_of(bullet).head
    assert head is not None
    assert head.strength is Strength.WEAK


@pytest.mark.parametrize("bullet", STRONG)
def test_strong_verbs(bullet: str, facts_of: Callable[[str], Facts]) -> None:
    head = facts_of(bullet).head
    assert head is not None
    assert head.strength is Strength.STRONG


OBJECTS = [
    ("Repaired gearboxes", [("gearboxes", "gearbox")]),
    ("Trained nine forklift drivers", [("nine forklift drivers", "driver")]),
    ("Managed the linen budget and two porters", [("the linen budget", "budget"), ("two porters", "porter")]),
    ("Responsible for stock", [("stock", "stock")]),
    ("Responsible for counting stock", [("stock", "stock")]),
    ("Worked on wind turbines", [("wind turbines", "turbine")]),
    ("Processing of refunds", [("refunds", "refund")]),
    ("Wrote and tested firmware", [("firmware", "firmware")]),
    ("Delivered a variety of parcels", [("a variety of parcels", "parcel")]),
]


@pytest.mark.parametrize(("bullet", "objects"), cases(OBJECTS))
def test_what_the_verbs_act_on(bullet: str, objects: list[tuple[str, str]], facts_of: Callable[[str], Facts]) -> None:
    facts = facts_of(bullet)

    assert [(item.span.of(bullet), item.lemma) for item in facts.objects] == objects
    assert all(item.span.start <= item.head.start and item.head.end <= len(bullet) for item in facts.objects)
