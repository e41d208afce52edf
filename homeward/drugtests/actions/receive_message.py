"""A message from a laboratory: filed, kept for a person, or refused, and always answered."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.crypto import digest_of
from homeward.core.refusals import NotAllowed
from homeward.drugtests.messages import Part, decisions_of, file_part, weigh
from homeward.drugtests.models import LabMessage, Laboratory
from homeward.drugtests.ordering import note_received
from homeward.drugtests.rules.hl7.acknowledging import Ack, Answer, acknowledgement
from homeward.drugtests.rules.hl7.asked import LONGEST_HEADER, asked_of, due
from homeward.drugtests.rules.hl7.oru import Report, read_report
from homeward.drugtests.rules.hl7.places import Place, Unreadable, Unsupported
from homeward.drugtests.rules.hl7.reader import read_message

State = LabMessage.State
UNKNOWN_KEY, DUPLICATE_KEY, INTERNAL = 204, 205, 207
OWN_ID_LENGTH = 19
PLACED = ("segment", "name", "field", "offset", "occurrence")


@dataclass(frozen=True, slots=True)
class Received:
    """What came of a message, and what its sender is answered."""

    message: LabMessage
    answers: tuple[bytes, ...]
    is_replay: bool = False

    @property
    def answer(self) -> bytes:
        """All that is answered, one after the other; empty when nothing was asked for."""
        return b"".join(self.answers)


@action
def receive_message(*, actor: Actor, raw: bytes, via: str, now: datetime) -> Received:
    """Take one message; the same bytes again get the same answer and change nothing.

    A message that was refused is weighed again when it comes again: its sender may be set up since.
    Nothing is filed unless every order of the message fits; otherwise a person decides. Only the
    interfaces themselves receive. Raises NotAllowed.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("messages_come_from_laboratories")
    digest = digest_of(f"laboratory message|{hashlib.sha256(raw).hexdigest()}")[:64]
    known = LabMessage.objects.select_for_update().filter(digest=digest).first()
    if known is not None:
        known.change(replays=known.replays + 1, replayed_at=now)
        audit.record("drugtests.message.replayed", actor=actor, subject=known, at=now)
        if known.state != State.REFUSED:
            return Received(known, _answers(known, now), is_replay=True)
    message = _anew(known) or LabMessage(
        digest=digest, via=via, raw=raw.decode("latin-1"), received_at=now,
        state=State.REFUSED, answer=Ack.ERROR,
    )  # fmt: skip
    try:
        report = read_report(read_message(raw))
    except Unreadable as fault:
        rejected = isinstance(fault, Unsupported)
        message.answer = Ack.REJECTED if rejected else Ack.ERROR
        message.control_id = asked_of(raw).control_id
        message.codes, message.place = [fault.code], _placed(fault.place, fault.condition)
    else:
        _take(message, report, now)
    if message.state == State.REFUSED:
        message.save()
    audit.record(
        f"drugtests.message.{message.state}", actor=actor, subject=message, at=now,
        reason=", ".join(message.codes)[:200],
    )  # fmt: skip
    return Received(
        message, _answers(message, now), known is not None and message.state == State.REFUSED
    )


def _anew(refused: LabMessage | None) -> LabMessage | None:
    """A refused message as if it had just come: what stood against it may be mended since."""
    if refused is not None:
        refused.answer, refused.codes, refused.place = Ack.ERROR, [], None
    return refused


def _take(message: LabMessage, report: Report, now: datetime) -> None:
    """Weigh every order of the report and file all of them or none."""
    message.control_id = report.control_id
    # The row is locked, so that messages of one laboratory are taken one after the other.
    found = Laboratory.objects.select_for_update().filter(sender=report.sender, is_active=True)
    message.laboratory = laboratory = found.first()
    if laboratory is None:
        message.answer, message.codes = Ack.REJECTED, ["sender_unknown"]
        message.place = _placed(Place(1, "MSH", 4, 0, 1), UNKNOWN_KEY)
        return
    again = LabMessage.objects.filter(laboratory=laboratory, control_id=report.control_id)
    if again.exclude(state=State.REFUSED).exists():
        message.codes = ["control_id_reused"]
        message.place = _placed(Place(1, "MSH", 10, 0, 1), DUPLICATE_KEY)
        return
    parts = [weigh(ordered, report.identity, laboratory) for ordered in report.orders]
    message.answer = Ack.ACCEPTED
    message.order_number = report.orders[0].number[:40]
    message.decisions = decisions_of(parts)
    _settle(message, parts, now)


def _settle(message: LabMessage, parts: list[Part], now: datetime) -> None:
    codes = [code for part in parts for code in part.codes]
    numbers = [part.order.pk for part in parts if part.order is not None]
    message.lab_order = next((part.order for part in parts if part.order is not None), None)
    if len(set(numbers)) < len(numbers):
        codes.append("order_twice")
    if codes:
        message.state, message.codes = State.QUARANTINED, list(dict.fromkeys(codes))
        message.save()
        return
    is_news = any(part.rows for part in parts)
    message.state = State.FILED if is_news else State.NOTHING_NEW
    if any(part.is_early for part in parts):
        message.codes = ["preliminary"]
    message.save()
    for part in parts:
        if part.rows:
            file_part(part, message, now)
        elif part.order is not None:
            note_received(part.order.test, now)


def _placed(place: Place, condition: int) -> dict[str, int | str]:
    return {**place.to_json(), "condition": condition}


def _answers(message: LabMessage, now: datetime) -> tuple[bytes, ...]:
    """What the message's own header asks to be told, built from what is on file of it."""
    asked = asked_of(message.raw[:LONGEST_HEADER].encode("latin-1", "replace"))
    place = message.place or {}
    condition = int(place.get("condition", INTERNAL))
    named = {key: place[key] for key in PLACED if key in place}
    return tuple(
        acknowledgement(
            Answer(
                code=code,
                control_id=message.control_id,
                sender=message.laboratory.sender if message.laboratory else "",
                version=asked.version,
                reason=message.codes[0] if message.codes else "",
                place=Place(**named) if named else None,
                condition=condition,
            ),
            own_id=f"{message.pk.hex[:OWN_ID_LENGTH]}{code[0]}",
            at=now,
        )
        for code in due(asked, Ack(message.answer), condition)
    )
