"""YAML files: scalars of every kind, comments, anchors, schemas, and where invalid files are wrong."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import bullets_of, entries_of, texts_of

from bulletcoach.errors import InputError
from bulletcoach.model.document import Document
from bulletcoach.model.text import Span
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.readers.yaml.parsing import parse

FIXTURES = sorted((Path(__file__).parent / "formats" / "yaml").glob("*.y*ml"))
TOKENS = [
    '"', "'", "''", "\\", "\\u", "|", ">", "|-\n", ">+", "&a ", "*a", "<<: ", "!!str ", "{", "}", "[", "]", ", ", ": ",
    ":", "- ", "-", "?", " #", "#", "\n", "\n\n", "\r\n", "\r", "\t", "  ", "---\n", "...\n", "%", "@", "null",
    "2020-01-01", "<li>", "**", "\u2028", "\x85", "\ufeff",
]  # fmt: skip


def from_yaml(text: str, words: ResumeWords, name: str = "resume.yaml") -> Document:
    return read(decode(dedent(text).encode("utf-8", "surrogatepass"), name), words)


def listed(item: str) -> str:
    return f"work:\n- company: Acme\n  highlights:\n  - {item}\n"


SCALARS = [
    ("Took 60 calls a day", "Took 60 calls a day", "plain"),
    ("Took 60 calls\n    a day\n\n    and more", "Took 60 calls a day and more", "plain"),
    ('It\'s "quoted" & 5% of [all], C#', 'It\'s "quoted" & 5% of [all], C#', "plain"),
    ("'It''s a\n    folded: text # here'", "It's a folded: text # here", "single"),
    ('"It\\"s \\x41 \\u00e9 \\U0001F600 a\\\n    b\n    c"', 'It"s A é 😀 ab c', "double"),
    ('"Sold \\ud83d\\ude00 lamps \\ud83d here"', "Sold 😀 lamps \ufffd here", "double"),
    ('"Kept  two\\tblanks\\_here \\\n    and more"', "Kept two blanks here and more", "double"),
    ("|\n    Took calls\n", "Took calls", "literal"),
    ("|2- # why\n    Took calls", "Took calls", "literal"),
    (">-\n    Took calls\n    all day\n", "Took calls all day", "folded"),
    (">\n\n    Took calls\n     more deeply\n    all day\n\n", "Took calls more deeply all day", "folded"),
    ("!!str Took calls", "Took calls", "plain"),
    ("&here Took calls", "Took calls", "plain"),
    ("&here !custom 'Took calls'", "Took calls", "single"),
    ("bullet: Took calls", "Took calls", "plain"),
    ("{bullet: Took calls}", "Took calls", "plain flow"),
    ("Result: took 60 calls a day", "Result: took 60 calls a day", "pair"),
    ("Took calls # not this", "Took calls", "plain"),
    ("Took\u2028calls and \x85 mails", "Took calls and mails", "plain"),
    ("Took \x92calls\x07 of \ufdd0 all", "Took \x92calls\x07 of \ufdd0 all", "plain"),
]


@pytest.mark.parametrize(("item", "text", "quoting"), SCALARS)
def test_scalars(item: str, text: str, quoting: str, words: ResumeWords) -> None:
    (bullet,) = bullets_of(from_yaml(listed(item), words))
    assert (bullet.text, bullet.quoting) == (text, quoting)


@pytest.mark.parametrize(("item", "text", "quoting"), SCALARS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_each_word_stands_where_it_is_said_to(
    item: str, text: str, quoting: str, newline: str, words: ResumeWords
) -> None:
    source = listed(item).replace("\n", newline)
    (bullet,) = bullets_of(from_yaml(source, words))
    assert (bullet.text, bullet.quoting) == (text, quoting)
    at = 0
    for word in text.split():
        at = text.index(word, at)
        there = bullet.source_map.source_span(Span(at, at + len(word)))
        if word.isascii() and word.isalpha() and word not in ("A", "ab"):
            assert there.of(source) == word
        assert bullet.span.covers(there)
        at += len(word)


@pytest.mark.parametrize(
    ("item", "span"),
    [
        ("'Took calls'", "'Took calls'"),
        ('"Took calls"', '"Took calls"'),
        ("Took\n    calls", "Took\n    calls"),
        ("|\n    Took calls\n", "Took calls"),
        ("&a Took calls # x", "Took calls"),
        ("**Took** calls", None),
        ("'**Took** calls'", "'**Took** calls'"),
        ("• Took calls", "• Took calls"),
        ("Result: took calls", "Result: took calls"),
    ],
)
def test_the_span_of_a_bullet(item: str, span: str | None, words: ResumeWords) -> None:
    source = listed(item)
    if span is None:
        with pytest.raises(InputError):
            from_yaml(source, words)
    else:
        (bullet,) = bullets_of(from_yaml(source, words))
        assert bullet.span.of(source) == span


NESTED = [("Led the move", 0), ("cut costs", 1), ("trained five", 1)]
DASHES = [("Took calls all day", 0), ("Ran it", 0), ("and more", 1)]


@pytest.mark.parametrize(
    ("item", "bullets"),
    [
        ("Led the move\n    - cut costs\n    - trained five", NESTED),
        ("|\n    - Took calls\n      all day\n    - Ran it\n      - and more", DASHES),
        ("name: Led the move\n    highlights: [cut costs]", [("Led the move", 0), ("cut costs", 1)]),
        ("Led the move\n  - - cut costs\n    - trained five", NESTED),
        ("Led the big move:\n    - cut costs\n    - trained five", [("Led the big move", 0), *NESTED[1:]]),
        ("The big move:\n    - cut costs\n    - trained five", [(text, 0) for text, _ in NESTED[1:]]),
        ("Betreuung von Kunden", [("Betreuung von Kunden", 0)]),
        ("Internet of Things\n  - React\n  - Node.js", []),
        ("2019", []),
        ("~", []),
        ("2021-03-01", []),
        ("React\n  - Node.js", []),
    ],
)  # fmt: skip
def test_what_is_in_an_item(item: str, bullets: list[tuple[str, int]], words: ResumeWords) -> None:
    found = bullets_of(from_yaml(listed(item), words))
    assert [(bullet.text, bullet.depth) for bullet in found] == bullets


def test_comments_are_found_where_they_are_and_nowhere_else(words: ResumeWords) -> None:
    source = dedent("""\
        # top
        work: # behind a key
        - company: A#B
          highlights: # list
          - "Kept # in quotes" # one
          - 'Kept # too'
          - plain#sign and 'x' #two
          - | # header
            # no comment
            text
          #- Commented out
          - {a: [b]}# three
        url: https://a.example/#top
        #""")
    document = from_yaml(source, words)
    texts = [comment.text for comment in document.comments]
    assert texts == ["top", "behind a key", "list", "one", "two", "header", "- Commented out", "three", ""]
    assert all(comment.span.of(source).startswith("#") for comment in document.comments)
    assert document.comments[3].span.of(source) == "# one"


