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


class GuardianNotNamed(Refusal):
    """Who signs in the client's place or beside them, and by what right, is written down first."""


class QuestionUnanswered(Refusal):
    """The codes name the questions that have no answer."""


class RefusalWithoutReason(Refusal):
    """A refusal is kept with its reason."""


class WitnessMissing(Refusal):
    """The paper asks for a witness."""


class SheetUnknown(Refusal):
    """The code at the foot belongs to no sheet of this client and paper."""


class SheetCodeUnread(Refusal):
    """No code could be read from the picture, and none was typed."""


class SheetDiffers(Refusal):
    """The typed code is not the one the picture shows."""


class NotRefused(Refusal):
    """Only a refused paper is offered again."""
