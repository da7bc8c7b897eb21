"""Makes docs/reference.md and docs/bulletcoach.1 from the program itself: every command, every setting, every rule.

Run it in a checkout with the package installed: `python docs/make_reference.py`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer.main

from bulletcoach.cli.app import app
from bulletcoach.config.options import Key, LatexOptions, Options, Suppress, keys_of
from bulletcoach.report.markdown_text import escaped
from bulletcoach.report.rules import says_the_same
from bulletcoach.rules import RULES, Rule
from bulletcoach.rules.options import options_of

DOCS = Path(__file__).resolve().parent
NAME = "bulletcoach"
FAMILIES = {
    "BC1": "duty language", "BC2": "verbs", "BC3": "metrics", "BC4": "story", "BC5": "wording",
    "BC6": "entry and résumé", "BC9": "the checks themselves",
}  # fmt: skip


def main() -> None:
    """Write both files."""
    for file, text in (("reference.md", reference()), (f"{NAME}.1", manual())):
        (DOCS / file).write_text(text, encoding="utf-8", newline="\n")


def reference() -> str:
    """The reference in Markdown."""
    return "\n".join((*_head(), *_commands(), *_settings(), *_rules())) + "\n"


def _head() -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield "Made by `docs/make_reference.py` from the program itself; do not edit it."
    yield ""
    yield "- [Commands](#commands)"
    yield "- [Settings](#settings)"
    yield f"- [Rules](#rules): {', '.join(f'{family} {about}' for family, about in FAMILIES.items())}"
    yield ""


def _commands() -> Iterator[str]:
    yield "## Commands"
    yield ""
    for context in contexts():
        yield f"### {context.command_path}"
        yield ""
        yield "```text"
        yield context.get_help()
        yield "```"
        yield ""


def contexts() -> Iterator[Any]:
    """The context of every command, the program itself first, for pages of 80 columns."""
    os.environ["COLUMNS"] = "80"
    yield from _under(typer.main.get_command(app).make_context(NAME, [], resilient_parsing=True))


def _under(context: Any) -> Iterator[Any]:
    yield context
    for name, command in getattr(context.command, "commands", {}).items():
        if not command.hidden:
            yield from _under(command.make_context(name, [], parent=context, resilient_parsing=True))


def _settings() -> Iterator[str]:
    yield "## Settings"
    yield ""
    yield "In `bulletcoach.toml`, `.bulletcoach.toml`, or under `[tool.bulletcoach]` in `pyproject.toml`: the nearest"
    yield "file holds for a résumé. What is given on the command line comes first."
    yield ""
    for key in keys_of(Options):
        yield from _setting(key)
    for title, table in (("[latex]", LatexOptions), ("[[suppress]]", Suppress)):
        yield ""
        yield f"In `{title}`:"
        yield ""
        for key in keys_of(table):
            yield from _setting(key)
    yield ""


def _setting(key: Key) -> Iterator[str]:
    holds = key.unset or (f"`{_toml(key.default)}`" if key.default not in (None, (), {}) else "")
    yield f"- `{key.name}`: {escaped(key.about)}{f' Default: {holds}.' if holds else ''}"


def _toml(value: object) -> str:
    if isinstance(value, Enum):
        return json.dumps(value.value)
    return json.dumps(value, ensure_ascii=False)


def _rules() -> Iterator[str]:
    yield "## Rules"
    yield ""
    yield "Those of severity info are shown by `--level info`. To silence one on a bullet, see"
    yield '[suppressions](suppressions.md); everywhere, `ignore = ["BC101"]` in the settings does, or `--ignore BC101`.'
    for family, about in FAMILIES.items():
        yield ""
        yield f"### {family}: {about}"
        for rule in RULES:
            if rule.code.startswith(family):
                yield ""
                yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"#### {rule.code} {rule.name}"
    yield ""
    yield f"Severity {rule.severity}.{'' if says_the_same(rule) else f' Flags {escaped(rule.summary)}.'}"
    for paragraph in rule.explanation.split("\n\n"):
        yield ""
        yield escaped(" ".join(paragraph.split()))
    yield ""
    for label, examples in (("Instead of", rule.bad), ("Better", rule.good)):
        for example in examples:
            yield f"- {label}: {' / '.join(escaped(line) for line in example.splitlines())}"
    for option in options_of(rule):
        yield f"- Option in `[rules.{rule.name}]`: `{option.name} = {option.default}`: {escaped(option.about)}"
    for label, text in (("Exceptions", rule.unless), ("Source", rule.source)):
        if text:
            yield f"- {label}: {escaped(' '.join(text.split()))}"


def manual() -> str:
    """The manual page, in the macros of man(7)."""
    program, *commands = contexts()
    lines = [
        f'.\\" Made by docs/make_reference.py; do not edit it.\n.TH {NAME.upper()} 1 "" "{NAME}" "User Commands"',
        f".SH NAME\n{NAME} \\- an offline coach for the bullets of {_roff('résumés')}",
        f".SH SYNOPSIS\n.B {NAME}\nCOMMAND [OPTIONS] [ARGUMENTS]",
        ".SH DESCRIPTION",
        *_roff_text(program.command.help),
        ".SH COMMANDS",
    ]
    for context in commands:
        usage = " ".join(context.command.collect_usage_pieces(context))
        lines += [f".SS {_roff(context.command_path)} {_roff(usage)}", *_roff_text(context.command.help)]
        for parameter in context.command.get_params(context):
            if (record := parameter.get_help_record(context)) and "--help" not in parameter.opts:
                lines += [".TP", f".B {_roff(record[0])}", _roff(record[1].removesuffix("[required]").rstrip())]
    files = "bulletcoach.toml, .bulletcoach.toml, pyproject.toml"
    lines += [".SH FILES", _roff(f"{files}: settings; “{NAME} config show” shows those that hold.")]
    lines += [".SH SEE ALSO", _roff(f"“{NAME} rule CODE” explains a rule; “{NAME} doctor” looks whether all works.")]
    return "\n".join(lines) + "\n"


def _roff_text(text: str | None) -> Iterator[str]:
    """Paragraphs; what begins with a backspace character stays as it is set."""
    for paragraph in re.split(r"\n\s*\n", (text or "").strip()):
        is_set = paragraph.startswith("\b")
        yield ".PP"
        yield from (".nf",) if is_set else ()
        yield from (_roff(line) for line in paragraph.removeprefix("\b").strip("\n").split("\n"))
        yield from (".fi",) if is_set else ()


def _roff(text: str) -> str:
    """A line of text in ASCII: nothing in it is a command, and its hyphens can be copied."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    safe = "".join(each if each.isascii() else f"\\[u{ord(each):04X}]" for each in safe)
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe


if __name__ == "__main__":
    main()
