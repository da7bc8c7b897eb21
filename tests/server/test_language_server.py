"""The language server in a process of its own, as an editor meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from server.documents import LATEX, MARKDOWN, PART, README, YAML
from server.editor import Editor, edited


def test_a_markdown_resume_is_checked_as_it_is_typed(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    assert editor.codes(uri) == ["BC101", "BC501", "BC102", "BC102", "BC101"]

    editor.type(uri, MARKDOWN.replace("Responsible for checking the vehicle", "Checked 3 vehicles"))
    assert editor.codes(uri) == ["BC501", "BC102", "BC102", "BC101"]


@pytest.mark.parametrize(
    ("words", "code", "severity"),
    [
        ("Responsible for", "BC101", lsp.DiagnosticSeverity.Error),
        ("I", "BC501", lsp.DiagnosticSeverity.Warning),  # behind an accent and an emoji, which is two units
        ("Handled 🚑", "BC102", lsp.DiagnosticSeverity.Warning),
    ],
)
def test_a_finding_stands_where_its_words_do(
    editor: Editor, words: str, code: str, severity: lsp.DiagnosticSeverity
) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN.replace("Répondait", "Re\u0301pondait"))
    found = {str(one.code): one for one in reversed(editor.diagnostics(uri))}[code]

    assert editor.in_range(uri, found.range) == words
    assert (found.severity, found.source) == (severity, "bulletcoach")


def test_only_the_newest_version_is_told_of(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    for count in range(12, 24):
        editor.type(uri, MARKDOWN + f"- Handled {count} calls a night\n")
    editor.diagnostics(uri)

    versions = [one.version for one in editor.published if one.uri == uri]
    assert versions == sorted(versions, key=lambda version: version or 0)
    assert len(versions) < 6, "most versions were overtaken while somebody typed"


def test_a_readme_is_left_alone_unless_everything_is_to_be_checked(editor: Editor) -> None:
    uri = editor.open("README.md", "markdown", README)
    assert editor.hover(uri, "Responsible") is None
    assert not [one for one in editor.published if one.uri == uri]

    editor.set(check="all")
    assert [one.code for one in editor.next(uri)] == ["BC101", "BC201"]

    editor.set()
    assert editor.next(uri) == []


def test_a_finding_in_an_included_file_is_shown_there(editor: Editor) -> None:
    part = editor.folder / "parts" / "earlier.tex"
    part.parent.mkdir(exist_ok=True)
    part.write_text(PART, encoding="utf-8")
    uri = editor.open("cv.tex", "latex", LATEX)
    assert [editor.in_range(uri, one.range) for one in editor.diagnostics(uri)] == ["Responsible for"]
    assert [one.code for one in editor.next(part.as_uri())] == ["BC101"]

    part.write_text(PART.replace("Was in charge of alterations", "Altered 40 coats a month"), encoding="utf-8")
    editor.saved(part)
    assert editor.next(part.as_uri()) == []


def test_a_part_that_was_missing_is_found(editor: Editor) -> None:
    uri = editor.open("cv.tex", "latex", LATEX)
    editor.diagnostics(uri)
    part = editor.folder / "parts" / "earlier.tex"
    part.parent.mkdir()
    part.write_text(PART, encoding="utf-8")
    editor.saved(part)
    assert [one.code for one in editor.next(part.as_uri())] == ["BC101"]


def test_an_included_file_that_is_open_speaks_for_itself(editor: Editor) -> None:
    part = editor.folder / "parts" / "earlier.tex"
    part.parent.mkdir(exist_ok=True)
    part.write_text(PART, encoding="utf-8")
    (editor.folder / "cv.tex").write_text(LATEX, encoding="utf-8")
    editor.open("cv.tex", "latex", LATEX)
    uri = editor.open("parts/earlier.tex", "latex", PART.replace("Was", "Had been"))
    editor.type(uri, PART.replace("Was in charge of alterations", "Altered 40 coats a month"))
    assert editor.codes(uri) == []


def test_hover_tells_verdict_story_and_rule(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    told = editor.hover(uri, "Responsible for")
    assert told is not None
    assert told.startswith("**Duty** – ")
    assert "- Missing: problem, action, result" in told
    assert "**BC101 duty-opener** (error): “Responsible for” says what the job was" in told
    assert "A stock phrase stands where the act should be" in told

    best = editor.hover(uri, "handover")
    assert best is not None
    assert best.startswith("**Achievement** – ")
    assert "- Result: “Cut handover time at the hospital from 22 to 9 minutes”\n- Missing: problem\n" in best
    assert editor.hover(uri, "Northlake") is None


@pytest.mark.parametrize(
    ("text", "words", "is_told"),
    [
        (MARKDOWN, "- Responsible for", True),  # on the sign before it
        (MARKDOWN, "### Paramedic", False),
        (LATEX, "  \\item Responsible for", True),
        ("\\documentclass{article}\\section{Work}\\begin{itemize}\\item Led\\item Sold\\end{itemize}", "\\doc", False),
    ],
)
def test_a_bullet_is_met_in_all_of_its_line(editor: Editor, text: str, words: str, is_told: bool) -> None:
    uri = editor.open(f"cv.{'md' if text is MARKDOWN else 'tex'}", "markdown" if text is MARKDOWN else "latex", text)
    editor.diagnostics(uri)
    assert (editor.hover(uri, words) is not None) is is_told
    assert bool(editor.actions(uri, words)) is is_told


def test_a_rewrite_replaces_the_bullet_and_its_finding_is_gone(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)
    offered = {one.title: one for one in editor.actions(uri, "Responsible for")}
    assert all(one.edit is None for one in offered.values())
    rewrite = next(one for title, one in offered.items() if title.startswith("Rewrite: ") and "[" in title)

    edit = editor.resolve(rewrite).edit
    assert edit is not None
    assert edit.document_changes
    snippets = [one.snippet.value for one in edit.document_changes[0].edits if isinstance(one, lsp.SnippetTextEdit)]  # type: ignore[union-attr]
    assert len(snippets) == 1
    assert "${1:[" in snippets[0]

    editor.type(uri, edited(MARKDOWN, edit))
    assert "- Check the vehicle before each shift, [" in editor.texts[uri]
    assert "BC101" not in [one.code for one in editor.diagnostics(uri) if one.range.start.line < 10]


def test_a_quick_fix_is_tied_to_its_diagnostic(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)
    fix = next(one for one in editor.actions(uri, "Responsible for") if one.title.startswith("Say “Check"))
    assert (fix.kind, fix.is_preferred) == (lsp.CodeActionKind.QuickFix, None)
    assert [one.code for one in fix.diagnostics or ()] == ["BC101"]

    edit = editor.resolve(fix).edit
    assert edit is not None
    assert "- Check the vehicle before each shift\n" in edited(MARKDOWN, edit)


def test_a_rewrite_in_latex_keeps_its_markup(editor: Editor) -> None:
    uri = editor.open("cv.tex", "latex", LATEX)
    editor.diagnostics(uri)
    rewrite = next(one for one in editor.actions(uri, "Responsible for") if one.title.startswith("Rewrite: "))
    edit = editor.resolve(rewrite).edit
    assert edit is not None
    editor.type(uri, edited(LATEX, edit))
    assert r"\textbf{costumes} \& wigs" in editor.texts[uri]
    assert editor.codes(uri) == ["BC102"], "making costumes is routine still, and no stock phrase any more"


@pytest.mark.parametrize(
    ("name", "language", "text", "words", "comment"),
    [
        ("resume.md", "markdown", MARKDOWN, "Answered calls", " <!-- bulletcoach: ignore[BC102] -->\n"),
        ("cv.tex", "latex", LATEX, "Responsible for", " % bulletcoach: ignore[BC101]\n"),
        ("cv.yaml", "yaml", YAML, "Responsible for", "\n          # bulletcoach: ignore-next[BC101]\n          - >-\n"),
    ],
)
def test_a_finding_can_be_silenced_where_it_stands(
    editor: Editor, name: str, language: str, text: str, words: str, comment: str
) -> None:
    uri = editor.open(name, language, text)
    before = editor.codes(uri)
    ignore = next(one for one in editor.actions(uri, words) if one.title.startswith("Ignore "))
    edit = editor.resolve(ignore).edit
    assert edit is not None
    editor.type(uri, edited(text, edit))
    assert comment in editor.texts[uri]
    assert len(editor.codes(uri)) == len(before) - 1


def test_all_that_is_safe_is_put_right_on_saving(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)
    [action] = editor.actions(uri, "Responsible for", "source.fixAll")
    edit = editor.resolve(action).edit
    assert edit is not None
    assert edited(MARKDOWN, edit) == MARKDOWN.replace("one-page form.", "one-page form")


def test_an_action_on_a_bullet_that_has_gone_says_so(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)
    action = next(one for one in editor.actions(uri, "Responsible for") if one.title.startswith("Rewrite: "))
    editor.type(uri, MARKDOWN.replace("Responsible for checking the vehicle before each shift", "Drove at night"))
    assert editor.resolve(action).edit is None
    assert any("the bullet is not there any more" in message for message in editor.messages)


def test_the_editors_settings_go_first(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)
    editor.set(ignore=["BC1"])
    assert [one.code for one in editor.next(uri)] == ["BC501"]
    editor.set(select="BC506", level="info")
    [hint] = editor.next(uri)
    assert (hint.code, hint.severity) == ("BC506", lsp.DiagnosticSeverity.Information)


def test_a_wrong_setting_is_named_and_the_others_hold(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)
    editor.set(ignore=["BC1"], levle="info")
    assert [one.code for one in editor.next(uri)] == ["BC501"]
    assert any("bulletcoach.levle" in message and "level" in message for message in editor.messages)


def test_a_configuration_that_is_saved_is_read_again(editor: Editor) -> None:
    config = editor.folder / "bulletcoach.toml"
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)

    config.write_text('ignore = ["BC1"]\n', encoding="utf-8")
    editor.saved(config)
    assert [one.code for one in editor.next(uri)] == ["BC501"]

    config.write_text('ignore = ["BC1"\n', encoding="utf-8")
    editor.saved(config)
    assert editor.next(uri) == []
    editor.type(uri, MARKDOWN + "\n")
    editor.hover(uri, "Imani")
    assert len([message for message in editor.messages if "bulletcoach.toml" in message]) == 1

    config.unlink()
    editor.saved(config)
    assert len(editor.next(uri)) == 5


def test_a_document_that_is_closed_shows_nothing_more(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN)
    editor.diagnostics(uri)
    editor.close(uri)
    assert editor.next(uri) == []


def test_half_written_json_is_nobodys_fault(editor: Editor) -> None:
    uri = editor.open("resume.json", "json", '{"work": [{"highlights": ["Responsible for the till"')
    assert editor.hover(uri, "Responsible") is None
    assert not editor.messages


def test_a_document_without_a_file_is_read_as_its_language(editor: Editor) -> None:
    uri = editor.open("untitled:Untitled-1", "latex", LATEX)
    assert editor.codes(uri) == ["BC101"]


def test_a_request_that_is_taken_back_is_not_answered(editor: Editor) -> None:
    uri = editor.open("resume.md", "markdown", MARKDOWN + "- Sorted 14 boxes of a kind not seen before\n")
    params = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(7, 4))
    assert "canceled" in editor.ask_and_cancel(lsp.TEXT_DOCUMENT_HOVER, params)
    assert editor.codes(uri)[0] == "BC101", "the check itself goes on"


def test_it_asks_to_be_told_of_saved_files(editor: Editor) -> None:
    assert editor.when(lambda: editor.registered or None) == [lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES]


def test_a_simple_client_gives_its_settings_at_the_start_and_may_leave_without_a_word(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    able = lsp.ClientCapabilities(general=lsp.GeneralClientCapabilities(position_encodings=["latin-1", "utf-8"]))
    result = editor.start(able, {"bulletcoach": {"levle": "info"}})
    assert result.capabilities.position_encoding == lsp.PositionEncodingKind.Utf8
    assert editor.when(lambda: next(iter(editor.messages), None)).startswith("bulletcoach: the setting")
    assert editor.leave() == 1
