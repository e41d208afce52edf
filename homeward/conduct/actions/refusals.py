"""How this room says no. Decisions that refuse carry every line of the rule."""

from homeward.core.refusals import Refusal
from homeward.kernel.reasons import Decision, State


class Decided(Refusal):
    """A rule says no; `decision` holds every line, the arguments are the unmet codes."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        super().__init__(*(line.code for line in decision.lines(State.NOT_MET)))


class StepRefused(Decided):
    """The ladder does not allow this step as the answer to this event."""


class AppealRefused(Decided):
    """The appeal is late, second, or heard by the wrong person."""


class SearchRefused(Decided):
    """Belongings are not looked through like this."""


class EndRefused(Decided):
    """What was found may not end like this."""


class RestrictionRefused(Decided):
    """The restriction lacks what it must have."""


class WordsMissing(Refusal):
    """There are no words, or too many of them."""


class KindUnknown(Refusal):
    """No such kind of event, rung, rule or answer."""


class NotYet(Refusal):
    """The time is still to come."""


class AlreadySaid(Refusal):
    """It was answered, ended or signed before."""


class RulesFaulty(Refusal):
    """The text of the rules cannot be published; the codes say why."""


class NothingPublished(Refusal):
    """There are no rules in force yet."""


class NotAPlace(Refusal):
    """Where a visitor comes from reads like a person; whose name it is, is not looked at."""


class BadgeTaken(Refusal):
    """Another visitor wears that badge."""


class OtherUnknown(Refusal):
    """Nobody within reach is meant; a supervisor reaches more."""
