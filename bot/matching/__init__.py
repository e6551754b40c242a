"""Which entries a question is about, and whether we know at all. Start reading at matcher.py."""

from bot.matching.calibration import Calibration
from bot.matching.index import Index
from bot.matching.match import Candidate, Decision, Match, MatchedWord
from bot.matching.matcher import Matcher
from bot.matching.names import PracticeLookup, find_practices

__all__ = [
    "Calibration",
    "Candidate",
    "Decision",
    "Index",
    "Match",
    "MatchedWord",
    "Matcher",
    "PracticeLookup",
    "find_practices",
]
