"""The refusals of this room; their arguments are codes with words in `conversations.words`."""

from homeward.core.refusals import Refusal


class NothingWritten(Refusal):
    """A message has words."""


class NobodyReads(Refusal):
    """Nobody here would read it now."""


class FileRefused(Refusal):
    """A file is too large, too long, too many, or no picture or PDF."""


class NotYours(Refusal):
    """Only who wrote a message takes it back."""


class TakenBack(Refusal):
    """It was taken back before."""


class NobodyWaits(Refusal):
    """Nobody waits for an answer in this conversation."""


class ReasonMissing(Refusal):
    """Why no answer is needed is not said."""


class CannotHandOver(Refusal):
    """The colleague does not treat this client, or is who has it already."""


class ConsentMissing(Refusal):
    """No consent in force lets the program write to this person now."""


class ContactEnded(Refusal):
    """Nothing is written to somebody who died."""


class LateUnclear(Refusal):
    """How long or why is not said, or the session is none to be late for."""


class TextUnclear(Refusal):
    """A text of the front desk lacks a language, or says too much."""


class TextNotOffered(Refusal):
    """The text was changed or ended meanwhile, or never approved."""
