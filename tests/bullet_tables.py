"""Tables of bullets as test parameters: each case is called by its bullet, and a known gap says why it is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest


@dataclass(frozen=True)
class Gap:
    """A row that should hold and does not yet: the test fails once it does, so that the row joins the others."""

    reason: str
    row: tuple[Any, ...]


def gap(reason: str, *row: Any) -> Gap:
    return Gap(reason, row)


def cases(rows: Iterable[tuple[Any, ...] | Gap]) -> list[Any]:
    """The rows as parameters; the first value of each, the bullet, is its id."""
    return [_case(row) for row in rows]


def _case(row: tuple[Any, ...] | Gap) -> Any:
    if isinstance(row, Gap):
        return pytest.param(*row.row, id=str(row.row[0]), marks=pytest.mark.xfail(strict=True, reason=row.reason))
    return pytest.param(*row, id=str(row[0]))
