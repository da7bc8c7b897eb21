"""From a bullet's text to its Facts. The only place that imports spaCy, and only when an Analyser is made.

`analyser`    the order of the steps
`segments`    what is parsed, and the subject that is put back
`parsing`     spaCy's parse as plain data
`openers`     stock phrases at the head
`verbs`       head verb and coordinated verbs
`clauses`     problem, task, action, method, result, and what only looks like a result
`objects`     what the verbs act on
`numerals`    numbers as written;  `quantities`  numbers in their grammar
`marks`       wording
`model`       the language model, found and loaded;  `spacy_import`, `resting_collector`  so that this is quick
`pipeline`    parts of the model that are quicker than spaCy's own;  `familiar`  words that are split once
`model_files` whether its files are those that were tested
`cached`      facts of earlier runs;  `ingredients`  what they depend on

Importing the package loads none of its parts: who has all facts from earlier runs needs no analyser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bulletcoach.analysis.analyser import LONGEST, Analyser

__all__ = ["LONGEST", "Analyser"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from bulletcoach.analysis import analyser

        return getattr(analyser, name)
    raise AttributeError(f"module “{__name__}” has no attribute “{name}”")