def test_a_node_is_read_once_however_often_it_is_named(words: ResumeWords) -> None:
    document = from_yaml(
        """\
        base: &base {company: Acme, location: Leeds}
        work:
        - <<: *base
          position: Lead
          startDate: 2020
          highlights: &all [&one Took 60 calls, Ran the desk]
        - <<: [*base, {position: Agent}]
          company: Own Ltd
          highlights: [*one, Sold 9 lamps]
        - <<: *base
          highlights: *all
        """,
        words,
    )
    named = [(entry.title, entry.employer, entry.place) for entry in entries_of(document)]
    assert named[:2] == [("Lead", "Acme", "Leeds"), ("Agent", "Own Ltd", "Leeds")]
    assert texts_of(document) == ["Took 60 calls", "Ran the desk", "Sold 9 lamps"]


def test_a_billion_laughs_are_one(words: ResumeWords) -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    text = "\n".join(["work: &a0 [{company: A, highlights: [Took 60 calls]}]", *levels, "jobs: *a59"])
    assert texts_of(from_yaml(text, words)) == ["Took 60 calls"]


def test_tags_make_nothing(words: ResumeWords) -> None:
    text = "work:\n- !!python/object/apply:os.system\n  company: A\n  highlights: !!python/tuple [Took 60 calls]\n"
    assert texts_of(from_yaml(text, words)) == ["Took 60 calls"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("start_date: 2021-03\n  end_date: present", ("2021-03", None, True)),
        ("start_date: 2021-03-01\n  end_date: 2022-05-31", ("2021-03", "2022-05", False)),
        ("start_date: 2019", ("2019", None, True)),
        ("start_date: 2019\n  end_date:", ("2019", None, True)),
        ("start_date: 2019\n  end_date: ~", ("2019", None, True)),
        ("start_date: 2019-9\n  end_date: 2020", ("2019-09", "2020", False)),
        ("date: 2018 – 2021", ("2018", "2021", False)),
        ("date:\n  start_date: Sep 2018", ("2018-09", None, True)),
        ("startDate: Sep 1, 2016\n  endDate: Dec 1, 2018", ("2016-09", "2018-12", False)),
        ("time: 2013 - Present", ("2013", None, True)),
        ("note: none", (None, None, None)),
    ],
)
def test_dates(dates: str, expected: tuple[str | None, str | None, bool | None], words: ResumeWords) -> None:
    text = f"work:\n- company: A\n  {dates}\n  highlights:\n  - Took 60 calls\n"
    (entry,) = entries_of(from_yaml(text, words))
    assert (entry.start, entry.end, entry.current) == expected


