"""Which entries a question is about, and whether we know at all. Start reading at matcher.py."""

from bot.matching.calibration import Calibration
from bot.matching.lookup import PracticeLookup, find_practices
from bot.matching.match import Candidate, Decision, Match, MatchedWord
from bot.matching.matcher import Matcher
from bot.matching.model import Model, load_model

__all__ = [
    "Calibration",
    "Candidate",
    "Decision",
    "Match",
    "MatchedWord",
    "Matcher",
    "Model",
    "PracticeLookup",
    "find_practices",
    "load_model",
]
