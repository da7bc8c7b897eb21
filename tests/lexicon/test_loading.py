"""Loading lexicons: the shipped files, every mistake that a user's own file can hold, and how own words merge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from bullet_tables import cases

from bulletcoach.errors import ConfigError, LexiconError
from bulletcoach.lexicon.files import read_lexicon_file
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.lexicon.shipped import shipped_lexicons
from bulletcoach.model.facts import Act, Form, Strength

Writer = Callable[[str], Path]


@pytest.fixture
def own(tmp_path: Path) -> Writer:
    """Writes a user's own lexicon file; indentation and the first line break do not count."""

    def write(text: str) -> Path:
        path = tmp_path / "own.toml"
        path.write_text(dedent(text).removeprefix("\n"), encoding="utf-8")
        return path

    return write


def test_the_shipped_files_load(lexicon: Lexicon) -> None:
    assert set(lexicon.fields) >= {"general", "customer-service"}
    for table in (lexicon.verbs, lexicon.openers, lexicon.wordings, lexicon.units, lexicon.decoys, lexicon.headings):
        assert table


@pytest.mark.parametrize("path", sorted(shipped_lexicons().rglob("*.toml")), ids=lambda path: path.name)
def test_every_shipped_file_is_valid_by_itself(path: Path) -> None:
    assert read_lexicon_file(path).path == str(path)


VERB = 'forms = "a b c d", act = "make", strength = "plain", family = "technical"'
OPENER = '[[opener]]\nphrase = "x"\nkind = "fixed"\nseverity = "error"\nadvice = "y"\n'
KPI = '[[kpi]]\nid = "x"\nname = "x"\nmeasures = "x"\ngood = "up"\nkind = "speed"\n'

# What is wrong, the file, the line that is named, and parts of the message.
MISTAKES = [
    ("no TOML", "[verbs]\nglaze = {\n", 2, ["not valid TOML"]),
    ("an unknown table", '[[openers]]\nphrase = "x"\n', 1, ["unknown table “openers”", "did you mean “opener”"]),
    ("an unknown table, further down", '[verbs]\n\n[[openers]]\nphrase = "x"\n', 3, ["“openers”"]),
    ("single brackets", '[opener]\nphrase = "x"\n', 1, ["[[opener]]", "double brackets"]),
    ("verbs as a list", '[[verbs]]\nlemma = "x"\n', 1, ["table"]),
    ("a verb that is no table", '[verbs]\nglaze = "glazed"\n', 2, ["expected a table", "“glazed”"]),
    (
        "an unknown key of a verb",
        f'[verbs]\nglaze = {{ {VERB}, famly = "x" }}\n',
        2,
        ["“famly”", "did you mean “family”"],
    ),
    ("a missing key of a verb", '[verbs]\nglaze = { forms = "a b c d" }\n', 2, ["missing key “act”"]),
    (
        "three forms of a verb",
        '[verbs]\nglaze = { forms = "a b c", act = "make", strength = "plain", family = "x" }\n',
        2,
        ["four words"],
    ),
    (
        "a wrong act",
        '[verbs]\nglaze = { forms = "", act = "mke", strength = "plain", family = "x" }\n',
        2,
        ["“mke”", "did you mean “make”", "routine"],
    ),
    ("a wrong direction", f'[verbs]\nglaze = {{ {VERB}, moves = "sideways" }}\n', 2, ["“moves”", "“sideways”"]),
    ("a wrong tail", f'[verbs]\nglaze = {{ {VERB}, tail = "outcome" }}\n', 2, ["“tail”", "“outcome”"]),
    ("a wrong kind of opener", OPENER.replace("fixed", "fixd"), 3, ["“fixd”", "did you mean “fixed”"]),
    ("a wrong severity", OPENER.replace("error", "fatal"), 4, ["“fatal”", "warning"]),
    ("a phrase that is no text", OPENER.replace('"x"', "7"), 2, ["“phrase” must be text", "found 7"]),
    ("a list that is text", OPENER + 'also = "z"\n', 6, ["“also” must be a list", "“z”"]),
    ("an opener without advice", OPENER.replace('advice = "y"\n', ""), 1, ["missing key “advice”"]),
    (
        "a wrong kind of wording",
        '[[wording]]\nkind = "filer"\nphrases = ["x"]\n',
        2,
        ["“filer”", "did you mean “filler”"],
    ),
    (
        "phrases with a number",
        '[[wording]]\nkind = "filler"\nphrases = [\n  "x",\n  7,\n]\n',
        3,
        ["“phrases” must be text", "7"],
    ),
    ("a wrong shape of unit", '[[unit]]\nid = "acres"\nshape = "area"\n', 3, ["“area”", "percent"]),
    (
        "seconds that are text",
        '[[unit]]\nid = "shifts"\nshape = "duration"\nseconds = "8h"\n',
        4,
        ["“seconds” must be a number", "“8h”"],
    ),
    ("a wrong kind of decoy", '[[decoy]]\nkind = "bfore"\nwords = ["x"]\n', 1, ["“kind”", "“bfore”"]),
    ("number words as a list", '[[number]]\nrole = "value"\nwords = ["seven"]\n', 3, ["“words” must be a table"]),
    (
        "a number word without number",
        '[[number]]\nrole = "value"\nwords = { seven = "7" }\n',
        3,
        ["“seven” must be a number"],
    ),
    ("a wrong kind of heading", '[[heading]]\nkind = "experiance"\ntitles = []\n', 2, ["did you mean “experience”"]),
    ("a year of one month", '[[term]]\nuse = "month"\nwords = ["x"]\n', 1, ["a list of months needs twelve words"]),
    ("a heading without titles", '[[heading]]\nkind = "experience"\n', 1, ["missing key “titles”"]),
    ("a term with an unknown key", '[[term]]\nuse = "x"\nword = ["y"]\n', 3, ["“word”", "did you mean “words”"]),
    ("a language without code", '[[language]]\nwords = ["le"]\n', 1, ["missing key “code”"]),
    ("a field without a name", '[field]\nid = "floristry"\ndetect = []\n', 1, ["missing key “name”"]),
    ("a wrong way that is good", KPI.replace('"up"', '"upward"'), 1, ["“good”", "“upward”"]),
    ("a wrong kind of KPI", KPI.replace('"speed"', '"sped"'), 1, ["“sped”"]),
    ("a range without a unit", KPI + "plausible = [{ low = 1 }]\n", 7, ["missing key “unit”"]),
    ("a scope that is text", KPI + 'scope = "yes"\n', 7, ["“scope” must be true or false"]),
    (
        "a rung that is no number",
        '[[role]]\nid = "x"\nfamily = "y"\nrung = "three"\ntitles = []\nlevel = 1\n',
        4,
        ["“rung” must be a whole number"],
    ),
    ("the second of two tables", OPENER + "\n" + OPENER.replace("fixed", "fix"), 9, ["“fix”"]),
    (
        "a stronger verb without its fact",
        '[[routine]]\nverb = "x"\nstronger = [{ verb = "y" }]\n',
        3,
        ["missing key “only-if”"],
    ),
]


