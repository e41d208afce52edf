"""The refusals of this room; their arguments are codes with words in `families.words`."""

from homeward.core.refusals import Refusal


class LineUnclear(Refusal):
    """Something told has no urgency or no words."""


class WordClosed(Refusal):
    """What was done about it is on record already."""


class EndUnclear(Refusal):
    """How it ends is not said, or not whole."""


class NobodyOnTeam(Refusal):
    """Nobody treats this client now, so nobody would read it."""


class LessonUnknown(Refusal):
    """There is no such lesson."""


class NightUnclear(Refusal):
    """A night has a name, a place and a time ahead."""


class NightOver(Refusal):
    """The night is over or was called off."""


class AskUnclear(Refusal):
    """How they could join is not said, or nobody could be asked."""


class NotInvited(Refusal):
    """Nobody was chosen, or a chosen relative may not hear of it under the consent in force."""
