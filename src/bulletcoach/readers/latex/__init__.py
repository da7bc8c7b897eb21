"""The LaTeX reader, for .tex files.

It knows the usual templates by their commands (lexicons/latex.toml), and understands those that a file defines itself
by their definitions. Nothing is expanded, executed or written; other files are read only inside the résumé's own folder.

`tokens`       the source as tokens
`arguments`    what stands in braces behind a command
`vocabulary`   what commands and environments are for
`definitions`  \\newcommand and its kin
`walk`         from tokens to blocks
`naming`       title, employer, place and dates from arguments
`files`        \\input: which files belong to a résumé
`escapes`      the way back
"""

from __future__ import annotations

from bulletcoach.readers.latex.escapes import encode
from bulletcoach.readers.latex.files import read

__all__ = ["encode", "read"]
