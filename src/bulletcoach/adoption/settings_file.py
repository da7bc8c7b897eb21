"""The text of a configuration file that explains every setting: each stands there as a comment, ready to be used."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from bulletcoach.config.files import NAMES
from bulletcoach.config.options import Key, LatexOptions, Options, keys_of

FILE = NAMES[0]
# Hidden, so that it is not taken for data of a résumé in a folder that is called “cv”.
BASELINE = ".bulletcoach-baseline.json"
_WIDTH = 118
# What is shown of settings whose default is to have none. Tables stand in one line, as others do, so that each can be
# switched on without the lines round it.
_EXAMPLES = {
    "extend": '"../bulletcoach.toml"',
    "level": '"warning"',
    "role-level": '"lead"',
    "baseline": f'"{BASELINE}"',
    "severity": '{ BC101 = "warning", no-number = "info" }',
    "per-file-ignores": '{ "drafts/*" = ["BC5"] }',
    "rules": "{ too-long = { words = 35 } }",
    "latex.root": '"main.tex"',
    "suppress": '[{ rules = ["BC102"], text = "Answered calls in …", reason = "the trade expects it" }]',
}


def settings_text(*, with_baseline: bool = False) -> str:
    """A configuration file with everything at its default, but for the baseline where there is one."""
    paragraphs = ["# The settings of bulletcoach. Take the “#” away in front of those that are to be others.\n"]
    paragraphs += (_paragraph(name, key, is_on=with_baseline and name == "baseline") for name, key in _keys())
    return "\n".join(paragraphs)


def _keys() -> Iterator[tuple[str, Key]]:
    """Every key as it stands in a line of its own, with what is known of it."""
    for key in keys_of(Options):
        if key.name == "latex":
            yield from ((f"latex.{inner.name}", inner) for inner in keys_of(LatexOptions))
        else:
            yield key.name, key


def _paragraph(name: str, key: Key, *, is_on: bool) -> str:
    told = " ".join(filter(None, (key.about, _choices(key.default), f"Unless set: {key.unset}." if key.unset else "")))
    about = textwrap.wrap(told, _WIDTH, initial_indent="# ", subsequent_indent="# ")
    value = _EXAMPLES[name] if name in _EXAMPLES else _toml(key.default)
    return "".join(f"{line}\n" for line in (*about, f"{'' if is_on else '#'}{name} = {value}"))


def _choices(default: Any) -> str:
    return f"One of {', '.join(type(default))}." if isinstance(default, StrEnum) else ""


def _toml(value: Any) -> str:
    """A value as TOML has it. Of texts and lists of them, JSON says the same."""
    return json.dumps(value, ensure_ascii=False)
