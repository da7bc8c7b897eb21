"""Rewriting: honest rewrites of judged bullets, as pure functions of their facts and the lexicons.

opening      whose act it is, and which word is its verb           nominals, hidden, further, passives, rows
edges        which verb may stand for it, and in which form        tense, inflection
trimming     what can go without loss
blanks       what only the writer knows                            spelling, capitals
minimal, strong, story    the kinds of rewrite, from a draft       draft, composing
honesty      the check that every rewrite must pass
filling      a rewrite with its blanks answered
"""

from bulletcoach.rewriting.filling import fill
from bulletcoach.rewriting.neighbours import rewritten
from bulletcoach.rewriting.rewriter import Rewriter
from bulletcoach.rewriting.spelling import Spelling, spelling_of

__all__ = ["Rewriter", "Spelling", "fill", "rewritten", "spelling_of"]
