"""JSON files: what is a bullet, what an entry says, where invalid files are wrong, and where each character stands."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import bullets_of, entries_of, texts_of

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, read

FIXTURES = sorted((Path(__file__).parent / "formats" / "json").glob("*.json"))
TOKENS = [
    '"',
    "\\",
    "\\u",
    "\\ud83d",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\n",
    "\t",
    "null",
    "1e9",
    "<li>",
    "</ul>",
    "&amp;",
    "**",
]


def from_json(text: str, words: ResumeWords, name: str = "resume.json") -> Document:
    return read(decode(text.encode("utf-8", "surrogatepass"), name), words)


def with_work(**entry: object) -> str:
    return json.dumps({"work": [{"company": "Acme", "position": "Agent", **entry}]}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("entry", "bullets"),
    [
        ({"highlights": ["Took calls", "Ran the desk"]}, ["Took calls", "Ran the desk"]),
        ({"highlights": "Took calls all day"}, ["Took calls all day"]),
        ({"highlights": ["React", "Node.js", "Amazon Web Services"]}, []),
        ({"highlights": ["React", "Built the shop in it", "Redux"]}, ["Built the shop in it"]),
        ({"highlights": ["负责公司后端服务的设计与开发", "将接口响应时间缩短40%"]},
         ["负责公司后端服务的设计与开发", "将接口响应时间缩短40%"]),
        ({"highlights": ["微服务", "Docker"]}, []),
        ({"highlights": ["Took calls at the desk\nand mails"]}, ["Took calls at the desk and mails"]),
        ({"highlights": ["Took calls all day\nRan the desk"]}, ["Took calls all day", "Ran the desk"]),
        ({"highlights": ["Cash handling", "Customer care"]}, ["Cash handling", "Customer care"]),
        ({"highlights": [{"text": "Took calls"}, {"description": "Ran the desk"}]}, ["Took calls", "Ran the desk"]),
        ({"highlights": ["", None, 12, True, "Ran the desk"]}, ["Ran the desk"]),
        ({"highlights": ["- Took calls", "• Ran the desk"]}, ["Took calls", "Ran the desk"]),
        ({"highlights": {"Desk": ["Took calls"], "Shop": ["Sold 9 lamps"]}}, ["Took calls", "Sold 9 lamps"]),
        ({"highlights": ["Led the move:", ["Took calls", "Ran it"]]}, ["Led the move:", "Took calls", "Ran it"]),
        ({"summary": "A desk of nine people."}, []),
        ({"summary": "- Took calls\n- Ran the desk"}, ["Took calls", "Ran the desk"]),
        ({"summary": "• Took calls • Ran the old desk"}, ["Took calls", "Ran the old desk"]),
        ({"summary": "• Took calls all day"}, ["Took calls all day"]),
        ({"summary": "Took calls.\nRan the desk.\nSold lamps."}, ["Took calls.", "Ran the desk.", "Sold lamps."]),
        ({"summary": "<ul><li>Took calls</li><li>Ran <b>the</b> desk</li></ul>"}, ["Took calls", "Ran the desk"]),
        ({"summary": "<p>A desk.</p><p>• Took calls</p><p>• Ran it</p>"}, ["Took calls", "Ran it"]),
        ({"description": ["Took calls for 9 h", "Ran the desk"]}, ["Took calls for 9 h", "Ran the desk"]),
        ({"keyResponsibilities": ["Took calls for 9 h"]}, ["Took calls for 9 h"]),
        ({"whatIDid": ["Took calls for 9 h", "Ran it all day"]}, ["Took calls for 9 h", "Ran it all day"]),
        ({"keywords": ["Took calls for 9 h"], "courses": ["Led a team of five"]}, []),
        ({"highlights": ["Cut costs by **9%** a [year](https://a.example)"]}, ["Cut costs by 9% a year"]),
        ({"highlights": ["Kept uptime at $99.9\\%$ and $\\sim$ all", "Raised $5-$10 gifts"]},
         ["Kept uptime at $99.9\\%$ and $\\sim$ all", "Raised $5-$10 gifts"]),
        ({"highlights": ["Held <50 ms on R&D; x > y"]}, ["Held <50 ms on R&D; x > y"]),
    ],
)  # fmt: skip
def test_what_is_a_bullet(entry: dict[str, object], bullets: list[str], words: ResumeWords) -> None:
    assert texts_of(from_json(with_work(**entry), words)) == bullets


def test_a_summary_above_bullets_is_the_scope(words: ResumeWords) -> None:
    (entry,) = entries_of(from_json(with_work(highlights=["Took calls"], summary="Runs a desk of nine people."), words))
    assert entry.scope == "Runs a desk of nine people."


def test_a_summary_above_tags_is_no_bullet(words: ResumeWords) -> None:
    document = from_json(with_work(summary="Built the shop of a store.", highlights=["Tools: Python, Git"]), words)
    assert texts_of(document) == []


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"startDate": "2021-03-01", "endDate": "2022-05"}, ("2021-03", "2022-05", False)),
        ({"startDate": "2021-03"}, ("2021-03", None, True)),
        ({"startDate": "2021-03", "endDate": None}, ("2021-03", None, True)),
        ({"startDate": "2021", "endDate": ""}, ("2021", None, True)),
        ({"startDate": 2021, "endDate": "Present"}, ("2021", None, True)),
        ({"start_date": "March 2021", "end_date": "current"}, ("2021-03", None, True)),
        ({"start": "03/2021", "end": "05/2022"}, ("2021-03", "2022-05", False)),
        ({"from": "May", "to": "August 2019"}, ("2019-05", "2019-08", False)),
        ({"startDate": "2021-03-01T00:00:00.000Z", "endDate": "2022-05-01T10:00:00Z"}, ("2021-03", "2022-05", False)),
        ({"starts_at": {"day": 1, "month": 3, "year": 2021}, "ends_at": None}, ("2021-03", None, True)),
        ({"startDate": {"month": "March", "year": 2021}, "endDate": {"year": 2022}}, ("2021-03", "2022", False)),
        ({"date": {"start": "2021-03", "end": ""}}, ("2021-03", None, True)),
        ({"dates": "Jan 2019 – Mar 2020"}, ("2019-01", "2020-03", False)),
        ({"period": "2019 - Present"}, ("2019", None, True)),
        ({"startDate": "2021-03", "current": True, "endDate": "2099-01"}, ("2021-03", None, True)),
        ({"startDate": "2021-03", "isCurrent": False}, ("2021-03", None, False)),
        ({"endDate": "2022-05"}, (None, "2022-05", False)),
        ({"startDate": None, "endDate": None}, (None, None, None)),
        ({}, (None, None, None)),
        ({"startDate": "2021-03", "endDate": "whenever"}, ("2021-03", None, None)),
    ],
)
def test_dates(
    dates: dict[str, object], expected: tuple[str | None, str | None, bool | None], words: ResumeWords
) -> None:
    (entry,) = entries_of(from_json(with_work(highlights=["Took calls"], **dates), words))
    assert (entry.start, entry.end, entry.current) == expected


@pytest.mark.parametrize(
    ("tree", "names"),
    [
        ({"work": [{"name": "Acme", "position": "Agent"}]}, ("Agent", "Acme")),
        ({"work": [{"name": "Acme", "company": None, "title": "Agent"}]}, ("Agent", "Acme")),
        ({"volunteer": [{"organization": "Red Cross", "position": "Lead"}]}, ("Lead", "Red Cross")),
        ({"projects": [{"name": "Lantern"}]}, ("Lantern", None)),
        ({"work": [{"company": {"name": "Acme"}, "roles": [{"name": "Agent", "start": 2019}]}]}, ("Agent", "Acme")),
        ({"jobs": {"Acme Ltd": {"role": "Agent"}}}, ("Agent", "Acme Ltd")),
        ({"employment": {"history": [{"employer": "Acme", "position": "Agent"}]}}, ("Agent", "Acme")),
        ({"positions": {"values": [{"title": "Agent", "company": {"name": "Acme"}, "startDate": {"year": 1999}}]}},
         ("Agent", "Acme")),
        ([{"employer": "Acme", "jobTitle": "Agent", "from": "2019"}], ("Agent", "Acme")),
        ({"Positions": [{"Company Name": "Acme", "Title": "Agent", "Finished On": ""}]}, ("Agent", "Acme")),
        ({"roles": [{"company": "Acme", "title": "Agent"}]}, ("Agent", "Acme")),
        ({"volunteer": [{"name": "Red Cross", "description": "Co-founder"}]}, ("Co-founder", "Red Cross")),
        ({"jobs": [{"title": "Agent", "subtitle": "Acme"}]}, ("Agent", "Acme")),
        ({"jobs": [{"title": "Acme", "subtitle": "Senior Agent"}]}, ("Senior Agent", "Acme")),
        ({"berufserfahrung": [{"firma": "Acme", "rolle": "Agent", "seit": 2019}]}, ("Agent", "Acme")),
        ({"工作经历": [{"公司": "Acme", "职位": "Agent"}]}, ("Agent", "Acme")),
        ({"params": {"experience": {"items": [{"company": "Acme", "job": "Agent"}]}}}, ("Agent", "Acme")),
        ({"sections": [{"header": "Jobs", "items": [{"company": "Acme", "role": "Agent"}]}]}, ("Agent", "Acme")),
        ({"affiliations": [{"organization": "Acme", "position": "Agent"}]}, ("Agent", "Acme")),
    ],
)  # fmt: skip
def test_names(tree: object, names: tuple[str | None, str | None], words: ResumeWords) -> None:
    (entry,) = entries_of(from_json(json.dumps(_with_bullet(tree)), words))
    assert (entry.title, entry.employer) == names
    assert [bullet.text for bullet in entry.bullets] == ["Took 60 calls a day"]


def _with_bullet(tree: object) -> object:
    """`tree` with a bullet in its innermost mapping that has a scalar field and no deeper entry."""
    if isinstance(tree, list):
        return [_with_bullet(each) for each in tree]
    if not isinstance(tree, dict):
        return tree
    inner = {key: value for key, value in tree.items() if isinstance(value, (list, dict)) and key != "company"}
    inner = {key: value for key, value in inner.items() if key != "startDate"}
    if inner:
        return {**tree, **{key: _with_bullet(value) for key, value in inner.items()}}
    return {**tree, "highlights": ["Took 60 calls a day"]}


@pytest.mark.parametrize(
    "tree",
    [
        {"education": [{"institution": "Uni", "highlights": ["Led the debate club"]}]},
        {"skills": [{"name": "Care", "highlights": ["Led teams of nine"]}], "languages": ["Led a class in Welsh"]},
        {"awards": [{"title": "Prize", "summary": "- Won a prize\n- Won it again"}]},
        {"basics": {"name": "Mara", "summary": "- Led teams\n- Ran desks"}},
        {"meta": {"highlights": ["Led teams of nine"]}, "$schema": "https://a.example"},
        {"name": "tool", "version": "1.0.0", "description": "- Built\n- Tested", "files": ["Built by hand of course"]},
        {"features": [{"title": "Fast", "text": "Built for speed and comfort"}]},
        {"services": [{"name": "Care", "points": ["Led teams of nine", "Ran the desk"]}]},
        {"cards": [{"name": "Care", "points": ["Led teams of nine", "Ran the desk"]}]},
        {"Recommendations_Received": [{"Company": "Acme", "Job Title": "CEO", "Text": "Led teams of nine"}]},
        ["Led teams of nine", "Ran the desk"],
        "Led teams of nine",
        {},
    ],
)
def test_what_holds_no_bullet_to_judge(tree: object, words: ResumeWords) -> None:
    assert texts_of(from_json(json.dumps(tree), words, "data.json")) == []


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("\n<html></html>", "2:1", "it begins with “<”; name the file after its format"),
        ("\\documentclass{article}", "1:1", "it begins with “\\”; name the file after its format"),
        ("// mine", "1:1", "a comment, which JSON does not have"),
        ('{"a": [1, 2,]}', "1:12", "a comma too many before the closing “]”"),
        ('{"a": 1,\n}', "1:8", "a comma too many before the closing “}”"),
        ('{"a": 1\n "b": 2}', "2:2", "a comma is missing"),
        ('{\n  // mine\n  "a": 1}', "2:3", "a comment, which JSON does not have"),
        ('{"a": 1 /* mine */}', "1:9", "a comment, which JSON does not have"),
        ("{'a': 1}", "1:2", "a key in single quotes"),
        ("{\"a\": 'x'}", "1:7", "a text in single quotes"),
        ('{"a": “x”}', "1:7", "a typographic quote"),
        ("{a: 1}", "1:2", "the key “a” without quotes"),
        ('{"a": yes}', "1:7", "“yes” without quotes"),
        ('{"a": NaN}', "1:7", "“NaN” is not JSON; write null"),
        ('{"a": 01}', "1:7", "a number that JSON does not know"),
        ('{"a": "x\n"}', "1:9", "a text is not closed on its line"),
        ('{"a": "x\ty"}', "1:9", "a control character"),
        ('{"a": "\\d"}', "1:8", "“\\d” is no escape"),
        ('{"a": ["x"', "1:11", "the “[” of line 1, column 7 is not closed"),
        ('{"a": ["x"}', "1:11", "“}” where “]” should close"),
        ('{"a": 1} x', "1:10", "behind the end"),
        ('{"a" 1}', "1:6", "a colon is missing behind the key “a”"),
        ("[" * 101, "1:101", "more than 100 brackets"),
    ],
)
def test_invalid_files(text: str, place: str, said: str, words: ResumeWords) -> None:
    with pytest.raises(InputError) as caught:
        from_json(text, words, "r.json")
    message = str(caught.value)
    assert message.startswith(f"r.json:{place}: not valid JSON: "), message
    assert said in message
    assert "\n" not in message
    assert ";" in message


@pytest.mark.parametrize(
    "text",
    ['\ufeff{"work": []}', '{"a": 1e999999, "b": -0.5E+9}', "[" * 100 + "]" * 100, ' "x" ', "-7", "", "\ufeff \n"],
)
def test_valid_files(text: str, words: ResumeWords) -> None:
    assert texts_of(from_json(text, words)) == []


def test_of_a_key_that_comes_twice_the_last_counts(words: ResumeWords) -> None:
    text = '{"work": [{"name": "A", "highlights": ["Took calls"], "highlights": ["Ran the desk"]}]}'
    assert texts_of(from_json(text, words)) == ["Ran the desk"]


@pytest.mark.parametrize(
    ("written", "text", "places"),
    [
        ('"Ran the desk"', "Ran the desk", {"desk": "desk"}),
        ('"Wrote the \\"Guide\\""', 'Wrote the "Guide"', {'"Guide"': '\\"Guide\\"'}),
        ('"Ran a caf\\u00e9 in town"', "Ran a café in town", {"café": "caf\\u00e9"}),
        ('"Sold \\ud83d\\ude00 lamps"', "Sold 😀 lamps", {"😀": "\\ud83d\\ude00"}),
        ('"Sold \\ud83d lamps"', "Sold \ufffd lamps", {"\ufffd": "\\ud83d"}),
        ('"Ran \\n the\\tdesk\\/shop"', "Ran the desk/shop", {"desk": "desk"}),
        ('"Cut **all** costs"', "Cut all costs", {"all": "all", "costs": "costs"}),
        ('"<p>Cut <b>R&amp;D</b> costs</p>"', "Cut R&D costs", {"R&D": "R&amp;D", "costs": "costs"}),
    ],
)
def test_where_the_text_stands(written: str, text: str, places: dict[str, str], words: ResumeWords) -> None:
    source = '{"work": [{"name": "A", "highlights": [' + written + "]}]}"
    (bullet,) = bullets_of(from_json(source, words))
    assert bullet.text == text
    assert bullet.span.of(source) == written
    for clean, there in places.items():
        at = text.index(clean)
        assert bullet.source_map.source_span(Span(at, at + len(clean))).of(source) == there


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_any_mutation_is_read_or_refused(path: Path, words: ResumeWords) -> None:
    original = path.read_text(encoding="utf-8")

    @settings(max_examples=40, deadline=5000)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        text = original
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(text)))
            length = data.draw(st.integers(0, 60))
            text = text[:start] + data.draw(st.sampled_from(TOKENS)) + text[start + length :]
        with suppress(InputError):
            from_json(text, words)

    holds()


def test_any_tree_is_read(words: ResumeWords) -> None:
    keys = st.sampled_from(
        ["work", "highlights", "summary", "name", "title", "startDate", "items", "sections", "roles", "x", "date"]
    )
    leaves = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=20)
        | st.sampled_from(["- Led\n- Ran", "2019", "<li>a"])
    )
    trees = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4))

    @settings(max_examples=200, deadline=5000)
    @given(trees)
    def holds(tree: object) -> None:
        from_json(json.dumps(tree), words)

    holds()
