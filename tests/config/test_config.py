"""Configuration files: which one holds, what it may say, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletcoach.config import Configuration, Options, find_config, load_config
from bulletcoach.config.options import Suppress
from bulletcoach.errors import ConfigError
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.rules.entry import BulletCount
from bulletcoach.rules.length import TooLong
from bulletcoach.selection import Selection

LINE_OF_SUPPRESS = 34


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_folder_wins_and_in_it_the_first_name(tmp_path: Path) -> None:
    above = write(tmp_path / "bulletcoach.toml")
    inside = tmp_path / "applications" / "2024"
    inside.mkdir(parents=True)
    assert find_config(inside) == above

    pyproject = write(tmp_path / "applications" / "pyproject.toml", "[tool.bulletcoach]\n")
    assert find_config(inside) == pyproject
    hidden = write(tmp_path / "applications" / ".bulletcoach.toml")
    assert find_config(inside) == hidden
    plain = write(tmp_path / "applications" / "bulletcoach.toml")
    assert find_config(inside) == plain


@pytest.mark.parametrize(
    "pyproject", ["[tool.ruff]\n", "", "this is not TOML", '[project]\nname = "bulletcoach-plugin"\n']
)
def test_a_pyproject_without_our_section_is_passed_over(tmp_path: Path, pyproject: str) -> None:
    above = write(tmp_path / "bulletcoach.toml")
    inside = write(tmp_path / "a" / "pyproject.toml", pyproject).parent
    assert find_config(inside) == above


def test_all_keys(tmp_path: Path) -> None:
    path = write(
        tmp_path / "bulletcoach.toml",
        """\
select = ["BC1", "weak-verb"]
extend-select = ["bc3"]
ignore = ["BC101"]
level = "info"
fail-on = "error"
field = "customer-service"
language = "en"
profile = "federal"
lexicons = ["words/own.toml"]
input-format = "latex"
max-size = "2 MB"
role-level = "lead"
exclude = ["old/", "!old/cv.tex"]
baseline = "known.json"

[latex]
bullet-macros = ["win", "\\\\did"]
entry-macros = ["job"]
root = "main.tex"

[severity]
bc3 = "info"
No-Number = "error"

[per-file-ignores]
"drafts/*.tex" = ["bc5", "tense"]

[rules.too-long]
words = 25

[rules.BC604]
most = 6

