"""The engine on questions that nobody here wrote: the public intent sets of HINT3, version 1.

    python -m tests.benchmarks.public_sets FOLDER

FOLDER holds ``v1_NAME_train.csv`` and ``v1_NAME_test.csv`` of the three sets, from the repository
hellohaptik/HINT3 at 99965c892ea9a6801a87083d3861b0b04c91a4e7, dataset/v1 (ODbL 1.0; not copied into
this one). Files other than those are refused. Intents are entries, their training sentences the
phrasings, without any vocabulary. accuracy: questions of a known intent whose first entry is right.
AUROC: how well the first entry's chance parts questions of a known intent from all others.
"""

import csv
import hashlib
import sys
from pathlib import Path

from bot.knowledge import Vocabulary
from bot.matching import Model
from bot.matching.reading import Reader, count_features, count_words
from bot.training.fitting import fit

CHECKSUMS = {
    "v1_curekart_test.csv": ("19173881f51949b81d06f6df2ce4561fdf42b3bfaaafd47410042e99c59d0cfd"),
    "v1_curekart_train.csv": ("f5dd24f36db6ee00524a6626200a26855139671c641227dff3adaca0c7ac652a"),
    "v1_powerplay11_test.csv": ("1a4bde924f924342f405ebdd468bbfb2955e76f2f63ec14efbf7bccf6b0eb485"),
    "v1_powerplay11_train.csv": (
        "af230d4aa97e2c01ac378222d3e466b9fddc48c4190bcc30e345e4ca85bf6517"
    ),
    "v1_sofmattress_test.csv": ("8d36c0e5d49225f07b8cf5ee582e0a083479af97cbd612e104099176a9648043"),
    "v1_sofmattress_train.csv": (
        "0addf4dc4b9df1e71509da5318d5a9f6e9a5d6eb98b9584d55cab3da7badf4b1"
    ),
}
"""SHA-256 of each file."""

SETS = ("curekart", "powerplay11", "sofmattress")
OUT_OF_SCOPE = "NO_NODES_DETECTED"


def main(folder: Path) -> None:
    """Print the table."""
    measured = {name: measure(folder, name) for name in SETS}
    accuracy, auroc = (sum(column) / len(SETS) for column in zip(*measured.values(), strict=True))
    lines = ["| set | accuracy | AUROC |", "| --- | --- | --- |"]
    for name, (right, apart) in {**measured, "mean": (accuracy, auroc)}.items():
        lines.append(f"| {name} | {right:.1f} | {apart:.1f} |")
    sys.stdout.write("\n".join(lines) + "\n")


def measure(folder: Path, name: str) -> tuple[float, float]:
    """Return accuracy and AUROC of a set, in percent."""
    rows = read(folder / f"v1_{name}_train.csv")
    reader = Reader(Vocabulary({}, {}, frozenset()), count_words(text for text, _ in rows))
    counted = [(label, features(reader, text)) for text, label in rows]
    classes = list(dict.fromkeys(label for label, _ in counted))
    table = fit([example for example in counted if example[1]], classes)
    model = Model(classes=tuple(classes), table=table)
    known: list[float] = []
    others: list[float] = []
    right = 0
    for text, label in read(folder / f"v1_{name}_test.csv"):
        tokens = [token for sentence in reader.read(text) for token in sentence]
        unknown = model.unknown(token.features[0] for token in tokens)
        chances = model.chances(count_features(tokens), unknown)
        first = max(chances, key=chances.__getitem__)
        right += first == label
        (others if label == OUT_OF_SCOPE else known).append(chances[first])
    return 100 * right / len(known), 100 * area(known, others)


def features(reader: Reader, text: str) -> dict[str, int]:
    """Count the features of a text."""
    return count_features(token for sentence in reader.read(text) for token in sentence)


def area(above: list[float], below: list[float]) -> float:
    """Return how often one of the first is above one of the second, ties counted half."""
    wins = sum((one > other) + (one == other) / 2 for one in above for other in below)
    return wins / (len(above) * len(below))


def read(path: Path) -> list[tuple[str, str]]:
    """Return the sentences of a file with their labels.

    Raises:
        SystemExit: when the file is missing, or is another one than was measured before.

    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SystemExit(f"{path}: cannot be read ({error.strerror})") from None
    if hashlib.sha256(raw).hexdigest() != CHECKSUMS[path.name]:
        raise SystemExit(f"{path}: this is not the file of the revision named above")
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["sentence"], row["label"]) for row in csv.DictReader(file)]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Name the folder: python -m tests.benchmarks.public_sets FOLDER")
    main(Path(sys.argv[1]))
