"""Tables of bullets as test parameters: each case is called by its bullet, and a known gap says why it is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


class Gap(tuple[Any, ...]):
    """A row that should hold and does not yet: its test fails once it does, so that the row joins the others."""

    reason: str


def gap(reason: str, *row: Any) -> Gap:
    marked = Gap(row)
    marked.reason = reason
    return marked


def cases(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
    """The rows as parameters; the first value of each, the bullet, is its id."""
    return [_case(row) for row in rows]


def _case(row: tuple[Any, ...]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row.reason)] if isinstance(row, Gap) else []
    return pytest.param(*row, id=str(row[0]), marks=marks)
