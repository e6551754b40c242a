"""How good the matching is: labelled questions, their score, and the thresholds fitted on them."""

from bot.evaluation.fitting import fit
from bot.evaluation.questions import Question, QuestionsError, read_questions
from bot.evaluation.report import report
from bot.evaluation.score import Outcome, Score, run, score

__all__ = [
    "Outcome",
    "Question",
    "QuestionsError",
    "Score",
    "fit",
    "read_questions",
    "report",
    "run",
    "score",
]
