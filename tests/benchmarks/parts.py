"""What parts of the matching are worth: the score with and without them, and behind boilerplate.

    python -m tests.benchmarks.parts

Prints two tables in Markdown. Nothing is fitted anew, so a part that the thresholds were fitted with
looks a little better than it is.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from bot.fuzzy import Speller, Verbatim
from bot.knowledge import Catalog, load_catalog
from bot.matching import Decision, Match, Matcher
from bot.training import Question, read_questions, run, score

BANK = Path(__file__).parents[1] / "questions"
WITHOUT: dict[str, tuple[type, str] | None] = {
    "everything": None,
    "no slips corrected": (Speller, "correct"),
    "no repeated text recognized": (Verbatim, "find"),
}


def main() -> None:
    """Print both tables."""
    catalog = load_catalog()
    for line in (*parts(catalog), "", *around(catalog)):
        sys.stdout.write(f"{line}\n")


def parts(catalog: Catalog) -> Iterator[str]:
    """Yield the score on the check half, and on all questions with slips, without each part."""
    check = read_questions(BANK / "check.jsonl", catalog)
    slips = [q for q in every_question(catalog) if q.kind == "typo"]
    yield f"| with | check half ({len(check)}) | questions with slips ({len(slips)}) |"
    yield "| --- | --- | --- |"
    for name, part in WITHOUT.items():
        if part is None:
            measured = [overall(catalog, questions) for questions in (check, slips)]
        else:
            with patch.object(part[0], part[1], lambda *_: None):
                measured = [overall(catalog, questions) for questions in (check, slips)]
        yield f"| {name} | {measured[0]:.3f} | {measured[1]:.3f} |"


def around(catalog: Catalog) -> Iterator[str]:
    """Yield what becomes of decisions with a signature, notice, head or quote around a question."""
    match = Matcher(catalog).match
    texts = [question.text for question in read_questions(BANK / "check.jsonl", catalog)]
    refused = [text for text in texts if match(text).decision is Decision.REFUSE]
    answered = [text for text in texts if match(text).decision is Decision.ANSWER]
    pieces = json.loads((BANK / "heldout" / "around.json").read_text(encoding="utf-8"))
    yield f"| around ({len(pieces)}) | refused bare, answered with it | answered alike with it |"
    yield "| --- | --- | --- |"
    for end, joined in (("on lines of its own", "\n"), ("on the same line", " ")):
        wrong = kept = 0
        for piece in pieces:
            for text in refused:
                wrong += match(with_piece(text, piece, joined)).decision is Decision.ANSWER
            for text in answered:
                kept += alike(match(text), match(with_piece(text, piece, joined)))
        share = wrong / (len(pieces) * len(refused))
        yield f"| {end} | {share:.3f} | {kept / (len(pieces) * len(answered)):.3f} |"


def every_question(catalog: Catalog) -> Iterator[Question]:
    """Yield the questions of the bank, but for the held-out ones."""
    for name in ("tune", "calibration", "check", "dev"):
        yield from read_questions(BANK / f"{name}.jsonl", catalog)


def overall(catalog: Catalog, questions: list[Question]) -> float:
    """Return what questions earn on average with a matcher made now."""
    return score(run(questions, Matcher(catalog).match, time.perf_counter), catalog).overall


def with_piece(text: str, piece: dict[str, str], joined: str) -> str:
    """Put a piece before or after a text."""
    ordered = [piece["text"], text] if piece["where"] == "before" else [text, piece["text"]]
    return joined.join(ordered).replace("\n", joined)


def alike(bare: Match, whole: Match) -> bool:
    """Return whether both are answered, with the same entry."""
    both = bare.decision is whole.decision is Decision.ANSWER
    return both and bare.candidates[0].entry_id == whole.candidates[0].entry_id


if __name__ == "__main__":
    main()