@pytest.mark.parametrize(
    "text",
    [
        "jobs:\n- Agent, Acme (2019 - 2021):\n  - Took 60 calls a day\n",
        "jobs:\n  Agent, Acme (2019 - 2021):\n  - Took 60 calls a day\n",
        "jobs:\n- title: Agent at Acme\n  dates: [2019, 2021]\n  bullets: [Took 60 calls a day]\n",
        "jobs:\n- role: Agent\n  org: Acme\n  when: 2019 - 2021\n  work:\n  - Took 60 calls a day\n",
        "jobs:\n- Acme:\n    role: Agent\n    when: 2019 - 2021\n    points:\n    - Took 60 calls a day\n",
    ],
)
def test_entries_told_in_few_words(text: str, words: ResumeWords) -> None:
    (entry,) = entries_of(from_yaml(text, words))
    assert (entry.title, entry.employer, entry.start, entry.end) == ("Agent", "Acme", "2019", "2021")
    assert [bullet.text for bullet in entry.bullets] == ["Took 60 calls a day"]


def test_dates_in_lists_in_lists_take_no_time(words: ResumeWords) -> None:
    levels = [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    text = "\n".join(["a0: &a0 2019", *levels, "jobs: [{title: Agent, date: *a59, bullets: [Took 60 calls a day]}]"])
    assert texts_of(from_yaml(text, words)) == ["Took 60 calls a day"]


@pytest.mark.parametrize(
    ("name", "judged"), [("experience.yml", True), ("_data/projects.yaml", True), ("education.yml", False)]
)
def test_a_list_at_the_top_is_the_section_of_the_name(name: str, judged: bool, words: ResumeWords) -> None:
    text = "- name: A\n  date: 2019\n  details:\n  - Took 60 calls a day\n"
    assert texts_of(from_yaml(text, words, name)) == (["Took 60 calls a day"] if judged else [])


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: b: c", "1:5", "a colon where none may stand"),
        ("a:\n\t- b", "2:1", "a tab stands where only spaces may"),
        ("a:\n- 'b", "2:5", "the file ends inside quotes"),
        ("a: [b", "1:6", "a bracket is not closed"),
        ("a: @b", "1:4", "a text cannot begin like this"),
        ("a: *b", "1:4", "there is no “&b”"),
        ("a:\n  - b\n - c", "3:2", "this line does not stand as those above it"),
        ("a: [", "1:5", "the file ends inside brackets"),
        ("a: ]", "1:4", "a value is missing"),
        ("- > x", "1:5", "a text stands behind “|” or “>”"),
        ("- 'it's'", "1:7", "a text goes on behind its closing quote"),
        ("- [Led](https://a.example) it", "1:8", "a text goes on behind its closing quote or bracket"),
        ("a:\n<<<<<<< HEAD\n  b: c\n=======\n", "3:4", "a merge conflict; keep one of its two sides"),
        ('a: "\\d"', "1:6", "a backslash escape that YAML does not know"),
        ("a: &x [*y]", "1:8", "there is no “&y”"),
        ("[" * 101, "1:101", "more than 100 lists"),
        ("- " * 101 + "x", "1:201", "more than 100 lists"),
    ],
)
def test_invalid_files(text: str, place: str, said: str, words: ResumeWords) -> None:
    with pytest.raises(InputError) as caught:
        from_yaml(text, words, "r.yml")
    message = str(caught.value)
    assert message.startswith(f"r.yml:{place}: "), message
    assert said in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "text",
    ["", " \n\t\n", "# nothing\n", "---\n---\n", "x", "7", "a: &a [*a]", "? [a]\n: b", "<<: 7", "\ufeffa: b", "- |\n"],
)
def test_valid_files_without_bullets(text: str, words: ResumeWords) -> None:
    assert texts_of(from_yaml(text, words)) == []


def test_scalars_say_what_pyyaml_reads() -> None:
    words = st.sampled_from(
        ["it's", "a", '"b"', "#c", "d:", "- e", "  ", "\n", "\n\n", "é", "😀", "\\", "f", "\t", "[g]", "%"]
    )
    texts = st.lists(words, min_size=1, max_size=12).map(" ".join)
    styles = st.sampled_from([None, "'", '"', "|", ">"])

    @settings(max_examples=400, deadline=None)
    @given(texts, styles, st.integers(10, 60), st.booleans())
    def holds(text: str, style: str | None, width: int, allows_unicode: bool) -> None:
        written = yaml.dump({"key": [text]}, default_style=style, width=width, allow_unicode=allows_unicode)
        tree = parse(decode(written.encode(), "r.yaml")).trees[0]
        found = tree.pairs[0][1].items[0]  # type: ignore[union-attr]
        rendering = found.rendering  # type: ignore[union-attr]
        assert rendering.text.split() == text.split()
        assert len(rendering.source_map.runs) > 1 or len(text.split()) < 2 or rendering.source_map.runs[0].is_literal

    holds()


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
            from_yaml(text, words)

    holds()
