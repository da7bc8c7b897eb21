"""Marks: every part of a story is marked where it stands, those in one another and those that cross."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsed_page import Node, parsed

from bulletcoach.model.judgement import Story
from bulletcoach.model.text import Span
from bulletcoach.report.html.elements import together
from bulletcoach.report.html.marks import PARTS, marked

TEXT = "0123456789"
SPANS = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)).map(lambda ends: Span(*sorted(ends))), max_size=3)
STORIES = st.builds(Story, *[SPANS.map(tuple)] * len(PARTS))


def drawn(node: Node) -> str:
    """The text with “(letter …)” for each mark; one that continues another has no letter."""
    if "letter" in node.classes:
        return f"{node.text} "
    inner = "".join(child if isinstance(child, str) else drawn(child) for child in node.children)
    return f"({inner})" if "part" in node.classes else inner


@pytest.mark.parametrize(
    ("story", "seen"),
    [
        (Story(), "0123456789"),
        (Story(action=(Span(0, 3),), result=(Span(5, 10),)), "(A 012)34(R 56789)"),
        (Story(action=(Span(0, 8),), result=(Span(2, 4), Span(6, 8))), "(A 01(R 23)45(R 67))89"),
        (Story(action=(Span(0, 5),), result=(Span(0, 5),)), "(A (R 01234))56789"),
        (Story(action=(Span(0, 6),), result=(Span(4, 9),)), "(A 0123(R 45))(678)9"),
        (Story(problem=(Span(0, 9),), method=(Span(2, 7),), result=(Span(6, 8),)), "(P 01(M 2345(R 6))(7)8)9"),
        (Story(action=(Span(0, 3), Span(3, 6))), "(A 012345)6789"),
        (Story(action=(Span(0, 0),)), "0123456789"),
    ],
)
def test_parts(story: Story, seen: str) -> None:
    assert drawn(parsed(together(marked(TEXT, story)).markup)) == seen


def test_neighbours_of_one_part_are_one() -> None:
    story = Story(task=(Span(0, 15), Span(16, 25)))
    assert drawn(parsed(together(marked("Responsible for answering", story)).markup)) == "(T Responsible for answering)"


@given(STORIES)
def test_each_character_has_the_marks_of_its_parts(story: Story) -> None:
    root = parsed(together(marked(TEXT, story)).markup)
    expected = {
        (at, part.name) for part in PARTS for span in getattr(story, part.name) for at in range(span.start, span.end)
    }
    assert set(_marks(root)) == expected
    assert "".join(character for character, _ in _characters(root, ())) == TEXT
    # A letter stands where a part begins, never twice for one of them.
    assert len(root.all(class_="letter")) <= sum(bool(span) for part in PARTS for span in getattr(story, part.name))


def _marks(root: Node) -> list[tuple[int, str]]:
    return [(at, name) for at, (_, names) in enumerate(_characters(root, ())) for name in names]


def _characters(node: Node, names: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    if "letter" in node.classes:
        return []
    names = (*names, node.classes[1]) if "part" in node.classes else names
    found: list[tuple[str, tuple[str, ...]]] = []
    for child in node.children:
        found += [(each, names) for each in child] if isinstance(child, str) else _characters(child, names)
    return found
