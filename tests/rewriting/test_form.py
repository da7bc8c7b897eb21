"""The form of rewrites: parts that are the text, clean joints, the source's first letter and full stop, plain words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from bulletcoach.model.facts import MarkKind
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Slot, Wanted
from bulletcoach.rules.parts import is_quoted
from rewriting.generated import bullets
from rewriting.writer import CURRENT, ENDED, SUPPORT, Told, Writer, filled

Gold = dict[tuple[str, str], list[Told]]
# Rules against words that a rewrite should not keep or add, and flagged words that it keeps, because they limit what
# is claimed.
FLAGS = ("BC101", "BC103", "BC104", "BC105", "BC204", "BC502", "BC503")
LIMITS = ("as needed",)


def _texts(rewrite: Rewrite) -> Iterator[str]:
    yield rewrite.text
    if rewrite.second:
        yield "".join(part.text for part in rewrite.second)


def _each(told: Iterable[Told]) -> Iterator[tuple[Told, Rewrite]]:
    for each in told:
        for rewrite in each.rewrites:
            yield each, rewrite


# --- what holds for every rewrite: (bullet, rewrite) → what is wrong -------------------------------------------------


def _parts(told: Told, rewrite: Rewrite) -> Iterator[str]:
    if "".join(part.text for part in rewrite.parts) != rewrite.text:
        yield "the parts are not the text"
    for part in (*rewrite.parts, *rewrite.second):
        if not part.text:
            yield "an empty part"
        if part.origin is Origin.SOURCE and part.source is None:
            yield f"“{part.text}” has no span"
        if part.source is not None and not 0 <= part.source.start < part.source.end <= len(told.text):
            yield f"{part.source} leaves the text"
        if (part.origin is Origin.SLOT) != (part.slot is not None):
            yield f"“{part.text}” is half a slot"


def _literal_spans(told: Told, rewrite: Rewrite) -> Iterator[str]:
    """Source words are those of their span; of more than one word, letter by letter but for the first one's case."""
    for part in (*rewrite.parts, *rewrite.second):
        if part.origin is not Origin.SOURCE or part.source is None or len(part.text.split()) < 2:
            continue
        if part.text.casefold() != part.source.of(told.text).casefold():
            yield f"“{part.text}” is not “{part.source.of(told.text)}”"


def _spaces(told: Told, rewrite: Rewrite) -> Iterator[str]:
    for text in _texts(rewrite):
        for pattern in (r"\s\s", r"\s[,;:.!?)](?!\w)", r"\(\s", r",\s*[,.;]", r"^\W*[,;.]", r"\(\)", r"\s$", r"^\s"):
            if len(re.findall(pattern, text)) > len(re.findall(pattern, told.text)):
                yield f"{pattern} in “{text}”"


def _joints(told: Told, rewrite: Rewrite) -> Iterator[str]:
    """No two parts run together, before the blanks are filled and after."""
    for parts in (rewrite.parts, rewrite.second, filled(rewrite).parts):
        for part, following in pairwise(parts):
            if part.text[-1].isalnum() and following.text[0].isalnum():
                yield f"“{part.text}{following.text}”"
    del told


def _doubled(told: Told, rewrite: Rewrite) -> Iterator[str]:
    doubled = r"(?<![\w-])(\w+)\W+\1(?![\w-])"
    twice = {word for word, number in Counter(re.findall(r"\w+", told.text.lower())).items() if number > 1}
    for text in _texts(rewrite):
        for match in re.finditer(doubled, text.lower()):
            if not match[1].isdigit() and match[1] not in {"x", "y", "n"} | twice:
                yield f"“{match[0]}” in “{text}”"


def _first_letter(told: Told, rewrite: Rewrite) -> Iterator[str]:
    source = next((letter for letter in told.text if letter.isalnum()), "")
    for text in _texts(rewrite):
        first = next((letter for letter in text if letter.isalnum()), "")
        if source.upper() != source.lower() and first.upper() != first.lower() and first.isupper() != source.isupper():
            yield f"“{text}” begins otherwise than the source"


