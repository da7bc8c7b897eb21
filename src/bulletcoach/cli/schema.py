"""`bulletcoach schema`: the JSON Schema of the JSON report."""

from __future__ import annotations

import sys

from bulletcoach.cli.ending import tidy_ending


def schema() -> None:
    """Print the JSON Schema (2020-12) of what `check --format json` prints."""
    from importlib.resources import files

    with tidy_ending():
        sys.stdout.write(files("bulletcoach").joinpath("schema.json").read_text(encoding="utf-8"))
