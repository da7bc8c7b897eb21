"""Words that the tokenizer has seen are split in the same way, only sooner."""

from __future__ import annotations

from bulletcoach.analysis import familiar
from bulletcoach.analysis.familiar import FamiliarWords
from bulletcoach.analysis.model import load_model

MODEL = load_model()
SENTENCES = ["I don't  answer 40+ calls/day, (e.g. “chats”);", "", " ", "I re-wrote it\tall … don't"]


class Shown:
    """A model that notes what its tokenizer is shown."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def tokenizer(self, word: str) -> None:
        self.words.append(word)


def test_each_word_is_shown_once() -> None:
    model = Shown()
    words = FamiliarWords(model)  # type: ignore[arg-type]
    words.learn(["I sold 3 cars", "I sold"])
    words.learn(["I sold boats"])
    assert model.words == ["I", "sold", "3", "cars", "boats"]


def test_not_more_are_shown_than_are_kept() -> None:
    model = Shown()
    words = FamiliarWords(model)  # type: ignore[arg-type]
    words.learn([" ".join(map(str, range(familiar.MOST - 1)))])
    words.learn(["two more"])
    words.learn(["too late"])
    assert len(model.words) == familiar.MOST
    assert model.words[-1] == "two"


def test_sentences_are_split_as_before() -> None:
    plain = [[(token.text, token.idx, token.norm_) for token in MODEL.make_doc(sentence)] for sentence in SENTENCES]
    FamiliarWords(MODEL).learn(SENTENCES)
    with MODEL.memory_zone():
        again = [[(token.text, token.idx, token.norm_) for token in MODEL.make_doc(each)] for each in SENTENCES]
    assert again == plain
