"""How good the matching is: labeled questions, their score, and the thresholds fitted on them."""

from bot.training.questions import Question, QuestionsError, read_questions
from bot.training.report import moved, report
from bot.training.scoring import Outcome, Score, run, score

__all__ = [
    "Outcome",
    "Question",
    "QuestionsError",
    "Score",
    "moved",
    "read_questions",
    "report",
    "run",
    "score",
]
