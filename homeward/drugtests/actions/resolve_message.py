"""A person decides about a message that was kept: whose it is, or that it is nobody's here."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.drugtests.messages import AT_THE_LABORATORY, Part, file_part, weigh
from homeward.drugtests.models import LabMessage, LabOrder
from homeward.drugtests.reaching import locked_test, messages_within, require_judgement
from homeward.drugtests.rules.hl7.oru import read_report
from homeward.drugtests.rules.hl7.reader import read_message
from homeward.kernel.purposes import Purpose

State = LabMessage.State
SHORTEST_REASON = 10


class MessageSettled(Refusal):
    """Somebody decided about this message before."""


class ResolutionNeedsReason(Refusal):
    """How you know whose it is, or why it is set aside, in a sentence."""


class CannotFileByHand(Refusal):
    """The message cannot be filed for this order as it stands; the codes say why."""


@action
def file_message(
    *, actor: Actor, message_id: UUID, order_id: UUID, reason: str, now: datetime,
    expected_version: int | None = None,
) -> LabMessage:  # fmt: skip
    """Say that a kept message belongs to an order within reach, and file it.

    Raises MessageSettled, ResolutionNeedsReason, CannotFileByHand, NotAllowed; LabOrder or
    DrugTest.DoesNotExist out of scope.
    """
    message = _kept(actor, message_id, reason, expected_version)
    rows = LabOrder.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    order = rows.select_related("test__client", "test__site", "client").get(pk=order_id)
    locked_test(actor, order.test_id, states=AT_THE_LABORATORY, expected_version=None)
    report = read_report(read_message(message.raw.encode("latin-1")))
    if message.laboratory is None or order.laboratory_id != message.laboratory_id:
        raise CannotFileByHand("other_laboratory")
    if len(report.orders) > 1:
        raise CannotFileByHand("several_orders")
    part: Part = weigh(report.orders[0], report.identity, message.laboratory, by_hand=order)
    if part.codes:
        raise CannotFileByHand(*dict.fromkeys(part.codes))
    message.change(
        state=State.FILED, lab_order=order, resolved_at=now, resolved_by_id=actor.worker_id,
        resolution=reason.strip()[:200],
    )  # fmt: skip
    if part.rows:
        file_part(part, message, now)
    audit.record(
        "drugtests.message.filed_by_hand", actor=actor, subject=message, at=now,
        client_id=order.client_id, reason=message.resolution,
    )  # fmt: skip
    return message


@action
def set_message_aside(
    *, actor: Actor, message_id: UUID, reason: str, now: datetime,
    expected_version: int | None = None,
) -> LabMessage:  # fmt: skip
    """Say that a kept message is nobody's here, or was entered by hand; it stays on record.

    Raises MessageSettled, ResolutionNeedsReason, NotAllowed, StaleVersion.
    """
    message = _kept(actor, message_id, reason, expected_version)
    message.change(
        state=State.SET_ASIDE, resolved_at=now, resolved_by_id=actor.worker_id,
        resolution=reason.strip()[:200],
    )  # fmt: skip
    audit.record(
        "drugtests.message.set_aside", actor=actor, subject=message, at=now,
        reason=message.resolution,
    )  # fmt: skip
    return message


def _kept(actor: Actor, message_id: UUID, reason: str, expected_version: int | None) -> LabMessage:
    require_judgement(actor)
    rows = messages_within(actor).select_for_update(of=("self",))
    message = rows.select_related("laboratory", "lab_order").get(pk=message_id)
    expect_version(message, expected_version)
    if message.state != State.QUARANTINED:
        raise MessageSettled
    if len(reason.strip()) < SHORTEST_REASON:
        raise ResolutionNeedsReason
    return message
