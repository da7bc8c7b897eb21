"""Statistics: how often each rule was broken, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bulletcoach.report.concise import shown
from bulletcoach.report.page import Page
from bulletcoach.run import Checked


def write(checked: Iterable[Checked], page: Page) -> None:
    """Write one line a rule, the most frequent first: count, code, slug."""
    rules = Counter((found.code, found.name) for one in checked for found in shown(one))
    width = len(str(max(rules.values(), default=0)))
    for (code, name), count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        page.line(f"{count:>{width}}  {code} {name}")
