"""Inputs: what the paths on the command line stand for, and the bytes behind each.

given.py       what can be read: a file, or standard input; and a problem in its place
finding.py     the inputs that paths stand for
searching.py   the résumés in a folder: by the names of files (names.py, endings.py), by what they hold (contents.py),
               without what ignore files name (ignoring.py, patterns.py), the settings exclude (excluding.py), copies
               of others (copies.py) and parts of others (parts.py)
skipped.py     what was skipped, and how that is told
reading.py     the bytes and the text of an input, up to a size (sizes.py)
"""

from bulletcoach.inputs.finding import find_inputs
from bulletcoach.inputs.given import STDIN, Input, InputProblem
from bulletcoach.inputs.parts import without_parts
from bulletcoach.inputs.reading import read_input
from bulletcoach.inputs.sizes import DEFAULT_MAX_SIZE, parse_size

__all__ = [
    "DEFAULT_MAX_SIZE",
    "STDIN",
    "Input",
    "InputProblem",
    "find_inputs",
    "parse_size",
    "read_input",
    "without_parts",
]
