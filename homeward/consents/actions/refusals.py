"""What this room may answer instead of doing it."""

from homeward.core.refusals import Refusal


class ConsentIncomplete(Refusal):
    """Something the law asks for is missing or may not be combined; the codes say what."""


class NameIsAnother(Refusal):
    """The typed name is not the name of the person who must sign."""


class ConsentKindUnknown(Refusal):
    """No text is shipped for this kind of consent."""


class ConsentNotSigned(Refusal):
    """Only a signed consent can be taken back."""


class ConsentAlreadySigned(Refusal):
    """A signed consent is never changed; a new one takes its place."""


class ConsentAlreadyRevoked(Refusal):
    """The client took this consent back before."""


class CaseClosesAhead(Refusal):
    """A case is written down as closed once it is, not before."""


class CaseKnownHow(Refusal):
    """Say how it is known that the case closed."""


class ConsentWasRefused(Refusal):
    """The client said no to this draft; draft it anew if they change their mind."""


class IntermediaryNotNamed(Refusal):
    """An exchange or other intermediary may be named only with its receiving providers (2.24)."""


class ParticipantsMissing(Refusal):
    """A consent through an exchange says which of its members may receive (2.31(a)(4)(ii))."""


class MemberUnknown(Refusal):
    """Who is named is no member of this exchange now."""


class NotAnExchange(Refusal):
    """Only an exchange that passes records on has members."""


class MemberThere(Refusal):
    """They are on the list already."""


class MemberGone(Refusal):
    """They left the exchange before."""


class OpenEndUnexplained(Refusal):
    """Research without an end needs the reason why; otherwise say until when."""


class ApprovalIncomplete(Refusal):
    """An approval names protocol, who is responsible, board, records and its conditions."""


class AgreementNotSigned(Refusal):
    """Nothing may leave on an approval before the recipient signed the agreement."""


class ApprovalOver(Refusal):
    """The approval has ended before."""


class GuardianMustSign(Refusal):
    """In this state a parent signs beside a minor of this age: draft it, and each of them signs."""


class HalfThere(Refusal):
    """This side has signed; the other signature is missing."""


class WrittenAhead(Refusal):
    """The day written on the sheet lies ahead."""


class GuardianUnproven(Refusal):
    """Say by which paper or how it is known that they may sign."""


class GuardianshipOver(Refusal):
    """This right has ended before."""


class NotThroughExchange(Refusal):
    """No consent of the client's was ever given through this exchange."""


class ListThere(Refusal):
    """The exchange's answer was written down before."""


class AskEmpty(Refusal):
    """Whoever asks says what for."""


class AskAnswered(Refusal):
    """Somebody answered this request before."""


class WitnessNeeded(Refusal):
    """This kind is signed where somebody of the staff sees it."""


class RestrictionMustBeAgreed(Refusal):
    """Paid in full by the client and meant against a health plan: it must be agreed (2.26)."""


class RestrictionReasonMissing(Refusal):
    """A wish that is not agreed to is answered with a reason."""


class RestrictionAnswered(Refusal):
    """The answer is the same as the last one."""


class FlagNamesNobody(Refusal):
    """A safety flag needs a person or an organization."""


class FlagLifted(Refusal):
    """Somebody lifted this flag before."""


class FourItemsMissing(Refusal):
    """An emergency is recorded with recipient, affiliation, nature and what was shared."""


class ConsentNotExplained(Refusal):
    """Say why the client's consent could not be had before an emergency disclosure."""


class NothingMayLeave(Refusal):
    """The decision is no; it is in the ledger, and its reasons are the codes."""


class IncidentIncomplete(Refusal):
    """A crime is reported by a recorded incident, or by day, place and what happened."""


class IncidentAhead(Refusal):
    """The day of the incident lies ahead."""


class IdentityUnchecked(Refusal):
    """Say how you know who you are talking to."""


class PartyKnown(Refusal):
    """Somebody of that name is on the list."""


class SamePersonTwice(Refusal):
    """Two different people are needed."""


class LegalRequestClosed(Refusal):
    """This request was answered."""


class LegalHalfMissing(Refusal):
    """Order and compelling paper must both be there; the codes say which half is missing."""


class PersonLinked(Refusal):
    """A release was proposed about somebody else already; a new request is needed."""


class PersonNotLinked(Refusal):
    """Say first whose record the papers are about."""


class AgreementReversed(Refusal):
    """The end lies before the start."""
