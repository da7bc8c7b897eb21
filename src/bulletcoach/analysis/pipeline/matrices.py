"""Matrix products for the model, by numpy's own library of them where that is OpenBLAS.

Half of a parse is matrix products. On an AMD EPYC with AVX-512, BLIS, the library that spaCy brings for them, makes 34
GFLOP/s and OpenBLAS, which comes with numpy, 98; with OpenBLAS's kernels for Haswell, which has no AVX-512, a parse
still takes three quarters of the time. thinc offers to use it (`NumpyOps(use_blis=False)`), but then a row's last bits
may depend on how many rows are multiplied with it, and it takes all processors for products that are hardly worth one.
So here products are made in blocks that all have as many rows, by one thread: what a bullet's parse says cannot depend
on its neighbours.

A last bit may still be another one than BLIS gives. Tags and trees are decided by much larger differences; the tests
compare them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import numpy as np
from thinc.api import NumpyOps, get_current_ops, set_current_ops
from threadpoolctl import ThreadpoolController

# Rows of a block, one for each token. OpenBLAS multiplies 8 to 48 rows at once, as the processor can, and this is a
# multiple of each, so that it treats all rows of a block alike. Larger blocks are a tenth quicker in long résumés; a
# single bullet fills a tenth of one, and is multiplied with zeros for the rest.
ROWS = 192
_LIBRARY = "openblas"
# How many threads a product may take is a setting of the whole process: who holds this sets it and sets it back.
_ONE_AT_A_TIME = Lock()


class BlockOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations on arrays, with products made in blocks of `ROWS` rows by one thread."""

    def __init__(self, threads: ThreadpoolController) -> None:
        super().__init__()
        self._threads = threads

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices of float32, each transposed if so asked, in `out` if that is given."""
        rows, columns = (x.T if trans1 else x), (y.T if trans2 else y)
        if out is None:
            out = np.empty((rows.shape[0], columns.shape[1]), dtype=np.float32)
        whole = len(rows) - len(rows) % ROWS
        with _ONE_AT_A_TIME, self._threads.limit(limits=1, user_api="blas"):
            for start in range(0, whole, ROWS):
                np.dot(rows[start : start + ROWS], columns, out=out[start : start + ROWS])
            if whole < len(rows):
                filled = np.zeros((ROWS, rows.shape[1]), dtype=np.float32)
                filled[: len(rows) - whole] = rows[whole:]
                out[whole:] = np.dot(filled, columns)[: len(rows) - whole]
        return out


@contextmanager
def quick_products() -> Iterator[None]:
    """What is loaded meanwhile multiplies by OpenBLAS, if numpy does; in all other cases as thinc chooses."""
    threads = ThreadpoolController().select(internal_api=_LIBRARY)
    if not len(threads) or _LIBRARY not in _name_of_numpy_s_library():
        yield
        return
    before = get_current_ops()
    set_current_ops(BlockOps(threads))
    try:
        yield
    finally:
        set_current_ops(before)


def _name_of_numpy_s_library() -> str:
    config = np.show_config(mode="dicts") or {}
    return str(config.get("Build Dependencies", {}).get("blas", {}).get("name", ""))
