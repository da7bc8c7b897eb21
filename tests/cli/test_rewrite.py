"""`rewrite`: bullets in, their rewrites out, as text, JSON, or line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import jsonschema
import pytest
from handmade_rewrites import HOSTILE, MINIMAL, STRONG, TEXT
from msgspec.structs import replace

from bulletcoach.engine import Engine
from bulletcoach.model.result import FileResult
from cli.commandline import Run, environment

WIN = "Cut refund errors by 40% by rewriting the returns checklist"


@pytest.fixture
def handmade(monkeypatch: pytest.MonkeyPatch) -> list[FileResult]:
    """Every bullet that is TEXT has the rewrites made by hand, no other one has any. Holds the results."""
    results: list[FileResult] = []
    real = Engine.check_bare

    def checked(*arguments: Any, **options: Any) -> FileResult:
        result = real(*arguments, **options)
        results.append(result)
        found = {bullet.number: (STRONG, MINIMAL) for bullet in result.bullets if bullet.bullet.text == TEXT}
        return replace(result, rewrites=found)

    monkeypatch.setattr(Engine, "check_bare", checked)
    return results


@pytest.mark.usefixtures("handmade")
def test_bullets_with_their_rewrites_and_reasons_for_none(run: Run) -> None:
    ended = run("rewrite", TEXT, WIN, "Answered calls")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        f"{TEXT}\n"
        "    → strong:  Fielded [N daily] inbound calls and chats about billing, [cutting\n"
        "               average handle time from X to Y]\n"
        "    → minimal: Answered inbound calls and chats about billing\n"
        "\n"
        f"{WIN}\n"
        "    an achievement already: “40%” says what came of it\n"
        "\n"
        "Answered calls\n"
        "    no honest rewrite: “Answered” is what the job was; nothing shows what came\n"
        "    of it\n"
    )


@pytest.mark.usefixtures("handmade")
def test_only_one_kind(run: Run) -> None:
    assert run("rewrite", TEXT, "--kind", "minimal").out == (
        f"{TEXT}\n    → minimal: Answered inbound calls and chats about billing\n"
    )
    assert "    no story rewrite: “Responsible for” gives" in run("rewrite", TEXT, "--kind", "story").out


@pytest.mark.usefixtures("handmade")
def test_quiet_is_a_line_for_each_bullet(run: Run) -> None:
    ended = run("rewrite", "-", "--quiet", stdin=f"• {WIN}\n\n- {TEXT}\r\n")
    assert ended.out == f"{WIN}\n{STRONG.text}\n"


@pytest.mark.usefixtures("handmade")
def test_json_has_the_bullets_as_a_check_has_them(run: Run) -> None:
    schema = json.loads(run("schema").out)
    ended = run("rewrite", "-", "--format", "json", stdin=f"- {TEXT}\n\n  *  {WIN}\n")
    document = json.loads(ended.out)
    jsonschema.Draft202012Validator({"$ref": "#/$defs/rewriteReport", "$defs": schema["$defs"]}).validate(document)
    assert document["version"] == 1
    first, second = document["bullets"]
    assert [rewrite["kind"] for rewrite in first["rewrites"]] == ["strong", "minimal"]
    assert (first["text"], first["line"], first["column"]) == (TEXT, 1, 3)
    assert (second["text"], second["line"], second["column"], second["verdict"]) == (WIN, 3, 6, "achievement")
    only = json.loads(run("rewrite", TEXT, "--format", "json", "--kind", "minimal").out)
    assert [rewrite["kind"] for rewrite in only["bullets"][0]["rewrites"]] == ["minimal"]


@pytest.mark.parametrize(("option", "current"), [([], None), (["--ended"], False), (["--current"], True)])
def test_whether_the_job_has_ended(
    run: Run, handmade: list[FileResult], option: list[str], current: bool | None
) -> None:
    run("rewrite", TEXT, *option)
    (result,) = handmade
    assert [bullet.context.entry.current for bullet in result.bullets] == [current]


def test_the_field_can_be_named(run: Run, handmade: list[FileResult]) -> None:
    run("rewrite", "Stocked shelves", "--field", "customer-service")
    assert [bullet.context.field for bullet in handmade[0].bullets] == ["customer-service"]
    assert run("rewrite", "Stocked shelves", "--field", "customer-servise").code == 2


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("- Stocked shelves", "Stocked shelves"),
        ("• Stocked  shelves ", "Stocked shelves"),
        ("3. Stocked\nshelves", "Stocked shelves"),
        ("EXPERIENCE", "EXPERIENCE"),
        ("Clerk, Pinehollow Goods, 2017 - 2019", "Clerk, Pinehollow Goods, 2017 - 2019"),
    ],
)
def test_an_argument_is_a_bullet_whatever_it_looks_like(
    run: Run, handmade: list[FileResult], pasted: str, text: str
) -> None:
    run("rewrite", pasted)
    assert [bullet.bullet.text for bullet in handmade[0].bullets] == [text]


@pytest.mark.parametrize("arguments", [["-", "x"], ["x", "--quiet", "--format", "json"], ["x", "--kind", "short"]])
def test_wrong_use(run: Run, arguments: list[str]) -> None:
    assert run("rewrite", *arguments).code == 2


@pytest.mark.parametrize("stdin", ["", "\n \n", "•\n"])
def test_nothing_to_rewrite_is_a_note(run: Run, stdin: str) -> None:
    ended = run("rewrite", "-", stdin=stdin)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("bulletcoach: note: ")


def test_what_is_not_judged_says_why(run: Run) -> None:
    german = "Verantwortlich für die Betreuung der Kunden und für die Schulung der neuen Kollegen im Team und im Laden"
    assert "not judged: the language looks like “de”" in run("rewrite", german, german).out
    assert "not judged" not in run("rewrite", german, german, "--language", "en").out
    assert "not judged: too long" in run("rewrite", "Led " + "and so on " * 300).out


def test_input_that_is_no_text_is_one_line(run: Run) -> None:
    ended = run("rewrite", "-", stdin=b"%PDF-1.4 \x00\x01")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("bulletcoach: error: <stdin>: this is no text but a document")


@pytest.mark.parametrize("options", [[], ["--quiet"], ["--format", "json"]])
def test_hostile_rewrites(run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    real = Engine.check_bare
    monkeypatch.setattr(
        Engine, "check_bare", lambda *given, **named: replace(real(*given, **named), rewrites={0: (HOSTILE,)})
    )
    ended = run("rewrite", "Answered \x1b[31m\u202ecalls\udcff", *options)
    assert ended.code == 0
    assert not {"\x1b", "\u202e", "\x07", "\x9b", "\udcff"} & set(ended.out)
    assert ended.out.isprintable() or "\n" in ended.out


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_colour_on_a_terminal_and_none_with_no_color() -> None:
    import pty

    def shown(**variables: str) -> bytes:
        terminal, other_end = pty.openpty()
        try:
            subprocess.run(
                [sys.executable, "-m", "bulletcoach", "rewrite", "Answered calls"], stdin=subprocess.DEVNULL,
                stdout=other_end, env=environment(TERM="xterm", **variables), timeout=60, check=True,
            )  # fmt: skip
            return os.read(terminal, 100_000)
        finally:
            os.close(terminal)
            os.close(other_end)

    assert b"\x1b[1mAnswered calls\x1b[0m" in shown()
    assert b"\x1b" not in shown(NO_COLOR="1")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_no_bullet_on_a_terminal_is_wrong_use() -> None:
    import pty

    terminal, other_end = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bulletcoach", "rewrite"], stdin=other_end, capture_output=True,
            env=environment(), timeout=60,
        )  # fmt: skip
    finally:
        os.close(terminal)
        os.close(other_end)
    assert done.returncode == 2
    assert b"give a bullet" in done.stderr
