"""The edges along which a rewrite may change a verb: every one says no more than the writer did, in words that pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import singular
from bulletcoach.lexicon.records import OpenerKind, UpgradeEntry
from bulletcoach.model.facts import Act, Claim, MarkKind, Strength

CLAIMS = [Claim.SUPPORT, Claim.SHARE, Claim.OWN, Claim.LEAD]
ACTS = [Act.VAGUE, Act.ROUTINE, Act.MAKE, Act.RESULT]
FLAGGED = (MarkKind.BUZZWORD, MarkKind.INFLATED, MarkKind.FILLER)
# Where a plain word is the point, though it is a weak one to open with. The file says why of each.
PLAINER = {"use", "serve", "support", "try to", "work with"}
# Verbs that a rule flags and that no plain verb replaces with the object in its place: “resonated with”, “embarked on”.
# “Landscape” is flagged as a noun.
FLAGGED_WITHOUT_EDGE = {"landscape", "resonate", "embark"}
# Nouns that have no singular, or mean something else in it.
ALWAYS_PLURAL = {
    "maths", "mathematics", "physics", "phonics", "supplies", "logistics", "customs", "sales", "public relations",
    "payroll and benefits", "human resources", "employee relations", "grounds", "bill of materials",
}  # fmt: skip


def _lemma(verb: str, lexicon: Lexicon) -> str:
    """The lemma of verbs.toml that a verb of an edge is: “put together” is one, “respond to” is respond."""
    return verb if verb in lexicon.verbs else verb.split()[0]


@pytest.fixture(scope="module")
def ladder(lexicon: Lexicon) -> dict[str, int]:
    return {verb: entry.level for entry in lexicon.field("customer-service").levels for verb in entry.verbs}


def _level(lemma: str, lexicon: Lexicon, ladder: dict[str, int]) -> int:
    """The rung of a verb: the ladder's own, else by claim and act. What was reached (beat, won) is one's own work."""
    entry = lexicon.verbs[lemma]
    if lemma in ladder:
        return ladder[lemma]
    if entry.claim in (Claim.SUPPORT, Claim.SHARE):
        return 0
    if entry.claim is Claim.LEAD:
        return 3
    return 2 if entry.act in (Act.MAKE, Act.RESULT) and entry.family != "results" else 1


def _edges(lexicon: Lexicon) -> Iterator[tuple[str, str, UpgradeEntry]]:
    """The lemmas from and to which each edge between verbs leads."""
    for entry in lexicon.upgrades:
        for verb in entry.verbs:
            yield _lemma(verb, lexicon), _lemma(entry.to, lexicon), entry


def _forms(verb: str, lexicon: Lexicon) -> set[str]:
    first, *rest = verb.split()
    return {" ".join([form, *rest]) for form in (first, *lexicon.verbs[first].forms.split())}


def _flagged(lexicon: Lexicon) -> set[str]:
    return {phrase for entry in lexicon.wordings if entry.kind in FLAGGED for phrase in entry.phrases}


def test_every_verb_of_an_edge_is_in_the_lexicon(lexicon: Lexicon) -> None:
    verbs = {verb for entry in lexicon.upgrades for verb in (entry.to, *entry.verbs)}

    assert sorted(verb for verb in verbs if _lemma(verb, lexicon) not in lexicon.verbs) == []


def test_no_edge_raises_the_claim(lexicon: Lexicon) -> None:
    raised = [
        (source, to)
        for source, to, _ in _edges(lexicon)
        if CLAIMS.index(lexicon.verbs[to].claim) > CLAIMS.index(lexicon.verbs[source].claim)
    ]

    assert raised == []


def test_no_edge_climbs_the_ladder(lexicon: Lexicon, ladder: dict[str, int]) -> None:
    climbing = [
        (source, to)
        for source, to, _ in _edges(lexicon)
        if _level(to, lexicon, ladder) > _level(source, lexicon, ladder)
    ]

    assert climbing == []


def test_no_edge_makes_a_result_of_routine(lexicon: Lexicon) -> None:
    """An act that could not be named may be named as routine; no edge makes more of it, nor of routine."""
    raised = [
        (source, to)
        for source, to, _ in _edges(lexicon)
        if ACTS.index(lexicon.verbs[to].act) > max(ACTS.index(Act.ROUTINE), ACTS.index(lexicon.verbs[source].act))
    ]

    assert raised == []


def test_whoever_helped_or_shared_stays_one_who_did(lexicon: Lexicon) -> None:
    taking_part = (Claim.SUPPORT, Claim.SHARE)
    promoted = [
        (source, to)
        for source, to, _ in _edges(lexicon)
        if lexicon.verbs[source].claim in taking_part and lexicon.verbs[to].claim not in taking_part
    ]

    assert promoted == []


def test_nothing_says_the_same_as_ensure(lexicon: Lexicon) -> None:
    sources = {source for source, _, _ in _edges(lexicon)}

    assert sources & {"ensure", "assure", "guarantee", "make sure"} == set()


def test_openers_lead_to_plain_routine(lexicon: Lexicon) -> None:
    """Behind “responsible for” nothing was made or reached; only what was somebody's to lead is led."""
    for entry in lexicon.upgrades:
        if not entry.openers:
            continue
        verb = lexicon.verbs[_lemma(entry.to, lexicon)]
        assert verb.act is Act.ROUTINE or entry.to in PLAINER, entry.to
        assert verb.claim is Claim.OWN or entry.to == "manage", entry.to
        assert entry.objects, f"{entry.to}: behind an opener an unknown noun gets a blank"
        assert set(entry.openers) <= {OpenerKind.FIXED, OpenerKind.LIST}, entry.to


