"""What all builders of payloads have: the workspace that the payloads are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .workspace import Workspace

if TYPE_CHECKING:
    from .server import LocalSlack


class Builder:
    """Builds payloads about one workspace."""

    def __init__(self, slack: LocalSlack) -> None:
        """Build payloads about this workspace."""
        self._slack = slack

    @property
    def _place(self) -> Workspace:
        return self._slack.workspace
