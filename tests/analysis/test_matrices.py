"""Products made in blocks are products, and a row's does not depend on what is multiplied with it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.analysis.model import load_model

MODEL = load_model()  # before numpy and thinc are imported by anything else
# Inputs and outputs of the model's layers: embedding, window, tags, the parser's two.
SHAPES = [(576, 288), (288, 288), (96, 50), (96, 64), (64, 1_024)]


def _ops() -> Any:
    from threadpoolctl import ThreadpoolController

    from bulletcoach.analysis.pipeline.matrices import BlockOps

    return BlockOps(ThreadpoolController())


def _random(seed: int, *shape: int) -> Any:
    import numpy as np

    return np.random.default_rng(seed).standard_normal(shape, dtype=np.float32)


@pytest.mark.parametrize("rows", [0, 1, 17, 191, 192, 193, 700])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_product(rows: int, shape: tuple[int, int]) -> None:
    import numpy as np

    inputs, outputs = shape
    left, weights = _random(1, rows, inputs), _random(2, outputs, inputs)
    exact = left.astype("float64") @ weights.T.astype("float64")
    out = np.full((rows + 1, outputs), 7, dtype=np.float32)
    products = [
        _ops().gemm(left, weights, trans2=True),
        _ops().gemm(left.T.copy(), weights, trans1=True, trans2=True),
        _ops().gemm(left, weights.T),
        _ops().gemm(left, weights, trans2=True, out=out[1:]),
    ]
    for product in products:
        assert product.dtype == np.float32
        np.testing.assert_allclose(product, exact, rtol=1e-3, atol=1e-3)
    assert (out[0] == 7).all()


@given(st.integers(0, 2**32), st.integers(1, 400), st.sampled_from(SHAPES))
def test_a_row_s_product_does_not_depend_on_the_others(seed: int, rows: int, shape: tuple[int, int]) -> None:
    import numpy as np

    inputs, outputs = shape
    left, weights = _random(seed, rows, inputs), _random(2, outputs, inputs)
    order = np.random.default_rng(seed).permutation(rows)
    together = _ops().gemm(left, weights, trans2=True)
    assert (_ops().gemm(left[order], weights, trans2=True) == together[order]).all()
    row = seed % rows
    assert (_ops().gemm(left[row : row + 1], weights, trans2=True) == together[row]).all()


def test_numpy_s_threads_are_as_they_were() -> None:
    from threadpoolctl import threadpool_info, threadpool_limits

    with threadpool_limits(3, user_api="blas"):
        before = threadpool_info()
        _ops().gemm(_random(1, 300, 288), _random(2, 288, 288), trans2=True)
        assert threadpool_info() == before


def test_one_product_at_a_time_sets_how_many_threads_there_are() -> None:
    from bulletcoach.analysis.pipeline.matrices import BlockOps

    inside = most = 0

    class Threads:
        @contextmanager
        def limit(self, **_: object) -> Iterator[None]:
            nonlocal inside, most
            inside += 1
            most = max(most, inside)
            time.sleep(0.01)
            yield
            inside -= 1

    left, weights = _random(1, 20, 96), _random(2, 50, 96)
    ops = [BlockOps(Threads()) for _ in range(4)]
    with ThreadPoolExecutor(4) as threads:
        products = list(threads.map(lambda each: each.gemm(left, weights, trans2=True), ops))
    assert most == 1
    assert all((product == products[0]).all() for product in products)


def test_the_model_has_them_and_nobody_else() -> None:
    from thinc.api import get_current_ops

    from bulletcoach.analysis.pipeline.matrices import BlockOps

    has_openblas = "openblas" in str(_config())
    layers = MODEL.get_pipe("tok2vec").model.walk()  # type: ignore[attr-defined]
    assert {isinstance(node.ops, BlockOps) for node in layers} == {has_openblas}
    assert not isinstance(get_current_ops(), BlockOps)


@pytest.mark.parametrize("name", ["accelerate", "mkl", ""])
def test_another_library_leaves_the_choice_to_thinc(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np
    from thinc.api import get_current_ops

    from bulletcoach.analysis.pipeline.matrices import quick_products

    config = {"Build Dependencies": {"blas": {"name": name}}} if name else None
    monkeypatch.setattr(np, "show_config", lambda **_: config)
    before = get_current_ops()
    with quick_products():
        assert get_current_ops() is before


def test_thinc_s_choice_comes_back_even_if_loading_fails() -> None:
    from thinc.api import get_current_ops

    from bulletcoach.analysis.pipeline.matrices import quick_products

    before = get_current_ops()
    with pytest.raises(OSError, match="gone"), quick_products():
        raise OSError("gone")
    assert get_current_ops() is before


def _config() -> object:
    import numpy as np

    return np.show_config(mode="dicts")["Build Dependencies"]["blas"]["name"]
