"""How the actions of this room say no."""

from homeward.core.refusals import Refusal


class DayNotShared(Refusal):
    """The client does not show this day to the team now, so that nobody of staff writes in it."""


class DayAlreadyBegun(Refusal):
    """A day was begun before; who sees it is the client's to say."""


class LineUnclear(Refusal):
    """A line lacks something or cannot be; the codes say what."""


class HourTaken(Refusal):
    """Something stands there by now."""


class NotToOffer(Refusal):
    """This is not on the list of what may fill the hour."""


class PreventionIncomplete(Refusal):
    """The plan lacks something, or says too much; the codes say what."""


class PreventionChangedSince(Refusal):
    """The client read another text than the one that stands there now."""


class DayAhead(Refusal):
    """A day still to come, or too long ago, cannot be told of."""
