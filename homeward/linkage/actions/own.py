"""What the client alone writes: their log of meetings, and which milestones are celebrated."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.linkage.actions.refusals import ChoiceUnclear, MeetingUnclear
from homeward.linkage.kinds import MeetingKind, Milestone, Shown
from homeward.linkage.models import MeetingEntry, MilestoneChoice
from homeward.linkage.reaching import SERVICE, client_for, day_at, locked
from homeward.people.models import Client


@action
def log_meeting(
    *,
    actor: Actor,
    kind: str,
    on: date,
    now: datetime,
    name: str = "",
    note: str = "",
    is_shared: bool = False,
) -> MeetingEntry:
    """A meeting in the client's own log; staff see it only where the client says so."""
    client = _oneself(actor)
    if kind not in MeetingKind.values:
        raise MeetingUnclear("meeting_kind_unknown")
    if on > day_at(now, client.site):
        raise MeetingUnclear("meeting_day_ahead")
    made: MeetingEntry = MeetingEntry.objects.create(
        client=client, site_id=client.site_id, kind=kind, on=on, name=name.strip()[:120],
        note=note.strip()[:600], is_shared=is_shared, written_at=now,
    )  # fmt: skip
    audit.record("linkage.meeting.logged", actor=actor, subject=made, at=now)
    return made


@action
def share_meeting(
    *, actor: Actor, meeting_id: UUID, is_shared: bool, now: datetime
) -> MeetingEntry:
    """Show an entry to the team, or take it back; from that instant on."""
    _oneself(actor)
    row = locked(MeetingEntry, actor, meeting_id)
    row.change(is_shared=is_shared)
    reason = "shared" if is_shared else "taken_back"
    audit.record("linkage.meeting.shared", actor=actor, subject=row, at=now, reason=reason)
    return row


@action
def strike_meeting(*, actor: Actor, meeting_id: UUID, now: datetime) -> None:
    """Take an entry out of one's own log; nothing of it is kept."""
    _oneself(actor)
    row = locked(MeetingEntry, actor, meeting_id)
    audit.record("linkage.meeting.struck", actor=actor, subject=row, at=now)
    row.delete()


@action
def choose_milestone(
    *,
    actor: Actor,
    milestone: str,
    shown: str,
    name_shown: str,
    now: datetime,
    since_on: date | None = None,
) -> MilestoneChoice:
    """The client says yes to celebrating one milestone in one place, under this name.

    `since_on` is the client's own first day, for those who count their own days. Chosen again, the
    newer choice holds.
    """
    client = _oneself(actor)
    wrong = {
        "choice_milestone_unknown": milestone not in Milestone.values,
        "choice_place_unknown": shown not in Shown.values,
        "choice_name_missing": not name_shown.strip(),
        "choice_day_ahead": since_on is not None and since_on > day_at(now, client.site),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise ChoiceUnclear(*codes)
    for row in _choices(client.pk).filter(milestone=milestone, shown=shown):
        row.change(withdrawn_at=now)
    made: MilestoneChoice = MilestoneChoice.objects.create(
        client=client, site_id=client.site_id, milestone=milestone, shown=shown,
        name_shown=" ".join(name_shown.split())[:40], since_on=since_on, chosen_at=now,
    )  # fmt: skip
    audit.record("linkage.milestone.chosen", actor=actor, subject=made, at=now, reason=shown)
    return made


@action
def withdraw_milestone(*, actor: Actor, choice_id: UUID, now: datetime) -> MilestoneChoice:
    """Take the yes back; from that instant nothing of it is shown anywhere."""
    _oneself(actor)
    row = locked(MilestoneChoice, actor, choice_id)
    if row.withdrawn_at is None:
        row.change(withdrawn_at=now)
        audit.record("linkage.milestone.withdrawn", actor=actor, subject=row, at=now)
    return row


def withdraw_all(*, actor: Actor, client_id: UUID, now: datetime) -> int:
    """Take every celebration of a client down; how many there were."""
    rows = list(_choices(client_id))
    for row in rows:
        row.change(withdrawn_at=now)
        audit.record("linkage.milestone.withdrawn", actor=actor, subject=row, at=now)
    return len(rows)


def _choices(client_id: UUID) -> Any:
    rows = MilestoneChoice.objects.for_actor(SERVICE, Purpose.CLIENT_REQUEST)
    return rows.select_for_update(of=("self",)).filter(client_id=client_id, withdrawn_at=None)


def _oneself(actor: Actor) -> Client:
    """The client who acts; nobody else writes here in their name."""
    if actor.kind != CLIENT or actor.client_id is None:
        raise NotAllowed("the_client_alone")
    return client_for(actor, actor.client_id)
