"""docs/suppressions.md: every form in it stands in an example of its format, works there, and leaves the file as it is.

The examples are read with their comments and without them, by bulletcoach and, where there is one, by another parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt
from silenced import Check, remarks, silenced, subjects

from bulletcoach.config import Configuration
from bulletcoach.inputs import Input
from bulletcoach.model.document import Document
from bulletcoach.model.result import FileResult

PAGE = (Path(__file__).parents[2] / "docs" / "suppressions.md").read_text(encoding="utf-8")
SUFFIXES = {
    "latex": "tex", "markdown": "md", "html": "html", "typst": "typ", "yaml": "yaml", "org": "org", "rst": "rst",
    "asciidoc": "adoc", "json": "json",
}  # fmt: skip
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FORM = re.compile(r"`([^`]*bulletcoach[^`]*)`")


def _examples() -> Iterator[tuple[str, str, str]]:
    """The language of each example of a format with comments, the example, and the table above it."""
    at = 0
    for fence in _FENCE.finditer(PAGE):
        if fence[1] in SUFFIXES:
            rows = (line for line in PAGE[at : fence.start()].splitlines() if line.startswith("|"))
            yield fence[1], fence[2], "\n".join(rows)
        at = fence.end()


EXAMPLES = {language: (example, table) for language, example, table in _examples()}
each_format = pytest.mark.parametrize("language", SUFFIXES)


def _without(text: str, document: Document) -> str:
    """The text without its directives; what stood on lines of its own goes with these lines."""
    if document.format == "json":
        return json.dumps(_without_key(json.loads(text)), ensure_ascii=False)
    for comment in reversed(document.comments):
        start, end = comment.span.start, comment.span.end
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        if (text[first:start] + text[end:last]).strip():
            text = text[:start].rstrip(" ") + text[end:]
        else:
            last += document.format == "rst" and text[last + 1 : last + 2] == "\n"
            text = text[:first] + text[last + 1 :]
    return text


def _without_key(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_key(inner) for key, inner in value.items() if key != "bulletcoach"}
    return [_without_key(inner) for inner in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def both(check: Check) -> Callable[[str], tuple[FileResult, FileResult, str, str]]:
    """The results for an example with and without its directives, and the two texts."""

    def checked(language: str) -> tuple[FileResult, FileResult, str, str]:
        text, name = EXAMPLES[language][0], f"resume.{SUFFIXES[language]}"
        result = check(text, name)
        assert result.document is not None
        bare = _without(text, result.document)
        assert "bulletcoach" not in bare
        return result, check(bare, name), text, bare

    return checked


Both = Callable[[str], tuple[FileResult, FileResult, str, str]]


@each_format
def test_every_form_of_the_table_stands_in_the_example(language: str) -> None:
    example, table = EXAMPLES[language]
    forms = [form for row in table.splitlines() for form in _FORM.findall(row.split(" | ")[0])]
    assert len(forms) >= 2
    lines = example.splitlines()
    for form in forms:
        assert any(form in line for line in lines), form


@each_format
def test_everything_in_the_example_works(language: str, both: Both) -> None:
    """Each directive silences something, and only what is silenced is missing."""
    result, bare, _, _ = both(language)
    assert remarks(result) == []
    assert len(result.suppressed) >= 5
    assert subjects((*result.findings, *result.suppressed)) == subjects(bare.findings)


@each_format
def test_it_is_read_as_if_there_were_no_comments(language: str, both: Both) -> None:
    result, bare, _, _ = both(language)
    assert _said(result) == _said(bare)
    assert result.rewrites == bare.rewrites


def _said(result: FileResult) -> list[object]:
    assert result.document is not None
    return [
        (section.kind, section.title, entry.title, entry.employer, entry.start, entry.end, entry.scope, bullets)
        for section in result.document.sections
        for entry in section.entries
        for bullets in [[(bullet.text, bullet.marker, bullet.depth) for bullet in entry.bullets]]
    ]


def _markdown(text: str) -> list[object]:
    """The blocks, with whether paragraphs are set close together, and the words; no comments."""
    tokens = (token for token in MarkdownIt("commonmark").parse(text) if token.type != "html_block")
    return [
        (token.type, token.level, token.hidden, [(each.type, each.content.rstrip()) for each in token.children or ()
         if each.type != "html_inline" and each.content.strip()])
        for token in tokens
    ]  # fmt: skip


def _html(text: str) -> list[object]:
    """The tags, each with the words in front of it."""
    found: list[object] = []
    words: list[str] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((" ".join(words), tag, attrs))
            words.clear()

        def handle_endtag(self, tag: str) -> None:
            found.append((" ".join(words), f"/{tag}"))
            words.clear()

        def handle_data(self, data: str) -> None:
            words.extend(data.split())

    parser = Parser()
    parser.feed(text)
    parser.close()
    return found


def _yaml(text: str) -> object:
    return yaml.safe_load(text)


def _json(text: str) -> object:
    return _without_key(json.loads(text))


@pytest.mark.parametrize(
    ("language", "parse"), [("markdown", _markdown), ("html", _html), ("yaml", _yaml), ("json", _json)]
)
def test_other_parsers_see_no_difference(language: str, parse: Callable[[str], object], both: Both) -> None:
    _, _, text, bare = both(language)
    assert parse(text) == parse(bare)


UNDOCUMENTED = {
    "a comment at the margin splits a Markdown list": (_markdown, "- A\n<!-- c -->\n- B\n", "- A\n- B\n"),
    "a comment in a plain scalar of YAML": (_yaml, "- Handled # c\n  calls\n", "- Handled\n  calls\n"),
    "a comment in a folded scalar of YAML": (_yaml, "- >-\n  calls # c\n", "- >-\n  calls\n"),
    "a comment in a quoted scalar of YAML": (_yaml, '- "Handled # c\n  calls"\n', '- "Handled\n  calls"\n'),
}


@pytest.mark.parametrize("name", UNDOCUMENTED)
def test_why_other_places_are_not_documented(name: str) -> None:
    parse, text, bare = UNDOCUMENTED[name]
    try:
        found = parse(text)
    except yaml.YAMLError:
        return
    assert found != parse(bare)


def test_the_configuration_of_the_page(check: Check, tmp_path: Path) -> None:
    """The tables silence something in the text below them each."""
    fences = dict(_FENCE.findall(PAGE[PAGE.index("## Every format") :]))
    config, file = tmp_path / "bulletcoach.toml", tmp_path / "resume.txt"
    config.write_text(fences["toml"], encoding="utf-8")
    file.write_text(fences["text"], encoding="utf-8")
    result = check(fences["text"], "resume.txt", Configuration(config=config).settings_for(Input("resume.txt", file)))
    assert [code for code, _ in silenced(result)] == ["BC101", "BC102"]
    assert remarks(result) == []
