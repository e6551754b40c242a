"""What the model makes of some tokens, before anything is decided."""

from typing import NamedTuple

from bot.matching.reading import Token


class Ranking(NamedTuple):
    """What some tokens are about.

    ``families`` are ordered by their chance, best first. ``chance_of`` holds their calibrated
    chances. ``off_topic`` is the likeliest kind of other business, ``in_scope`` the chance that the
    question is none of them.
    """

    tokens: list[Token]
    families: list[str]
    chance_of: dict[str, float]
    off_topic: str | None
    in_scope: float
