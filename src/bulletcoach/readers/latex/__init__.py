"""The LaTeX reader, for .tex files.

It knows the usual templates by their commands (lexicons/latex.toml), and understands those that a file defines
itself by their definitions. Nothing is expanded, executed or written; other files are read only inside the résumé's
own folder.

`tokens`       the source as tokens
`arguments`    what stands in braces behind a command
`vocabulary`   what commands and environments are for
`definitions`  \\newcommand and its kin
`press`        what is printed, block by block
`walk`         from token to token, and from command to handler
`signs`        commands that print a sign, a gap, or nothing
`entries`      commands that head sections and name entries
`naming`       title, employer, place and dates from arguments
`bullets`      commands that make bullets
`scopes`       environments, lists, definitions, other files
`conditions`   which \\if and \\fi belong together
`switches`     what a file turns on and off
`handlers`     which of them deals with what
`project`      a document in several files
`parts`        one of these files, given by itself
`escapes`      the way back
"""

from __future__ import annotations

from bulletcoach.readers.latex.escapes import encode
from bulletcoach.readers.latex.parts import read

__all__ = ["encode", "read"]
