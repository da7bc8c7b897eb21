"""Editors that can do less: no snippets, no Markdown, no waiting for an edit, other units."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from bulletcoach.model.result import FileResult
from bulletcoach.report.placement import Placement
from bulletcoach.run import Engines
from bulletcoach.server import actions as offering
from bulletcoach.server import examining
from bulletcoach.server.abilities import Abilities
from bulletcoach.server.actions import actions, edit_of, task_of
from bulletcoach.server.diagnostics import diagnostics
from bulletcoach.server.examining import Examined, Examiner
from bulletcoach.server.hover import hover
from bulletcoach.server.opened import Opened
from bulletcoach.server.preferences import Preferences
from server.documents import MARKDOWN
from server.editor import edited

Examine = Callable[..., Examined]
EXAMPLES = Path(__file__).parents[2] / "examples"
BARE = Abilities(code_actions=True, markdown=False)
SNIPPETS = Abilities(code_actions=True, versioned_edits=True, snippet_edits=True)
START = lsp.Range(lsp.Position(7, 2), lsp.Position(7, 2))  # “Responsible for checking the vehicle …”


def offered(examined: Examined, abilities: Abilities, where: lsp.Range = START) -> list[lsp.CodeAction]:
    return actions(examined, where, lsp.CodeActionContext([]), abilities)


def edit(examined: Examined, engines: Engines, title: str, abilities: Abilities) -> lsp.WorkspaceEdit:
    task = task_of(next(one for one in offered(examined, abilities) if one.title.startswith(title)))
    assert task is not None
    return edit_of(task, examined, engines.for_(examined.settings), abilities)


def test_without_snippets_the_blanks_stand_in_brackets(examine: Examine, engines: Engines) -> None:
    examined = examine("resume.md", "markdown", MARKDOWN)
    made = edit(examined, engines, "Rewrite", BARE)
    assert made.document_changes is None
    assert "- Check the vehicle before each shift, [cutting breakdowns" in edited(MARKDOWN, made)


def test_with_snippets_the_blanks_are_jumped_to(examine: Examine, engines: Engines) -> None:
    text = (
        r"\documentclass{article}\begin{document}\section{Experience}\begin{itemize}\item Helped with the {\$}5 line"
        + (r"\end{itemize}\end{document}")
    )
    examined = examine("cv.tex", "latex", text)
    where = lsp.Range(lsp.Position(0, text.index("Helped")), lsp.Position(0, text.index("Helped")))
    task = task_of(next(one for one in offered(examined, SNIPPETS, where) if one.title.startswith("Rewrite")))
    assert task is not None
    made = edit_of(task, examined, engines.for_(examined.settings), SNIPPETS)
    assert made.document_changes
    changes = made.document_changes[0]
    assert isinstance(changes, lsp.TextDocumentEdit)
    first = changes.edits[0]
    assert isinstance(first, lsp.SnippetTextEdit)
    # The braces that LaTeX wants round the bracket go when the blank is typed over.
    assert first.snippet.value.startswith(r"${1:{[\}Your own part]}")


def test_a_client_without_actions_of_this_kind_gets_none(examine: Examine) -> None:
    assert offered(examine("resume.md", "markdown", MARKDOWN), Abilities()) == []


def test_what_is_offered_for_many_bullets_is_placed_once(examine: Examine, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[FileResult] = []

    def place(result: FileResult) -> Placement:
        placed.append(result)
        return Placement(result)

    monkeypatch.setattr(offering, "Placement", place)
    everything = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    assert len(offered(examine("resume.md", "markdown", MARKDOWN), BARE, everything)) > 5
    assert len(placed) == 1


def test_hover_in_plain_text_has_no_marks(examine: Examine) -> None:
    found = hover(examine("resume.md", "markdown", MARKDOWN), START.start, BARE)
    assert found is not None
    assert isinstance(found.contents, lsp.MarkupContent)
    assert found.contents.kind == lsp.MarkupKind.PlainText
    assert found.contents.value.startswith("Duty – “Responsible for”")
    assert "**" not in found.contents.value


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 22), ("utf-16", 17), ("utf-32", 16), (None, 17)])
def test_ranges_are_in_the_units_that_were_agreed_on(examine: Examine, encoding: str | None, start: int) -> None:
    examined = examine("resume.md", "markdown", MARKDOWN)
    found = diagnostics(examined, encoding)[examined.opened.uri]
    pronoun = next(one for one in found if one.code == "BC501")
    assert pronoun.range == lsp.Range(lsp.Position(8, start), lsp.Position(8, start + 1))


def test_nothing_that_a_resume_says_is_markup_or_invisible(examine: Examine) -> None:
    text = "# CV\n\n## Experience\n\n- Responsible for <b>x</b> [l](http://e.io) `c` \u202eevil **and** more\n"
    examined = examine("resume.md", "markdown", text)
    found = hover(examined, lsp.Position(4, 2), Abilities())
    assert found is not None
    assert isinstance(found.contents, lsp.MarkupContent)
    told = found.contents.value
    assert "<b>" not in told
    assert "](http" not in told
    shown = told + "".join(one.message for one in diagnostics(examined, None)[examined.opened.uri])
    assert "\u202e" not in shown + "".join(one.title for one in offered(examined, BARE, found.range or START))


def test_a_fault_costs_its_document_only(examine: Examine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> bool:
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr(examining, "is_resume", fail)
    examined = examine("resume.md", "markdown", MARKDOWN)
    assert examined.result is None
    assert "ZeroDivisionError: no such thing" in examined.fault
    assert diagnostics(examined, None) == {examined.opened.uri: []}


@pytest.mark.parametrize(
    ("name", "language"), [("agent.tex", "latex"), ("barista.md", "markdown"), ("teacher_cv.yaml", "yaml")]
)
def test_a_snippet_comes_to_the_same_as_the_plain_edit(
    examine: Examine, engines: Engines, name: str, language: str
) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    examined = examine(f"cv/{name}", language, text)
    engine = engines.for_(examined.settings)
    end = lsp.Position(text.count("\n"), 0)
    rewrites = [
        one
        for one in offered(examined, SNIPPETS, lsp.Range(lsp.Position(0, 0), end))
        if one.title.startswith("Rewrite")
    ]
    assert rewrites
    for action in rewrites:
        task = task_of(action)
        assert task is not None
        snippet, plainly = (edit_of(task, examined, engine, abilities) for abilities in (SNIPPETS, BARE))
        assert edited(text, snippet) == edited(text, plainly), action.title


def test_a_configuration_is_read_again_where_nobody_tells_that_it_was_saved(engines: Engines, tmp_path: Path) -> None:
    examiner = Examiner(Preferences(), tmp_path, engines)
    opened = Opened((tmp_path / "resume.md").as_uri(), "markdown", 1, MARKDOWN)

    def codes(config: str) -> list[str]:
        (tmp_path / "bulletcoach.toml").write_text(config, encoding="utf-8")
        found = diagnostics(examiner.examine(opened), None)[opened.uri]
        return sorted({str(one.code) for one in found})

    assert codes("") == ["BC101", "BC102", "BC501"]
    assert codes('ignore = ["BC1"]') == ["BC501"]
    assert codes("") == ["BC101", "BC102", "BC501"]


def test_a_document_that_is_too_large_is_not_checked(examine: Examine, tmp_path: Path) -> None:
    (tmp_path / "bulletcoach.toml").write_text('max-size = "100"\n', encoding="utf-8")
    examined = examine("resume.md", "markdown", MARKDOWN)
    assert examined.result is None
    assert examined.hindrance.endswith("resume.md is larger than 100 bytes (max-size): not checked")
