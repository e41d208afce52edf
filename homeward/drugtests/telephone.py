"""The telephone line on which a client can ask "do I test today?": a port, and what stands behind.

A telephone provider is connected by registering a line that speaks the port. Without one nothing
rings, and every page that could name a number says so instead.
"""

from typing import Protocol

from django.utils.translation import gettext as _


class Line(Protocol):
    """What pages need to know of a line."""

    @property
    def is_connected(self) -> bool:
        """Whether somebody who dials is answered."""

    @property
    def number(self) -> str:
        """What to dial; empty without a line."""

    @property
    def words(self) -> str:
        """The line as it is, for staff."""


class NoLine:
    """Nothing is connected."""

    is_connected = False
    number = ""

    @property
    def words(self) -> str:
        """Plainly."""
        return _("No telephone line is connected. Clients see it on their page or on paper.")


class SimulatedLine:
    """The line of a demo: `homeward drugtests call` dials it, and no telephone does."""

    is_connected = False
    number = ""

    @property
    def words(self) -> str:
        """So that nobody takes it for a real one."""
        return _(
            "Only the simulated line answers (homeward drugtests call). No telephone is connected."
        )


_connected: list[Line] = []


def connect(line: Line) -> None:
    """From now on this is the line."""
    _connected[:] = [line]


def line() -> Line:
    """The connected line; the simulated one in a demo, else none."""
    from django.conf import settings

    if _connected:
        return _connected[0]
    return SimulatedLine() if settings.IS_DEMO else NoLine()
