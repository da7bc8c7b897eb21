"""Honesty: the check that a rewrite says nothing which the writer did not say.

It knows nothing of how rewrites are made. It takes a finished one, part by part, beside the facts of its source, and
names every fault; a rewrite with a fault is never shown. Three modules ask three questions:

    origins   does every part bear out the origin that it names?
    figures   are the numbers those of the source, with their signs and hedges?
    acts      is what is told as the writer's act his own, done, and shared with whom it was shared?
"""

from __future__ import annotations

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Facts
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.rewriting.edges import Edges
from bulletcoach.rewriting.honesty.acts import ActCheck
from bulletcoach.rewriting.honesty.figures import FigureCheck
from bulletcoach.rewriting.honesty.origins import OriginCheck
from bulletcoach.rewriting.honesty.rendering import Rendering


class Honesty:
    """Checks rewrites against the facts of their source. Make one and keep it: it has indexes.

    `edges` are the lexicon's, if they are at hand.
    """

    def __init__(self, lexicon: Lexicon, edges: Edges | None = None) -> None:
        self._checks = (OriginCheck(lexicon, edges or Edges(lexicon)), FigureCheck(lexicon), ActCheck(lexicon))

    def faults(self, rewrite: Rewrite, facts: Facts) -> list[str]:
        """What is dishonest in a rewrite, one sentence each; nothing where it is honest."""
        rendering = Rendering.of(rewrite, facts)
        return [fault for check in self._checks for fault in check.faults(rendering)]


__all__ = ["Honesty"]