@pytest.mark.parametrize(("what", "text", "line", "parts"), cases(MISTAKES))
def test_a_mistake_is_named_with_file_line_and_nearest_word(
    what: str, text: str, line: int, parts: list[str], own: Writer
) -> None:
    path = own(text)

    with pytest.raises(LexiconError) as caught:
        read_lexicon_file(path)
    message = str(caught.value)

    assert message.startswith(f"{path}:{line}: "), what
    assert "\n" not in message
    for part in parts:
        assert part in message


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml: cannot be read"):
        load_lexicon([tmp_path / "nowhere.toml"])


def test_a_file_in_another_encoding_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes('[[tool]]\nkind = "crm"\nnames = ["Café"]\n'.encode("latin-1"))

    with pytest.raises(LexiconError, match="not UTF-8"):
        load_lexicon([path])


def test_own_verbs_are_added_and_override(own: Writer) -> None:
    path = own(
        """
        [verbs]
        inlay = { forms = "inlays inlaid inlaid inlaying", act = "make", strength = "strong", family = "manual" }
        answer = { forms = "answers answered answered answering", act = "result", strength = "weak", family = "sales" }
        """
    )
    before, after = load_lexicon(), load_lexicon([path])

    assert after.forms_of("inlaid")[0] == ("inlay", Form.PAST)
    assert (before.verbs["answer"].act, after.verbs["answer"].act) == (Act.ROUTINE, Act.RESULT)
    assert after.verbs["answer"].strength is Strength.WEAK
    assert len(after.verbs) == len(before.verbs) + 1


def test_own_openers_are_added_and_override(own: Writer) -> None:
    path = own(
        """
        [[opener]]
        phrase = "responsible for"
        kind = "fixed"
        severity = "info"
        advice = "Mine."

        [[opener]]
        phrase = "man on the spot for"
        kind = "fixed"
        severity = "error"
        advice = "Whose?"
        """
    )
    before, after = load_lexicon(), load_lexicon([path])
    entries = {entry.phrase: entry for entry in after.openers}

    assert entries["responsible for"].advice == "Mine."
    assert "man on the spot for" in entries
    assert len(after.openers) == len(before.openers) + 1


def test_own_kpis_join_every_field_and_a_field_of_ones_own_is_added(tmp_path: Path) -> None:
    kpi = KPI.replace('id = "x"', 'id = "smiles"')
    everywhere, pack = tmp_path / "kpi.toml", tmp_path / "floristry.toml"
    everywhere.write_text(kpi, encoding="utf-8")
    pack.write_text('[field]\nid = "floristry"\nname = "floristry"\ndetect = ["florist"]\n' + KPI, encoding="utf-8")
    lexicon = load_lexicon([everywhere, pack])

    assert "smiles" in lexicon.field("customer-service").kpis
    assert "smiles" in lexicon.field("general").kpis
    assert "csat" in lexicon.field("customer-service").kpis
    assert set(lexicon.field("floristry").kpis) >= {"x"}
    assert "x" not in lexicon.field("customer-service").kpis


def test_a_shipped_field_can_be_extended(own: Writer) -> None:
    path = own('[field]\nid = "customer-service"\nname = "support"\ndetect = ["desk"]\n' + KPI)
    pack = load_lexicon([path]).field("customer-service")

    assert pack.about.name == "support"
    assert {"x", "csat"} <= set(pack.kpis)


def test_an_unknown_field_names_the_nearest(lexicon: Lexicon) -> None:
    with pytest.raises(ConfigError, match="did you mean “customer-service”"):
        lexicon.field("custmer-service")