def _full_stop(told: Told, rewrite: Rewrite) -> Iterator[str]:
    ended = told.text.rstrip().endswith(".") and not told.text.rstrip().endswith("..")
    for text in _texts(rewrite):
        if text.endswith(".") != ended:
            yield f"“{text}” ends otherwise than the source"


def _case_kept(told: Told, rewrite: Rewrite) -> Iterator[str]:
    """Names and acronyms keep their capitals: every word with a capital inside a sentence stands so in the source."""
    shown = "".join(part.text if part.slot is None else "[ ]" for part in rewrite.parts)
    theirs = set(re.findall(r"[\w'’&/-]+", told.text))
    for word in re.findall(r"(?<=[a-z,] )[\w'’&/-]*[A-Z][\w'’&/-]*", shown):
        if word not in theirs:
            yield f"“{word}” has got a capital"
    for word in re.findall(r"[\w'’&/-]*[A-Z][\w'’&/-]*[A-Z][\w'’&/-]*", told.text):
        if word not in shown and word.lower() in shown.lower().split():
            yield f"“{word}” has lost its capitals"


def _numbers_and_quotes(told: Told, rewrite: Rewrite) -> Iterator[str]:
    """A quotation is whole, or gone."""
    for quotation in re.findall(r"“[^”]*”|\"[^\"]*\"", told.text):
        shown = "".join(_texts(rewrite))
        if quotation not in shown and any(len(word) > 5 and word in shown for word in quotation[1:-1].split()):
            yield f"{quotation} is cut"
    for text in _texts(rewrite):
        if text.count("(") != text.count(")") and told.text.count("(") == told.text.count(")"):
            yield f"a bracket is open in “{text}”"


def _slots(told: Told, rewrite: Rewrite) -> Iterator[str]:
    for slot in rewrite.slots:
        if not slot.text.strip() or "?" not in slot.ask or not slot.example.strip():
            yield f"“{slot.text}” has no question or no example"
        if slot.low is not None and slot.high is not None and slot.low > slot.high:
            yield f"“{slot.text}” has an empty range"
        if "[" in slot.text or "]" in slot.text:
            yield f"“{slot.text}” has brackets"
    del told


CHECKS: list[Callable[[Told, Rewrite], Iterator[str]]] = [
    _parts, _literal_spans, _spaces, _joints, _doubled, _first_letter, _full_stop, _case_kept, _numbers_and_quotes,
    _slots,
]  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=[check.__name__.strip("_") for check in CHECKS])
def test_every_rewrite_of_the_gold_set(check: Callable[[Told, Rewrite], Iterator[str]], gold: Gold) -> None:
    found = [
        f"{told.text}\n  {rewrite.text}: {wrong}"
        for place in gold.values()
        for told, rewrite in _each(place)
        for wrong in check(told, rewrite)
    ]

    assert list(dict.fromkeys(found)) == []


def test_at_most_one_of_each_kind(gold: Gold) -> None:
    for place in gold.values():
        for told in place:
            kinds = [rewrite.kind for rewrite in told.rewrites]
            assert len(kinds) == len(set(kinds)) <= 3, str(told)


def test_every_rewrite_is_worth_reading(gold: Gold) -> None:
    """None is the source again, and none another one's text."""
    for place in gold.values():
        for told in place:
            texts = [" ".join(_texts(rewrite)) for rewrite in told.rewrites]
            assert len(set(texts)) == len(texts), str(told)
            assert told.text not in texts, str(told)


def test_only_the_source_is_shortened_not_its_sense(gold: Gold) -> None:
    """A minimal rewrite of a duty keeps most of what the bullet says."""
    for told, rewrite in _each(gold["ended", SUPPORT]):
        if rewrite.kind.value == "minimal" and not rewrite.second and not told.facts.marked(MarkKind.FILLER):
            assert len(rewrite.text.split()) >= len(told.text.split()) / 3, str(told)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(text=bullets)
