"""Settings that stand below a table by mistake: TOML takes them for a part of it, and the user is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletcoach.config.files import load_config
from bulletcoach.errors import ConfigError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[severity]\nBC1 = "info"\nbaseline = "known.json"\n', ":3: “baseline” stands below [severity]"),
        ('[per-file-ignores]\n"old/*" = ["BC5"]\nexclude = ["x"]\n', ":3: “exclude” stands below [per-file-ignores]"),
        ('[rules.too-long]\nwords = 30\nlevel = "info"\n', ":3: “level” stands below [rules.too-long]"),
        ('[rules]\nlevel = "info"\n', ":2: “level” stands below [rules]"),
        ('[latex]\nroot = "a.tex"\nignore = ["BC1"]\n', ":3: “ignore” stands below [latex]"),
        (
            '[[suppress]]\nrules = ["BC1"]\ntext = "One"\n\n[[suppress]]\nfield = "general"\n',
            ":6: “field” stands below [[suppress]]",
        ),
    ],
)
def test_a_setting_below_a_table(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "bulletcoach.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert said in str(caught.value)
    assert str(caught.value).endswith("and belongs to it; move it above the first table")


def test_in_a_pyproject_the_table_is_named_whole(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.bulletcoach.severity]\nBC1 = "info"\nignore = ["BC5"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r":3: “ignore” stands below \[tool.bulletcoach.severity\]"):
        load_config(file)


def test_what_a_table_has_of_its_own_stays(tmp_path: Path) -> None:
    file = tmp_path / "bulletcoach.toml"
    file.write_text('[[suppress]]\nrules = ["BC101"]\ntext = "Ran the desk"\n', encoding="utf-8")
    assert [one.options.suppress[0].text for one in load_config(file)] == ["Ran the desk"]
