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
"""

from bulletcoach.analysis.analyser import LONGEST, Analyser

__all__ = ["LONGEST", "Analyser"]
