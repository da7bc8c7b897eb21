"""A folder of its own for a test of inputs."""

from __future__ import annotations

from pathlib import Path

import pytest
from input_trees import Tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)
