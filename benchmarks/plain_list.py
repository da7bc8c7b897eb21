"""What a plain list of phrases makes of the labelled bullets in tests/gold, beside bulletcoach.

The list is a generous one: every stock opener of lexicons/openers.toml, and every verb that the lexicon calls weak. It
does what such tools do: a listed opening is a duty, else any digit is an achievement, else the bullet is neither. Run
it in a checkout with the package installed: `python benchmarks/plain_list.py`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from bulletcoach.analysis import Analyser
from bulletcoach.judging import Bench
from bulletcoach.lexicon.lexicon import Lexicon, load_lexicon
from bulletcoach.model.facts import Strength

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold" / "bullets.jsonl"


def main() -> None:
    lexicon = load_lexicon()
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    texts = [row["text"] for row in rows]
    labels = [row["verdict"] for row in rows]
    bench = Bench(lexicon.field("customer-service"), lexicon)
    judged = [bench.judge(facts).verdict.value for facts in Analyser(lexicon).analyse(texts)]
    print(f"{len(rows)} bullets                  a plain list   bulletcoach")
    by_list, by_coach = _figures(labels, _by_list(texts, lexicon)), _figures(labels, judged)
    for name, listed, coached in zip(_NAMES, by_list, by_coach, strict=True):
        print(f"{name:30} {listed:>9.0%} {coached:>13.0%}")


_NAMES = (
    "verdicts right",
    "duties found",
    "of those it calls duties, are",
    "achievements called duties",
    "achievements found",
)


def _by_list(texts: list[str], lexicon: Lexicon) -> list[str]:
    openers = [phrase for entry in lexicon.openers for phrase in (entry.phrase, *entry.also)]
    weak = [
        form for form, readings in lexicon.verb_forms.items() if lexicon.verbs[readings[0][0]].strength is Strength.WEAK
    ]
    listed = re.compile(
        rf"(?:{'|'.join(map(re.escape, sorted((*openers, *weak), key=len, reverse=True)))})\b", re.IGNORECASE
    )
    return ["duty" if listed.match(text) else "achievement" if re.search(r"\d", text) else "action" for text in texts]


def _figures(labels: list[str], verdicts: list[str]) -> list[float]:
    pairs = list(zip(labels, verdicts, strict=True))
    duties = [pair for pair in pairs if pair[0] == "duty"]
    called = [pair for pair in pairs if pair[1] == "duty"]
    won = [pair for pair in pairs if pair[0] == "achievement"]
    return [
        sum(label == verdict for label, verdict in pairs) / len(pairs),
        sum(verdict == "duty" for _, verdict in duties) / len(duties),
        sum(label == "duty" for label, _ in called) / len(called),
        sum(verdict == "duty" for _, verdict in won) / len(won),
        sum(verdict == "achievement" for _, verdict in won) / len(won),
    ]


if __name__ == "__main__":
    main()