def test_every_rewrite_of_generated_bullets(text: str, writer: Writer) -> None:
    for entry in (ENDED, CURRENT):
        for told, rewrite in _each(writer.told([text], entry)):
            wrong = [each for check in CHECKS for each in check(told, rewrite)]
            assert wrong == [], f"{text}\n  {rewrite.text}"


# --- words that the rules flag ---------------------------------------------------------------------------------------


def _flagged(told: Told, rewrite: Rewrite, writer: Writer, entry_is_over: bool) -> Iterator[str]:
    """What the rules say of words that the rewrite kept or added, its blanks filled with their examples."""
    whole = filled(rewrite)
    (bullet,) = writer.judged([whole.text], ENDED if entry_is_over else CURRENT)
    for finding in writer.findings(bullet):
        if finding.code not in FLAGS or (finding.span is not None and is_quoted(finding.span, whole.text)):
            continue
        if finding.span is None or not _is_answered(whole.parts, finding.span.start):
            words = finding.span.of(whole.text) if finding.span else ""
            if words.lower() not in LIMITS:
                yield f"{finding.code} “{words}”: {told.text}\n    {whole.text}"


def _is_answered(parts: Iterable[Part], offset: int) -> bool:
    at = 0
    for part in parts:
        at += len(part.text)
        if offset < at:
            return part.origin is Origin.ANSWER
    return False


@pytest.mark.parametrize("text", ["Customer were greeted and directed to the right desk"])
def test_a_row_of_passives_keeps_none_either(text: str, writer: Writer) -> None:
    (told,) = writer.told([text])

    assert [wrong for rewrite in told.rewrites for wrong in _flagged(told, rewrite, writer, True)] == []


@pytest.mark.parametrize("over", [True, False], ids=["ended", "current"])
def test_no_rewrite_has_words_that_the_rules_flag(over: bool, gold: Gold, writer: Writer) -> None:
    told = gold["ended" if over else "current", SUPPORT]
    writer.read(filled(rewrite).text for _, rewrite in _each(told))
    found = [
        wrong
        for each, rewrite in _each(told)
        if rewrite.kind.value != "minimal"
        for wrong in _flagged(each, rewrite, writer, over)
    ]

    assert found == []


SCRAPS = ("", " ", "...", "–", ";;;", "•", "5", "%", "🎉", "(", "“”", "24/7", "\x00", "I", "by", "to")


@pytest.mark.parametrize("text", SCRAPS)
def test_no_scrap_has_a_rewrite(text: str, writer: Writer) -> None:
    """Where nothing is said there is nothing to say better."""
    (told,) = writer.told([text])

    assert told.rewrites == (), str(told)


AS_WRITTEN = [
    ("Answered calls from members", None),
    ("Answered calls from members.", None),
    ("Answered  calls from members", "Answered calls from members"),
    ("Answered calls from members;", "Answered calls from members"),
    ("Successfully answered calls from members", "Answered calls from members"),
    ("Answering calls from members", "Answered calls from members"),
]


@pytest.mark.parametrize(("text", "minimal"), AS_WRITTEN)
def test_what_stands_there_already_is_no_rewrite(text: str, minimal: str | None, writer: Writer) -> None:
    (told,) = writer.told([text])
    rewrite = told.of("minimal")

    assert (rewrite.text if rewrite is not None else None) == minimal


@pytest.mark.parametrize("kind", ["strong", "story"])
def test_a_bullet_without_a_capital_gets_none(kind: str, writer: Writer) -> None:
    (told,) = writer.told(["rebuilt the phone menu and rewrote its prompts"])
    rewrite = told.of(kind)

    assert rewrite is not None
    assert list(_first_letter(told, rewrite)) == []


def test_slots_of_size_and_result_name_their_unit(gold: Gold) -> None:
    slots: list[Slot] = [slot for _, rewrite in _each(gold["ended", SUPPORT]) for slot in rewrite.slots]

    assert all(slot.unit == "count" for slot in slots if slot.wants is Wanted.SCOPE)
    assert all(slot.unit or slot.low is None for slot in slots if slot.kpi)
