"""The small story of a bullet: which stretch is problem, task, action, method, result, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bullet_tables import cases

from bulletcoach.model.facts import Facts, Role

Reader = Callable[[str], Facts]

ACTION, METHOD, RESULT = Role.ACTION, Role.METHOD, Role.RESULT
PROBLEM, TASK, INTENTION, PRAISE = Role.PROBLEM, Role.TASK, Role.INTENTION, Role.PRAISE

STORIES = [
    # one clause
    ("Watered the orchids", [(ACTION, "Watered the orchids")]),
    ("Cut scrap by 18%.", [(RESULT, "Cut scrap by 18%")]),
    ("Translated leaflets for patients who spoke Urdu", [(ACTION, "Translated leaflets for patients who spoke Urdu")]),
    # a result by participle
    (
        "Rewrote the onboarding guide, cutting ramp time from 8 weeks to 5",
        [(ACTION, "Rewrote the onboarding guide"), (RESULT, "cutting ramp time from 8 weeks to 5")],
    ),
    (
        "Negotiated new freight terms, saving $14,000 a year",
        [(ACTION, "Negotiated new freight terms"), (RESULT, "saving $14,000 a year")],
    ),
    (
        "Retiled the deck of the indoor pool – reducing falls by half",
        [(ACTION, "Retiled the deck of the indoor pool"), (RESULT, "reducing falls by half")],
    ),
    (
        "Retiled the pool deck – reducing falls by half",
        [(ACTION, "Retiled the pool deck"), (RESULT, "reducing falls by half")],
    ),
    # by a cue
    (
        "Rebuilt the booking form, resulting in fewer no-shows",
        [(ACTION, "Rebuilt the booking form"), (RESULT, "resulting in fewer no-shows")],
    ),
    (
        "Repainted the crossings, which led to fewer near misses",
        [(ACTION, "Repainted the crossings"), (RESULT, "which led to fewer near misses")],
    ),
    # by a relative clause
    (
        "Reorganised the stockroom, which halved picking time",
        [(ACTION, "Reorganised the stockroom"), (RESULT, "which halved picking time")],
    ),
    (
        "Wrote a parser that reduced load time by 40%",
        [(ACTION, "Wrote a parser"), (RESULT, "that reduced load time by 40%")],
    ),
    # by a coordinated verb
    (
        "Trained nine drivers and cut fuel use by 6%",
        [(ACTION, "Trained nine drivers"), (RESULT, "cut fuel use by 6%")],
    ),
    # by a second sentence or a semicolon
    (
        "Moved invoices online; late payments fell by a third",
        [(ACTION, "Moved invoices online"), (RESULT, "late payments fell by a third")],
    ),
    (
        "Mapped every hydrant in the county. Response time dropped 12%.",
        [(ACTION, "Mapped every hydrant in the county"), (RESULT, "Response time dropped 12%")],
    ),
    # somebody made to bring it about
    ("Led the team to cut scrap by 9%", [(ACTION, "Led the team"), (RESULT, "to cut scrap by 9%")]),
    # the method
    ("Cut churn by calling lapsed members", [(RESULT, "Cut churn"), (METHOD, "by calling lapsed members")]),
    ("Raised funds through a charity run", [(RESULT, "Raised funds"), (METHOD, "through a charity run")]),
    ("Tracked parts using barcodes", [(ACTION, "Tracked parts"), (METHOD, "using barcodes")]),
    ("Mapped wells via drone surveys", [(ACTION, "Mapped wells"), (METHOD, "via drone surveys")]),
    # what was hoped for
    ("Updated the FAQ to reduce repeat calls", [(ACTION, "Updated the FAQ"), (INTENTION, "to reduce repeat calls")]),
    (
        "Ran focus groups with the aim of improving retention",
        [(ACTION, "Ran focus groups"), (INTENTION, "with the aim of improving retention")],
    ),
    (
        "Redesigned labels in order to prevent mix-ups",
        [(ACTION, "Redesigned labels"), (INTENTION, "in order to prevent mix-ups")],
    ),
    # what nobody can check
    ("Answered letters, ensuring satisfaction", [(ACTION, "Answered letters"), (PRAISE, "ensuring satisfaction")]),
    # more of the same act
    (
        "Managed a café with 6 staff, serving breakfast and lunch",
        [(ACTION, "Managed a café with 6 staff"), (ACTION, "serving breakfast and lunch")],
    ),
    # the problem, first or last
    ("After the flood, sorted 4,000 books", [(PROBLEM, "After the flood"), (ACTION, "sorted 4,000 books")]),
    ("After the flood, dried 4,000 books", [(PROBLEM, "After the flood"), (ACTION, "dried 4,000 books")]),
    ("Rebuilt the roster after two nurses left", [(ACTION, "Rebuilt the roster"), (PROBLEM, "after two nurses left")]),
    (
        "Kept the clinic open despite a hiring freeze",
        [(ACTION, "Kept the clinic open"), (PROBLEM, "despite a hiring freeze")],
    ),
    (
        "Despite a hiring freeze, kept the clinic open",
        [(PROBLEM, "Despite a hiring freeze"), (ACTION, "kept the clinic open")],
    ),
]


@pytest.mark.parametrize(("bullet", "story"), cases(STORIES))
def test_the_parts_of_a_bullet(bullet: str, story: list[tuple[Role, str]], facts_of: Reader) -> None:
    assert [(clause.role, clause.span.of(bullet)) for clause in facts_of(bullet).clauses] == story


TASKS = [
    ("Responsible for ordering linen", "ordering linen"),
    ("Tasked with the annual stock count", "the annual stock count"),
    ("Duties included washing floors", "washing floors"),
]


@pytest.mark.parametrize(("bullet", "task"), cases(TASKS))
def test_behind_a_stock_opener_stands_a_task(bullet: str, task: str, facts_of: Reader) -> None:
    tasks = [clause.span.of(bullet) for clause in facts_of(bullet).clauses_of(Role.TASK)]

    assert any(words.endswith(task) for words in tasks), tasks
    assert not facts_of(bullet).clauses_of(Role.ACTION)


NO_PROBLEM = [
    "Promoted after 3 months",
    "Greeted guests while keeping the queue moving",
]


@pytest.mark.parametrize("bullet", NO_PROBLEM)
def test_a_length_of_time_or_a_second_act_is_no_problem(bullet: str, facts_of: Reader) -> None:
    assert not facts_of(bullet).clauses_of(Role.PROBLEM)


NO_RESULT = [
    "Kept the register, answering parents' letters",
    "Improved my Spanish to serve more guests",
    "Set up stands to increase footfall",
]


@pytest.mark.parametrize("bullet", NO_RESULT)
def test_no_result_behind_the_act(bullet: str, facts_of: Reader) -> None:
    head, *others = facts_of(bullet).clauses

    assert [clause.span.of(bullet) for clause in others if clause.role is Role.RESULT] == []
    assert head.span.start == 0
