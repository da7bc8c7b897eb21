"""From Facts to Judgement: what is a metric, which KPI it measures, what the story is, and the verdict.

`judge`    the order of the steps
`metrics`  outcome or scope
`kpi`      which KPI a number measures
`typos`    what a word was probably meant to be, where that helps to judge
`story`    problem, task, action, method, result
`acts`     whose act it was, and whether a finished thing or the daily round
`wins`     outcomes that anyone can check without a number
`verdict`  duty, action or achievement, with the reason in words
`field`    which field a résumé belongs to, and which rung its roles stand on
"""

from bulletcoach.judging.field import FieldDetector, FieldFinder, RoleFinder, role_level
from bulletcoach.judging.judge import Bench

__all__ = ["Bench", "FieldDetector", "FieldFinder", "RoleFinder", "role_level"]
