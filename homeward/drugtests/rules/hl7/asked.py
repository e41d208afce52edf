"""What a sender asks of the answer: its message's id, version, and which acknowledgements.

Source: HL7 version 2 chapter 2: MSH-10, MSH-12, and the enhanced acknowledgement mode of MSH-15
and MSH-16 (table 0155). Read as far as the first line shows it, also of what cannot be read.
"""

from dataclasses import dataclass

from homeward.drugtests.rules.hl7.acknowledging import Ack
from homeward.drugtests.rules.hl7.oru import ACKNOWLEDGEMENTS, VERSION

ALWAYS, ON_ERROR, ON_SUCCESS = "AL", "ER", "SU"
USUAL_VERSION = "2.5.1"
LONGEST_HEADER = 2000
LONGEST_ID = 199
# Only these are a rejection at the door: another kind, event, processing id or version.
NOT_FOR_US = (200, 201, 202, 203)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The sender's own id and version, and MSH-15 and MSH-16 as they stand."""

    control_id: str = ""
    version: str = USUAL_VERSION
    accept: str = ""
    application: str = ""

    @property
    def is_enhanced(self) -> bool:
        return bool(self.accept or self.application)


def asked_of(raw: bytes) -> Asked:
    """What the first line of a message asks; nothing where it shows nothing, never a fault."""
    first = raw[:LONGEST_HEADER].decode("latin-1").split("\r")[0].split("\n")[0]
    if not first.startswith("MSH") or len(first) < len("MSH|^~\\&"):
        return Asked()
    fields = first.split(first[3])
    named = fields[9] if len(fields) > 9 else ""
    version = _component(fields, 12, first[4])
    accept, application = _component(fields, 15, first[4]), _component(fields, 16, first[4])
    is_known = {accept, application} <= ACKNOWLEDGEMENTS
    return Asked(
        control_id="".join(each for each in named if each.isprintable())[:LONGEST_ID],
        version=version if VERSION.fullmatch(version) else USUAL_VERSION,
        accept=accept if is_known else "",
        application=application if is_known else "",
    )


def due(asked: Asked, code: Ack, condition: int = 0) -> tuple[Ack, ...]:
    """The acknowledgements to send, in their order, for what came of a message.

    In the original mode one, by the application code. In the enhanced mode first whether the
    message is kept safely (CA, CE, CR), then what came of it (AA, AE, AR), each as it was asked
    for; an empty field means never. A message that was not taken is heard of once: when the first
    answer says so, no second one follows.

    >>> due(Asked(accept="AL", application="NE"), Ack.ACCEPTED)
    (<Ack.COMMITTED: 'CA'>,)
    """
    if not asked.is_enhanced:
        return (code,)
    is_taken = code is Ack.ACCEPTED
    sent: list[Ack] = []
    if _wants(asked.accept, is_taken):
        sent.append(_commit_code(is_taken, condition))
    if _wants(asked.application, is_taken) and (is_taken or not sent):
        sent.append(code)
    return tuple(sent)


def _commit_code(is_taken: bool, condition: int) -> Ack:
    if is_taken:
        return Ack.COMMITTED
    return Ack.COMMIT_REJECTED if condition in NOT_FOR_US else Ack.COMMIT_ERROR


def _wants(way: str, is_taken: bool) -> bool:
    return way == ALWAYS or way == (ON_SUCCESS if is_taken else ON_ERROR)


def _component(fields: list[str], field: int, mark: str) -> str:
    """The first component of a header's field; MSH-1 is the separator itself."""
    text = fields[field - 1] if len(fields) >= field else ""
    return text.split(mark)[0].strip()
