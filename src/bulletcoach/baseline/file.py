"""The file of a baseline: JSON, one finding a line, sorted, so that its changes read well in a diff and merge."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bulletcoach.baseline.keys import Key
from bulletcoach.editing.files import put_file
from bulletcoach.errors import ConfigError
from bulletcoach.tomlfile import did_you_mean

VERSION = 1
_PARTS = ("file", "rule", "entry", "bullet")
_NEEDED = ("file", "rule")


def read_baseline(path: Path) -> list[Key]:
    """The findings in a baseline. Raises ConfigError that says what to do where there is none, or it is broken."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        how = f"bulletcoach check PATHS --write-baseline {path}"
        raise ConfigError(f"{path}: there is no such baseline; this makes one: {how}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: this is no baseline: not UTF-8") from None
    except (OSError, ValueError) as error:  # ValueError: no name of a file
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ConfigError(f"{path}: the baseline cannot be read: {reason}") from None
    return parse_baseline(text, path)


def parse_baseline(text: str, path: Path) -> list[Key]:
    """The findings in the text of a baseline. Raises ConfigError with its line where that is broken."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path}:{error.lineno}: this is no baseline: not valid JSON: {error.msg}") from None
    except RecursionError:
        raise ConfigError(f"{path}:1: this is no baseline: too deep") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list) or type(data.get("version")) is not int:
        raise ConfigError(f"{path}:1: this is no baseline: it should have a “version” and a list of “findings”")
    if data["version"] != VERSION:
        written = f"it was written for version {data['version']} of baselines; this bulletcoach knows version {VERSION}"
        raise ConfigError(f"{path}:{_line_of('version', text)}: {written}")
    for number, item in enumerate(data["findings"]):
        if complaint := _complaint(item):
            raise ConfigError(f"{path}:{_line_of_finding(number, text)}: {complaint}")
    return [Key(**{part: item.get(part, "") for part in _PARTS}) for item in data["findings"]]


def write_baseline(path: Path, keys: Iterable[Key]) -> None:
    """Write a baseline, in one step; of a link, the file that it leads to. Raises ConfigError where that cannot be."""
    try:
        put_file(path.resolve(), baseline_text(keys).encode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: the baseline cannot be written: {error.strerror or error}") from None


def baseline_text(keys: Iterable[Key]) -> str:
    """The text of a baseline: the same for the same findings, in whatever order they come."""
    lines = ",".join(f"\n    {_line(key)}" for key in sorted(keys))
    end = "\n  ]" if lines else "]"
    return f'{{\n  "version": {VERSION},\n  "findings": [{lines}{end}\n}}\n'


def check_writable(path: Path) -> None:
    """Raises ConfigError where a file stands at `path` that is no baseline: it is not written over."""
    if not path.exists():
        return
    try:
        if not path.is_file():  # reading a pipe would wait for ever
            raise ConfigError(f"{path}: this is no file")
        read_baseline(path)
    except ConfigError as error:
        raise ConfigError(f"{error}; it is not written over: name another file, or take it away first") from None


def _line(key: Key) -> str:
    parts = ((part, getattr(key, part)) for part in _PARTS)
    return "{" + ", ".join(f'"{part}": {_quoted(value)}' for part, value in parts if value) + "}"


def _quoted(text: str) -> str:
    """A string of JSON that people can read; what is invisible or no text stands as an escape."""
    quoted = json.dumps(text, ensure_ascii=False)
    if quoted.isprintable():
        return quoted
    return "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in quoted)


def _complaint(item: Any) -> str | None:
    """What is wrong with a finding as it stands in the file."""
    if not isinstance(item, dict):
        return "a finding must be an object"
    for key, value in item.items():
        if key not in _PARTS:
            return f"unknown key “{key}”{did_you_mean(key, _PARTS)}"
        if not isinstance(value, str):
            return f"“{key}” must be text"
    missing = [part for part in _NEEDED if not item.get(part)]
    return f"a finding needs its “{missing[0]}”" if missing else None


def _line_of(key: str, text: str) -> int:
    return text.count("\n", 0, max(0, text.find(f'"{key}"'))) + 1


def _line_of_finding(number: int, text: str) -> int:
    """The line at which a finding begins: the list is read again up to there."""
    decoder = json.JSONDecoder()
    at = text.index("[", text.index('"findings"')) + 1
    for _ in range(number):
        _, at = decoder.raw_decode(text, _at_value(text, at))
    return text.count("\n", 0, _at_value(text, at)) + 1


def _at_value(text: str, at: int) -> int:
    while text[at] in " \t\r\n,":
        at += 1
    return at