def test_openers_know_the_nouns_of_work(lexicon: Lexicon) -> None:
    assert len({noun for entry in lexicon.upgrades if entry.openers for noun in entry.objects}) >= 300


def test_no_edge_leads_to_a_weak_verb_without_saying_why(lexicon: Lexicon) -> None:
    weak = [entry for entry in lexicon.upgrades if lexicon.verbs[_lemma(entry.to, lexicon)].strength is Strength.WEAK]

    assert {entry.to for entry in weak} == PLAINER
    assert [entry.to for entry in weak if not entry.note] == []


def test_no_edge_leads_to_a_word_that_rules_flag(lexicon: Lexicon) -> None:
    flagged = _flagged(lexicon)
    found = {
        form
        for entry in lexicon.upgrades
        for form in _forms(entry.to, lexicon)
        if form in flagged or form.split()[0] in flagged
    }

    assert found == set()


def test_every_verb_that_rules_flag_has_a_plainer_one(lexicon: Lexicon) -> None:
    flagged, sources = _flagged(lexicon), {source for source, _, _ in _edges(lexicon)}
    puff = {lemma for lemma in lexicon.verbs if " " not in lemma and _forms(lemma, lexicon) & flagged}

    assert puff - sources == FLAGGED_WITHOUT_EDGE


def test_no_edge_twice(lexicon: Lexicon) -> None:
    edges = Counter(
        (source, entry.to, noun)
        for entry in lexicon.upgrades
        for source in (*entry.verbs, *entry.openers)
        for noun in entry.objects or ("",)
    )

    assert [edge for edge, number in edges.items() if number > 1] == []


def test_no_edge_leads_back_to_its_own_verb(lexicon: Lexicon) -> None:
    assert [(verb, entry.to) for entry in lexicon.upgrades for verb in entry.verbs if verb == entry.to] == []


def test_objects_are_singular_and_stand_once(lexicon: Lexicon) -> None:
    for entry in lexicon.upgrades:
        nouns = [noun.split() for noun in entry.objects]
        plural = {" ".join(noun) for noun in nouns if singular(noun[-1]) != noun[-1]}
        assert plural - ALWAYS_PLURAL == set(), entry.to
        assert len(set(entry.objects)) == len(entry.objects), entry.to


def test_british_and_american_sources_lead_to_the_same_verbs(lexicon: Lexicon) -> None:
    pairs = [(verb, verb.replace("ise", "ize")) for entry in lexicon.upgrades for verb in entry.verbs if "ise" in verb]

    for entry in lexicon.upgrades:
        for british, american in pairs:
            if american in lexicon.verbs and british in lexicon.verbs:
                assert (british in entry.verbs) == (american in entry.verbs), f"{entry.to}: {british}"


def test_a_noun_of_two_words_comes_before_the_noun_that_ends_it(lexicon: Lexicon) -> None:
    """“Responsible for data pipelines” meets the edge of data pipelines first, and not that of (sales) pipelines."""
    first: dict[str, str] = {}
    for entry in lexicon.upgrades:
        for noun in entry.objects if entry.openers else ():
            ends = [noun.split(maxsplit=cut)[-1] for cut in range(1, len(noun.split()))]
            earlier = {end: first[end] for end in ends if end in first and noun not in first}
            assert set(earlier.values()) <= {entry.to}, f"{noun}: {entry.to} comes after {earlier}"
            first.setdefault(noun, entry.to)
