"""`bulletcoach schema`: the JSON Schema of the JSON reports."""

from __future__ import annotations

import sys

from bulletcoach.cli.ending import tidy_ending
from bulletcoach.cli.streams import in_utf8


def schema() -> None:
    """Print the JSON Schema (2020-12) of what `check --format json` prints.

    A line of `--format json-lines` is a `$defs/line` of it.
    """
    from importlib.resources import files

    with tidy_ending():
        in_utf8()
        sys.stdout.write(files("bulletcoach").joinpath("schema.json").read_text(encoding="utf-8"))
