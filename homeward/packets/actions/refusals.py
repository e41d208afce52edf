"""What this room may answer instead of doing it."""

from homeward.core.refusals import Refusal


class PacketOpen(Refusal):
    """A packet is open for this client already."""


class PaperSettled(Refusal):
    """The paper was signed by all, or refused."""


class SignedBefore(Refusal):
    """That signature is on the paper."""


class NotAskedToSign(Refusal):
    """The paper does not ask for this signature."""


class SignsUnderAnotherRole(Refusal):
    """The worker's role does not sign this paper."""


class CapacityMissing(Refusal):
    """Somebody recorded that the client cannot decide and sign now."""


class ProofTooOld(Refusal):
    """Who signs must have proven who they are within minutes."""


class SignerNameWrong(Refusal):
    """The typed name is not the name of the person who must sign."""


class GuardianSignsConsents(Refusal):
    """A consent signed by a guardian is taken elsewhere."""


class QuestionUnanswered(Refusal):
    """The codes name the questions that have no answer."""


class RefusalWithoutReason(Refusal):
    """A refusal is kept with its reason."""


class WitnessMissing(Refusal):
    """The paper asks for a witness."""


class SheetUnknown(Refusal):
    """The code at the foot belongs to no sheet of this client and paper."""


class NotRefused(Refusal):
    """Only a refused paper is offered again."""
