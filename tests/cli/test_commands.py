"""`rule`, `lexicon` and the help pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bulletcoach.cli import options
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.model.rewrite import RewriteKind
from bulletcoach.report.rewrites import Shown
from bulletcoach.rules import RULES
from cli.commandline import Run


@pytest.mark.parametrize("name", ["BC101", "bc101", "duty-opener"])
def test_a_rule_is_explained_under_its_code_and_its_name(run: Run, name: str) -> None:
    ended = run("rule", name)
    assert ended.code == 0
    assert ended.out.startswith("BC101 duty-opener (error)\n")
    for part in ("Instead of:", "Better:", "Exceptions: ", 'ignore = ["BC101"] in bulletcoach.toml', "Source: "):
        assert part in ended.out
    assert all(len(line) <= 80 for line in ended.out.splitlines())


def test_all_rules_are_explained(run: Run) -> None:
    pages = run("rule", "--all").out
    assert [rule.code for rule in RULES if f"{rule.code} {rule.name} ({rule.severity})\n" not in pages] == []


def test_a_rule_in_json(run: Run) -> None:
    one = json.loads(run("rule", "duty-opener", "--format", "json").out)
    every = json.loads(run("rule", "--all", "--format", "json").out)
    assert one in every
    assert [rule["code"] for rule in every] == [rule.code for rule in RULES]
    assert all(rule["explanation"] and rule["bad"] and rule["good"] for rule in every)


def test_an_unknown_rule_names_the_nearest(run: Run) -> None:
    ended = run("rule", "duty-openr")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "bulletcoach: error: unknown rule “duty-openr”; did you mean “duty-opener”?\n"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("nonsense", "“bulletcoach rule --all” explains all"),
        ("BC8", "known families: BC1, BC2, BC3, BC4, BC5, BC6, BC9"),
        ("BC8X", "known families: BC1, BC2, BC3, BC4, BC5, BC6, BC9"),
    ],
)
def test_a_name_like_no_rule_gets_no_far_fetched_guess(run: Run, name: str, hint: str) -> None:
    assert run("rule", name).err == f"bulletcoach: error: unknown rule “{name}”; {hint}\n"


def test_a_family_lists_its_rules(run: Run) -> None:
    listed = run("rule", "bc1").out.splitlines()
    assert [line[:5] for line in listed] == [rule.code for rule in RULES if rule.code.startswith("BC1")]
    assert len(json.loads(run("rule", "BC1", "--format", "json").out)) == len(listed)


def test_a_page_does_not_say_its_first_sentence_twice(run: Run) -> None:
    assert "Flags" not in run("rule", "BC101").out
    assert "Flags" in run("rule", "BC103").out


def test_a_known_abbreviation_is_looked_up_after_its_kpi_and_without_advice(run: Run) -> None:
    out = run("lexicon", "lookup", "csat").out
    assert out.startswith("“csat” is a KPI\n")
    assert "“csat” is a known abbreviation, never asked about\n    file:" in out


def test_a_file_in_the_place_of_a_command_is_told_of_check(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text("- Answered calls\n", encoding="utf-8")
    ended = run(str(path))
    assert ended.code == 2
    assert f"bulletcoach check {path}" in ended.err


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("led", ["the past or past participle of the verb “lead”", "strength: strong", "claim: lead", "verbs.toml"]),
        ("Responsible For", ["is a stock opener", "kind: fixed", "severity: error", "lexicons/openers.toml"]),
        ("work experience", ["is a heading", "kind: experience", "lexicons/resume.toml"]),
        ("%", ["is a unit", "shape: percent"]),
        ("twice", ["is a number word"]),
    ],
)
def test_lookup_tells_what_is_known(run: Run, words: str, facts: list[str]) -> None:
    ended = run("lexicon", "lookup", *words.split())
    assert ended.code == 0
    assert [fact for fact in facts if fact not in ended.out] == []


def test_lookup_of_an_unknown_word_names_near_ones(run: Run) -> None:
    ended = run("lexicon", "lookup", "resposible", "for")
    assert ended.code == 1
    assert ended.out.startswith("nothing known of “resposible for”; near it: responsible for")


def test_lookup_knows_the_lexicons_that_the_configuration_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        '[verbs]\nyodel = { forms = "yodels yodelled yodelled yodelling", act = "routine", strength = "plain", '
        'family = "creative" }\n',
        encoding="utf-8",
    )
    (tmp_path / "bulletcoach.toml").write_text('lexicons = ["own.toml"]\n', encoding="utf-8")
    assert f"file: {tmp_path / 'own.toml'}" in run("lexicon", "lookup", "yodelled").out
    assert run("lexicon", "lookup", "yodelled", "--isolated").code == 1


def test_validate_says_ok_or_where_the_mistake_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text('[[wording]]\nkind = "filler"\nphrases = ["and so forth"]\n', encoding="utf-8")
    (tmp_path / "bad.toml").write_text('[[wording]]\nkind = "filer"\nphrases = ["x"]\n', encoding="utf-8")
    ended = run("lexicon", "validate", "good.toml")
    assert (ended.code, ended.out, ended.err) == (0, "good.toml: OK\n", "")
    both = run("lexicon", "validate", "bad.toml", "good.toml", "gone.toml")
    assert (both.code, both.out) == (2, "good.toml: OK\n")
    first, second = both.err.splitlines()
    assert first.startswith("bulletcoach: error: bad.toml:2: “filer” is not a valid “kind”; did you mean “filler”?")
    assert second == "bulletcoach: error: gone.toml: cannot be read: No such file or directory"


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["check"],
        ["rewrite"],
        ["star"],
        ["rule"],
        ["init"],
        ["lexicon"],
        ["lexicon", "lookup"],
        ["lexicon", "validate"],
        ["schema"],
    ],
)
def test_help_fits_80_columns_and_begins_with_what_it_does(run: Run, command: list[str]) -> None:
    ended = run(*command, "--help")
    assert ended.code == 0
    assert ended.out.startswith("Usage: ")
    assert max(map(len, ended.out.splitlines())) <= 80


def test_the_choices_are_those_of_the_model() -> None:
    assert tuple(Severity) == options.SEVERITIES
    assert tuple(Profile) == options.PROFILES
    assert tuple(Shown) == options.REWRITES
    assert tuple(RewriteKind) == options.KINDS