[[suppress]]
rules = ["BC101"]
text = "Responsible for …"
reason = "the title of the post"
""",
    )
    root, _ = write(tmp_path / "main.tex"), write(tmp_path / "words" / "own.toml")
    settings = Configuration(config=path).settings(tmp_path)
    assert settings.selection == Selection(("BC1", "weak-verb", "BC3"), ("BC101",))
    assert (settings.level, settings.fail_on) == (Severity.INFO, Severity.ERROR)
    assert (settings.field, settings.language, settings.profile) == ("customer-service", "en", Profile.FEDERAL)
    assert settings.lexicons == (tmp_path / "words" / "own.toml",)
    assert settings.config == path
    assert (settings.input_format, settings.max_size) == ("latex", 2_000_000)
    assert (settings.bullet_macros, settings.entry_macros) == (("win", "\\did"), ("job",))
    assert settings.latex_root == root
    assert (settings.role_level, settings.baseline) == ("lead", tmp_path / "known.json")
    assert settings.severities == (("BC3", Severity.INFO), ("BC301", Severity.ERROR))
    assert settings.rule_options == (TooLong(words=25), BulletCount(most=6))
    assert settings.suppress == (
        Suppress(("BC101",), "Responsible for …", "", "the title of the post", f"{path}:{LINE_OF_SUPPRESS}"),
    )
    assert settings.for_file(tmp_path / "drafts" / "cv.tex").selection.never == ("BC5", "tense")
    assert settings.for_file(tmp_path / "cv.tex") == settings


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('level = "info"\nselct = []\n', 2, "unknown setting “selct”; did you mean “select”?"),
        ('\nlevel = "warn"\n', 2, "did you mean “warning”?"),
        ("ignore = [\n  3,\n]\n", 1, "must be text, found 3"),
        ("fail-on = true\n", 1, "is not a valid"),
        ('# mine\nselect = "BC1"\n', 2, "“select” must be a list"),
        ('select = ["BC1"]\nignore = ["duty-openr"]\n', 2, "unknown rule “duty-openr”; did you mean “duty-opener”?"),
        ('profile = "acadmic"\n', 1, "did you mean “academic”?"),
        ("level = \n", 1, "not valid TOML"),
        ("level = 'info'\nignore = [\n", 2, "not valid TOML"),
        ('input-format = "latx"\n', 1, "did you mean “latex”?"),
        ('max-size = "much"\n', 1, "“much” is not a size"),
        ('[latex]\nbullet-macros = ["a b"]\n', 2, "“a b” is no command of LaTeX"),
        ('[latex]\nroot = "gone.tex"\n', 2, "there is no file"),
        ('[latex]\nroots = "x"\n', 2, "unknown key “roots”; did you mean “root”?"),
        ('select = [""]\n', 1, "unknown rule “”"),
        ('\nextend = "gone.toml"\n', 2, "there is no file"),
        ("extend = 1\n", 1, "“extend” must be text, found 1"),
        ('exclude = "old/"\n', 1, "“exclude” must be a list"),
        ('level = "info"\nexclude = ["ok", "["]\n', 2, "“[” is no pattern; write it as in .gitignore"),
        ('exclude = ["# old"]\n', 1, "“# old” is no pattern"),
        ('exclude = ["./old/"]\n', 1, "“./old/” names nothing: a pattern begins in its own folder"),
        ('[per-file-ignores]\n"../cv.txt" = ["BC1"]\n', 2, "“../cv.txt” names nothing"),
        ('exclude = ["!."]\n', 1, "“!.” names nothing"),
        ('exclude = ["a\\nb"]\n', 1, "is no pattern"),
        ('\nseverity = "error"\n', 2, "“severity” must be a table"),
        ('[severity]\nBC301 = "eror"\n', 2, "“eror” is not a valid “severity”; did you mean “error”?"),
        ('[severity]\nBC301 = "info"\nno-nubmer = "error"\n', 3, "did you mean “no-number”?"),
        ('[severity]\nBC301 = "info"\nno-number = "error"\n', 3, "“no-number” is there already: it is BC301"),
        ('severity.BC3 = "info"\nseverity.BC1x = "info"\n', 2, "unknown rule “BC1x”"),
        ('[per-file-ignores]\n"a.txt" = "BC1"\n', 2, "“a.txt” must be a list"),
        ('[per-file-ignores]\n"a.txt" = ["BC1"]\n"b" = ["BC77"]\n', 3, "unknown rule “BC77”"),
        ('[per-file-ignores]\n"!a.txt" = ["BC1"]\n', 2, "“!a.txt” takes back what nothing says"),
        ('[per-file-ignores]\n"[z" = ["BC1"]\n', 2, "“[z” is no pattern"),
        ("[rules.too-lng]\nwords = 3\n", 1, "unknown rule “too-lng”; did you mean “too-long”?"),
        ("[rules.BC5]\nwords = 3\n", 1, "unknown rule “BC5”"),
        ("[rules.too-long]\n\nword = 3\n", 3, "too-long has no option “word”; did you mean “words”?"),
        ("[rules.too-long]\nwords = 0\n", 2, "“words” must be 1 to 1000, found 0"),
        ('[rules.too-long]\nwords = "many"\n', 2, "“words” must be a whole number, found “many”"),
        ("[rules.too-long]\nwords = 2.5\n", 2, "“words” must be a whole number"),
        ("[rules.near-duplicate]\nsimilarity = 101\n", 2, "“similarity” must be 70 to 100, found 101"),
        ("[rules.tense]\nwords = 3\n", 2, "BC203 tense has no options; those that have some: repeated-verb, too-long"),
        ("[rules.too-long]\nwords = 3\n[rules.BC504]\n", 3, "“BC504” is there already: it is too-long"),
        ("role-level = 3\n", 1, "“role-level” must be text, found 3"),
        ("\nbaseline = []\n", 2, "“baseline” must be text, found a list"),
        ('[[suppress]]\nrules = ["BC1"]\n', 1, "missing key “text”"),
        ('[[suppress]]\nrules = []\ntext = "x"\n', 1, "“rules” is empty"),
        ('[[suppress]]\nrules = ["BC1"]\ntext = " "\n', 1, "“text” is empty"),
        ('[[suppress]]\nrules = ["BC1"]\ntext = "…"\n', 1, "“text” is empty"),
        ('[[suppress]]\nrules = ["unused-suppression"]\ntext = "x"\n', 2, "is about the checks themselves"),
        ('[suppress]\nrules = ["BC1"]\ntext = "x"\n', 1, "“suppress” must be a list of tables, [[suppress]]"),
        ('\nlexicons = ["none.toml"]\n', 2, "there is no file"),
        ('extend = "a\\u0000b"\n', 1, "there is no file"),
        (f'extend = "{"a" * 300}"\n', 1, "there is no file"),
        ('[[suppress]]\ntext = "x"\nrules = ["BC1o1"]\n', 3, "unknown rule “BC1o1”"),
        ('[[suppress]]\nrules = ["BC1"]\ntext = "x"\nplace = "here:1"\n', 4, "unknown key “place”"),
        (
            '[[suppress]]\nrules = ["BC1"]\ntext = "x"\n\n[[suppress]]\nrules = ["BC1"]\ntext = "y"\npath = "["\n',
            8,
            "“[” is no pattern",
        ),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = write(tmp_path / "bulletcoach.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ignore = " + b"[" * 3000, "not valid TOML: too deep"),
        (b"# caf\xe9\n", "not UTF-8; save the file as UTF-8"),
        ("ignore = []\n".encode("utf-16"), "not UTF-8; save the file as UTF-8"),
    ],
)
def test_what_is_no_text_of_ours_is_told(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "bulletcoach.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value) == f"{path}: {message}"


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """Some editors of Windows write one."""
    path = tmp_path / "bulletcoach.toml"
    path.write_bytes(b'\xef\xbb\xbfignore = ["BC1"]\r\n')
    assert Configuration().settings(tmp_path).selection.ignore == ("BC1",)


def test_a_mistake_in_pyproject_is_told_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n\n[tool.bulletcoach]\nprofil = "private"\n')
    with pytest.raises(ConfigError, match=":5: unknown setting “profil”; did you mean “profile”"):
        load_config(path)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Options(), Selection(("BC1",), ("BC101",))),
        (Options(ignore=("BC102",)), Selection(("BC1",), ("BC101", "BC102"))),
        (Options(extend_select=("BC2",)), Selection(("BC1", "BC2"), ("BC101",))),
        (Options(select=("ALL",)), Selection(("ALL",), ())),
        (Options(select=("BC3",), ignore=("BC301",)), Selection(("BC3",), ("BC301",))),
    ],
)
def test_a_given_select_sets_the_files_selection_aside_and_the_rest_adds_to_it(
    tmp_path: Path, given: Options, expected: Selection
) -> None:
    path = write(tmp_path / "bulletcoach.toml", 'select = ["BC1"]\nignore = ["BC101"]\n')
    assert Configuration(given, path).settings(tmp_path).selection == expected


def test_the_command_line_outranks_the_file_and_can_undo_it(tmp_path: Path) -> None:
    write(tmp_path / "bulletcoach.toml", 'field = "general"\nlevel = "error"\nprofile = "academic"\n')
    given = Options(field="auto", level=Severity.INFO)
    settings = Configuration(given).settings(tmp_path)
    assert (settings.field, settings.level, settings.profile) == (None, Severity.INFO, Profile.ACADEMIC)


def test_isolated_uses_no_file(tmp_path: Path) -> None:
    write(tmp_path / "bulletcoach.toml", "broken")
    assert Configuration(isolated=True).settings(tmp_path).config is None


def test_files_in_several_folders_have_the_settings_of_their_own_folder(tmp_path: Path) -> None:
    write(tmp_path / "a" / "bulletcoach.toml", 'level = "error"\n')
    write(tmp_path / "b" / "bulletcoach.toml", 'level = "info"\n')
    configuration = Configuration()
    assert configuration.settings(tmp_path / "a").level is Severity.ERROR
    assert configuration.settings(tmp_path / "b").level is Severity.INFO
