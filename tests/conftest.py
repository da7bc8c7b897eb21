"""The lexicon, the language model and the judge's bench, each made once for all tests that ask for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from bulletcoach.analysis import Analyser
from bulletcoach.judging import Bench
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.model.facts import Facts
from bulletcoach.model.judgement import Judgement


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of the tests' own, also for the processes that they start: nobody's real one is read or changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BULLETCOACH_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("BULLETCOACH_NO_CACHE", raising=False)
        yield


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The shipped lexicons, nobody's own words among them."""
    return load_lexicon()


@pytest.fixture(scope="session")
def analyser(lexicon: Lexicon) -> Analyser:
    return Analyser(lexicon)


@pytest.fixture(scope="session")
def bench(lexicon: Lexicon) -> Bench:
    """The bench of customer service, the deepest field."""
    return Bench(lexicon.field("customer-service"), lexicon)


@pytest.fixture(scope="session")
def facts_of(analyser: Analyser) -> Callable[[str], Facts]:
    """`facts_of("Led a team of 9")`: what the analysis finds in one bullet, which is read once only."""

    @cache
    def read(text: str) -> Facts:
        return next(analyser.analyse([text]))

    return read


@pytest.fixture(scope="session")
def judgement_of(facts_of: Callable[[str], Facts], bench: Bench) -> Callable[[str], Judgement]:
    """`judgement_of("Led a team of 9")`: the judgement of customer service on one bullet."""

    @cache
    def judge(text: str) -> Judgement:
        return bench.judge(facts_of(text))

    return judge


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the tables that tests have recorded as properties, also those of other processes."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    for name, table in (each for report in reports for each in getattr(report, "user_properties", ())):
        if name.startswith("table: "):
            terminalreporter.section(name.removeprefix("table: "))
            terminalreporter.write_line(str(table))
