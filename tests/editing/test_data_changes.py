"""Bullets of JSON and YAML files changed: what is written reads as it should, and every other byte stays."""

from __future__ import annotations

from functools import partial
from textwrap import dedent

import pytest
from data_resumes import json_files, sentences, yaml_files
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import texts_of

from bulletcoach.editing import apply, rewritten, verified
from bulletcoach.editing.checking import bullets_of
from bulletcoach.errors import EditError
from bulletcoach.readers import ResumeWords, decode, read, spoken

FILES = {"json": json_files, "yaml": yaml_files}
MOST_REFUSED = 0.04  # of changes at random, which cut through marks now and then


def changed(source: str, name: str, new: dict[int, str], words: ResumeWords) -> str:
    document = read(decode(source.encode(), name), words)
    return apply(document.source, verified(document, new, partial(read, words=words))).text


@pytest.mark.slow
@pytest.mark.parametrize("format", ["json", "yaml"])
def test_any_change(format: str, words: ResumeWords) -> None:
    tried, refused = 0, []

    @settings(max_examples=200, deadline=None, database=None)
    @given(FILES[format](), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        nonlocal tried
        document = read(decode(text.encode(), f"resume.{format}"), words)
        texts = texts_of(document)
        assert texts, text
        number = data.draw(st.integers(0, len(texts) - 1))
        new = spoken(data.draw(_new_text(texts[number])))
        tried += 1
        try:
            edits = verified(document, {number: new}, partial(read, words=words))
        except EditError as error:
            refused.append((texts[number], new, str(error)))
            return
        after = apply(document.source, edits)
        span = bullets_of(document)[number].span
        assert after.data.startswith(text[: span.start].encode())
        assert after.data.endswith(text[span.end :].encode())
        again = read(decode(after.data, f"resume.{format}"), words)
        assert texts_of(again) == [*texts[:number], new, *texts[number + 1 :]]

    holds()
    assert len(refused) <= MOST_REFUSED * tried, refused


def _new_text(old: str) -> st.SearchStrategy[str]:
    """Another text altogether, or the old one with a stretch of it exchanged."""

    def exchanged(at: int, other: str) -> str:
        found = old.split()
        at = len(found) * at // 100
        return " ".join([*found[:at], *other.split()[1:], *found[at + 2 :]])

    plain = sentences().map(lambda text: text.replace("*", ""))
    return st.one_of(plain, st.builds(exchanged, st.integers(20, 99), plain))


@pytest.mark.parametrize("format", ["json", "yaml"])
def test_the_same_text_is_never_a_change(format: str, words: ResumeWords) -> None:
    @settings(max_examples=150, deadline=None)
    @given(FILES[format]())
    def holds(text: str) -> None:
        document = read(decode(text.encode(), f"resume.{format}"), words)
        for bullet in bullets_of(document):
            assert rewritten(document, bullet, bullet.text) == ()

    holds()


def _json(bullet: str) -> str:
    return '{"work": [{"company": "A", "highlights": [\n' + bullet + "\n]}]}\n"


def _yaml(bullet: str) -> str:
    return f"work:\n- company: A\n  highlights:\n  - {bullet}\n  - Took 60 calls a day\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"Took calls for the desk"', "Took 60 calls for the desk", '"Took 60 calls for the desk"'),
        ('"Took calls for the desk"', 'Took "VIP" calls for the C:\\desk', '"Took \\"VIP\\" calls for the C:\\\\desk"'),
        ('"Wrote the \\"Guide\\" of 2019"', 'Wrote the "Guide" of 2020', '"Wrote the \\"Guide\\" of 2020"'),
        ('"Ran a caf\\u00e9 in town"', "Ran a café in Málaga", '"Ran a caf\\u00e9 in M\\u00e1laga"'),
        ('"Ran a café in town"', "Ran a café in Málaga", '"Ran a café in Málaga"'),
        ('"Cut costs by **20%** a year"', "Cut costs by 30% a year", '"Cut costs by **30%** a year"'),
        ('"<li>Did <b>good</b> work here</li><li>Led five teams</li>"', "Did R&D work here",
         '"<li>Did <b>R&amp;D</b> work here</li><li>Led five teams</li>"'),
        ('"• Took calls for the desk"', "Answered calls for the desk", '"• Answered calls for the desk"'),
    ],
)  # fmt: skip
def test_json_texts(old: str, new: str, expected: str, words: ResumeWords) -> None:
    assert changed(_json(old), "resume.json", {0: new}, words) == _json(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Took calls for the desk", "Took 60 calls for the desk", "Took 60 calls for the desk"),
        ("Took calls for the desk", "Took calls: 60 a day", '"Took calls: 60 a day"'),
        ("Took calls for the desk", "Took calls of rank #1", '"Took calls of rank #1"'),
        ("Took calls for the desk", "[X%] fewer calls for the desk", '"[X%] fewer calls for the desk"'),
        ("Took calls for the desk", "- 5% calls for the desk", None),
        ("Took calls for the desk", 'Took "VIP" calls: 60', "'Took \"VIP\" calls: 60'"),
        ("Took calls for the desk", "Took C:\\calls #1", "'Took C:\\calls #1'"),
        ("Took calls for\n    the desk", "Took 60 calls for the desk", "Took 60 calls for\n    the desk"),
        ("Took calls\n\n    for the desk", "Took mails for the desk", "Took mails\n\n    for the desk"),
        ("Took calls for\n    the desk", "Took calls: for the desk", '"Took calls: for\n    the desk"'),
        ("'Took the desk''s calls'", "Took the team's calls", "'Took the team''s calls'"),
        ('"Took the \\"VIP\\" calls"', 'Took the "new" calls', '"Took the \\"new\\" calls"'),
        ('"Took calls for \\\n    the desk"', "Took mails for the desk", '"Took mails for \\\n    the desk"'),
        ("|\n    Took calls for the desk", "Took calls: 60 # a day", "|\n    Took calls: 60 # a day"),
        (
            ">-\n    Took calls for\n    the desk",
            "Took 60 calls for the desk",
            ">-\n    Took 60 calls for\n    the desk",
        ),
        ("{bullet: Took calls for it}", "Took calls, mails for it", '{bullet: "Took calls, mails for it"}'),
        ("bullet: Took calls for it", "Took calls: mails for it", 'bullet: "Took calls: mails for it"'),
        ("Result: took calls for it", "Result: took mails for it", "Result: took mails for it"),
        ("Result: took calls for it", "Result of it: all calls, one: ten", '"Result of it: all calls, one: ten"'),
        ("Cut costs by **20%** a year", "Cut costs by 30% a year", "Cut costs by **30%** a year"),
        ("Took calls for the desk # daily", "Took mails for the desk", "Took mails for the desk # daily"),
        ("Led the team\n    - took calls daily", "Led the squad", "Led the squad\n    - took calls daily"),
        ("Led the whole team:\n    - took calls", "Led the old squad", "Led the old squad:\n    - took calls"),
        ("Led the whole team:\n    - took calls", "Led it: all #9", '"Led it: all #9":\n    - took calls'),
    ],
)
def test_yaml_texts(old: str, new: str, expected: str | None, words: ResumeWords) -> None:
    if expected is None:
        with pytest.raises(EditError):
            changed(_yaml(old), "resume.yaml", {0: new}, words)
    else:
        assert changed(_yaml(old), "resume.yaml", {0: new}, words) == _yaml(expected)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_several_changes_in_one_file(newline: str, words: ResumeWords) -> None:
    source = dedent("""\
        work:
        - company: A
          summary: |
            - Took calls for the desk
            - Ran the stock room
          highlights: [Cut costs, 'Wrote it''s guide here']
        """).replace("\n", newline)  # fmt: skip
    after = changed(source, "r.yaml", {0: "Took mails: 90 a day", 3: "Wrote the team's guide here"}, words)
    assert after == source.replace("Took calls for the desk", "Took mails: 90 a day").replace("it''s", "the team''s")
