"""What can be wrong with a knowledge folder.

KnowledgeError              the folder cannot be used; carries every Problem found
SlipError (a ValueError)    one value is not right; validators raise it, a Problem is made of it
"""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, at a place an editor can open.

    ``line`` counts from 1; 0 stands for the file or folder as a whole.
    """

    file: str
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        """``FILE:LINE: what is wrong; what to write instead``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}; {self.instead}"


class KnowledgeError(Exception):
    """A knowledge folder that cannot be used, with all its problems in order of file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems sorted; the message is one line for each."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SlipError(ValueError):
    """A value that is not right: what it is (after its name), and what to write instead."""

    def __init__(self, what: str, instead: str) -> None:
        """Keep both halves of the sentence."""
        super().__init__(what)
        self.what, self.instead = what, instead
