"""Every rule's examples, read by the whole pipeline: the rule speaks of each bad one and of no good one,
and no rule warns of a good one.

An example is the text of one bullet, or of several, one a line, of one post. Those of BC9 are bullets of a Markdown
file, with comments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from inline_resumes import texts_of
from judged_bullets import LEXICON
from msgspec.structs import replace

from bulletcoach.analysis.analyser import Analyser
from bulletcoach.config import Settings
from bulletcoach.judging import Bench, role_level
from bulletcoach.model.document import Bullet, Entry, Section, SectionKind
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Context, Judged
from bulletcoach.model.result import FileResult
from bulletcoach.model.text import SourceMap
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.rules import RULES, Reference, Rule, check
from bulletcoach.rules.suppressions import FAMILY
from bulletcoach.suppression import suppress

FIELD = "customer-service"
_HUSHED: tuple[str, ...] = ()
TITLE = "Customer Service Representative"


@cache
def _analyser() -> Analyser:
    return Analyser(LEXICON)


@cache
def _reference() -> Reference:
    return Reference(LEXICON, LEXICON.field(FIELD))


@cache
def _bench() -> Bench:
    return Bench(LEXICON.field(FIELD), LEXICON)


def _judged(example: str) -> Iterator[Judged]:
    texts = example.splitlines()
    bullets = tuple(Bullet(text, SourceMap(())) for text in texts)
    post = Entry(TITLE, "Example Ltd", start="2019", end="2021", current=False, bullets=bullets)
    section = Section(SectionKind.EXPERIENCE, "Experience", (post,))
    role = role_level(TITLE, LEXICON.field(FIELD))
    for number, (bullet, facts) in enumerate(zip(bullets, _analyser().analyse(texts), strict=True)):
        context = Context(section, post, number, FIELD, role.rung if role else None)
        yield Judged(bullet, facts, _bench().judge(facts), context, number)


def _findings(example: str, counts: Callable[[Rule, int], bool] = lambda *_: True) -> list[Finding]:
    return check(tuple(_judged(example)), _reference(), counts)


def _with_comments(example: str) -> list[Finding]:
    head = f"## Experience\n\n### {TITLE}, Example Ltd, 2019 – 2021\n\n"
    text = head + "".join(f"- {line}\n" for line in example.splitlines())
    document = read(decode(text.encode(), "resume.md"), _words())
    result = FileResult("resume.md", document, bullets=tuple(_judged("\n".join(texts_of(document)))))
    return list(suppress(replace(result, findings=tuple(check(result.bullets, _reference()))), Settings()).findings)


@cache
def _words() -> ResumeWords:
    return ResumeWords.of(LEXICON.headings, LEXICON.terms, LEXICON.macros)


def _read(rule: Rule, example: str, counts: Callable[[Rule, int], bool] = lambda *_: True) -> list[Finding]:
    """The findings in an example of a rule."""
    return _with_comments(example) if rule.code.startswith(FAMILY) else _findings(example, counts)


def _examples(good: bool) -> Iterator[tuple[Rule, str]]:
    for rule in RULES:
        for example in rule.good if good else rule.bad:
            yield rule, example


def _name(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value).replace("\n", " / ")[:60]


@pytest.mark.parametrize(("rule", "example"), list(_examples(good=False)), ids=_name)
def test_bad_example(rule: Rule, example: str) -> None:
    found = _read(rule, example, lambda each, _: rule.code not in _HUSHED or each.code == rule.code)
    assert rule.code in {finding.code for finding in found}, [f"{each.code} {each.message}" for each in found]


@pytest.mark.parametrize(("rule", "example"), list(_examples(good=True)), ids=_name)
def test_good_example(rule: Rule, example: str) -> None:
    """What is held up as better is silent for its own rule, and no other rule has more than advice for it."""
    found = _read(rule, example)
    blamed = [f"{each.code} {each.message}" for each in found if each.code == rule.code or each.severity.rank > 0]
    assert not blamed
