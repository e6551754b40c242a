"""How good the matching is: labelled questions, their score, and the thresholds fitted on them."""

from bot.training.fitting import fit
from bot.training.questions import Question, QuestionsError, read_questions
from bot.training.report import report
from bot.training.score import Outcome, Score, run, score

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
