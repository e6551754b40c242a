"""The methods of the Web API that a bot like ours calls; every other is `unknown_method`."""

from . import messages, people, views, workflows
from .arguments import METHODS

__all__ = ["METHODS", "messages", "people", "views", "workflows"]
