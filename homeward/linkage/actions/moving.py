"""How a transfer moves, for the actions that move it: a step, where it stands, its end."""

from datetime import date, datetime

from homeward import audit
from homeward.consents.models import Disclosure
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.documents.models import Document
from homeward.linkage import duties, facts
from homeward.linkage.kinds import Footing
from homeward.linkage.models import Transfer, TransferStep
from homeward.linkage.reaching import end_of_day, numbers_of
from homeward.linkage.rules.clocks import transfer_due


def moved(
    row: Transfer,
    step: str,
    *,
    actor: Actor,
    now: datetime,
    at: datetime | None = None,
    spoke_with: str = "",
    footing: str = Footing.NOTHING,
    disclosure: Disclosure | None = None,
    document: Document | None = None,
    note: str = "",
) -> TransferStep:
    """Write the step down, and tell whoever follows."""
    made = TransferStep.objects.create(
        client_id=row.client_id,
        site_id=row.site_id,
        transfer=row,
        step=step,
        at=at or now,
        recorded_at=now,
        by_id=actor.worker_id,
        spoke_with=spoke_with.strip()[:120],
        footing=footing,
        disclosure=disclosure,
        document=document,
        note=note.strip()[:600],
    )
    audit.record("linkage.transfer.moved", actor=actor, subject=row, at=now, reason=step)
    announce(facts.TransferMoved(row.pk, row.client_id, step, actor, now))
    return made


def stand(
    row: Transfer,
    state: str,
    *,
    actor: Actor,
    now: datetime,
    appointment_at: datetime | None = None,
) -> None:
    """Where the transfer stands now; its clock and its duty move with it."""
    due_at = transfer_due(
        state, row.urgency, now, appointment_at, end_of_day(row.due_on, row.site),
        numbers_of(row.client, now),
    )  # fmt: skip
    row.change(state=state, due_at=due_at)
    follow(row, actor=actor, now=now)


def follow(row: Transfer, *, actor: Actor, now: datetime) -> None:
    """The duty of the transfer, due when its clock is."""
    duties.follow(
        actor=actor, client=row.client, kind=duties.TRANSFER, row=row, owner_id=row.owner_id,
        due_at=row.due_at, now=now,
    )  # fmt: skip


def finish(
    row: Transfer,
    outcome: str,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
    kept_on: date | None = None,
) -> None:
    """End a transfer that is held locked; its duty ends with it."""
    row.change(
        state=Transfer.State.ENDED,
        outcome=outcome,
        outcome_reason=reason.strip()[:600],
        kept_on=kept_on,
        ended_at=now,
        ended_by_id=actor.worker_id,
    )
    duties.end(actor=actor, kind=duties.TRANSFER, row=row, now=now, note=outcome)
    audit.record("linkage.transfer.ended", actor=actor, subject=row, at=now, reason=outcome)
    announce(facts.TransferClosed(row.pk, row.client_id, outcome, kept_on, actor, now))
