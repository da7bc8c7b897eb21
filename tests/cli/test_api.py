"""The public API, as a script would use it."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import bulletcoach
from benchmarks.corpus import bullets
from bulletcoach import Checker, ConfigError, InputError, ModelError, Severity, Verdict
from bulletcoach.analysis import analyser
from bulletcoach.analysis.analyser import Analyser
from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.inputs import InputProblem
from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.model.document import Source
from bulletcoach.model.facts import Facts
from bulletcoach.model.result import FileResult
from bulletcoach.panel import PARSE_LIMIT

TEXT = "- Responsible for the returns desk\n- Cut refund errors by 40% by rewriting the returns checklist\n"


def test_check_text() -> None:
    result = bulletcoach.check_text(TEXT, filename="draft")
    assert result.path == "draft"
    assert [bullet.judgement.verdict for bullet in result.bullets] == [Verdict.DUTY, Verdict.ACHIEVEMENT]
    assert [finding.code for finding in result.findings if finding.severity is Severity.ERROR] == ["BC101"]


def test_check_file(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "bulletcoach.toml").write_text("broken", encoding="utf-8")  # no configuration file is read
    assert bulletcoach.check_file(path, select=["duty-opener"]).findings[0].code == "BC101"


def test_what_goes_wrong_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: cannot be read"):
        bulletcoach.check_file(tmp_path / "gone.txt")
    with pytest.raises(ConfigError, match="unknown rule “BC1x”"):
        Checker(select=["BC1x"])
    with pytest.raises(ConfigError, match="unknown profile"):
        Checker(profile="public")
    with pytest.raises(ConfigError, match="did you mean “customer-service”"):
        bulletcoach.check_text(TEXT, field="customer-servise")

    def missing() -> None:
        raise ModelError("no model")

    monkeypatch.setattr(analyser, "load_model", missing)
    with pytest.raises(ModelError):
        bulletcoach.check_text(TEXT)


def test_every_public_name_is_there() -> None:
    assert {name for name in bulletcoach.__all__ if getattr(bulletcoach, name) is None} == set()
    assert dir(bulletcoach) == sorted(bulletcoach.__all__)
    with pytest.raises(AttributeError, match="no attribute “gone”"):
        bulletcoach.gone  # noqa: B018


def test_a_text_is_analysed_once_a_run_and_results_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: list[str] = []
    real = Analyser.analyse

    def counting(self: Analyser, texts: Iterable[str]) -> Iterator[Facts]:
        texts = list(texts)
        analysed.extend(texts)
        return real(self, texts)

    monkeypatch.setattr(Analyser, "analyse", counting)
    sources: list[Source | InputProblem] = [
        Source(f"{number}.txt", b"", f"- Led team {number % 3}\n- Ran the desk\n") for number in range(12)
    ]
    sources.insert(5, InputProblem("gone", "gone: no such file"))
    engine = Engine(load_lexicon())
    results = [*engine.check(sources[:7], Settings()), *engine.check(sources[7:], Settings())]
    assert [result.path for result in results] == [source.path for source in sources]
    assert sorted(analysed) == ["Led team 0", "Led team 1", "Led team 2", "Ran the desk"]
    assert [bullet.number for bullet in results[0].bullets] == [0, 1]


def test_the_version_is_the_same_in_the_code_and_in_the_metadata() -> None:
    metadata = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert metadata["project"].get("version", bulletcoach.__version__) == bulletcoach.__version__


def test_the_limit_is_the_analysers() -> None:
    assert PARSE_LIMIT == analyser.LONGEST


def test_threads_that_share_a_checker_wait_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["".join(f"- {bullet}\n" for bullet in bullets(8, seed=number)) for number in range(6)]
    expected = [Checker(field="general").check_text(text) for text in texts]
    check_one, inside, most = Engine.check_one, 0, 0

    def noted(engine: Engine, source: Source, settings: Settings) -> FileResult:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.01)
        result = check_one(engine, source, settings)
        inside -= 1
        return result

    monkeypatch.setattr(Engine, "check_one", noted)
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(Checker(field="general").check_text, texts)) == expected
    assert most == 1
