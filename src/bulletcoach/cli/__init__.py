"""The command line: typer only, one file a command. Heavy imports stand inside the commands.

`app`       the commands together, and `--version`
`check`     `bulletcoach check`, with its `options`, which others share, and its `outcome` (exit code, complaints)
`rewrite`   `bulletcoach rewrite`
`star`      `bulletcoach star`
`coach`     `bulletcoach coach`, and the `keyboard` that replies are typed on
`rule`      `bulletcoach rule`
`lexicon`   `bulletcoach lexicon lookup` and `validate`
`schema`    `bulletcoach schema`
`ending`    how a command ends when something is in its way
"""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line."""
    try:
        from bulletcoach.cli.app import app

        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
