"""Draws docs/terminal.svg: what `bulletcoach check` prints about a few lines of examples/duties.txt.

Run it in a checkout with the package installed: `python docs/terminal_picture.py`.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
COMMAND = "bulletcoach check resume.txt"
WIDTH = 96

# rich's own frame without its web fonts: the picture must not load anything from anywhere.
FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
  line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g>
</g>
</svg>
"""


def main() -> None:
    resume = "\n".join(
        [
            "EXPERIENCE",
            "",
            "Customer Support Representative, Larkfield Broadband",
            "March 2021 - May 2024",
            "- Responsible for answering inbound calls about billing and outages",
            "- Handled escalations, ensuring customer satisfaction",
            "- Answered 70 calls a day",
            "- Wrote the outage checklist the whole desk uses, cutting repeat calls from 18% to 11%",
        ]
    )
    command = [sys.executable, "-m", "bulletcoach", "check", "-", "--stdin-filename", "resume.txt"]
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    done = subprocess.run(
        command, input=resume, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {COMMAND}", style="bold"))
    console.print(Text.from_ansi(done.stdout), end="")
    picture = console.export_svg(title=COMMAND, theme=MONOKAI, code_format=FRAME)
    (ROOT / "docs" / "terminal.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
