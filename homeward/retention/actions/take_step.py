"""Taking one rung of outreach: by a permitted way, once, with what came of it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.attendance.actions import mark_attendance
from homeward.attendance.models import AttendanceMark
from homeward.consents.disclosing import disclose_now, held
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.notices.actions import outgoing_to, queue_notice
from homeward.notices.models import Channel
from homeward.people.models import Client, Contact
from homeward.progress.actions.record_outreach import ENDS, KEEPS_PLACE, record_outreach
from homeward.progress.outreach import Missed, line_for, outreach_for
from homeward.progress.rules.outreach import CHANNELS
from homeward.retention.deciding import DECISION as DISCHARGE_DECISION
from homeward.retention.deciding import TAKEN, TEAM_REVIEW, end_cards, open_discharge
from homeward.retention.ladder import CLIMBING, climb, permitted_ways
from homeward.retention.models import OutreachRung
from homeward.retention.rules.permitted import AT_ONCE, due_within, ways_of
from homeward.retention.team import Teams
from homeward.retention.ways import BESIDE, may_be_told

State = OutreachRung.State
# What the program sends itself, and by which channel of the notices.
SENT_BY_US = {"text": Channel.TEXT, "letter": Channel.LETTER, "portal": Channel.NOTE}
PLEASE_CALL = "please_call"
DECIDING = (TEAM_REVIEW, DISCHARGE_DECISION)
SHORTEST_NOTE = 5
WELFARE_CHECK, FIRST_CALL, SECOND_CALL = "welfare_check", AT_ONCE[0], AT_ONCE[1]


class StepTaken(Refusal):
    """Somebody took this step before; the argument says so."""


class StepOver(Refusal):
    """This step is not the one that is asked for now: they were in contact, or it went on."""


class WayShut(Refusal):
    """This way is not open to reach them now; the argument names it."""


class ClinicianCalls(Refusal):
    """With somebody in danger a clinician calls."""


class AnotherClinician(Refusal):
    """The second call is made by somebody else than the first."""


class WhomNeeded(Refusal):
    """Which person beside the client was told."""


class DecisionMissing(Refusal):
    """Whether the place is kept or care ends is said, never taken from the step alone."""


class DecisionNeedsNote(Refusal):
    """A decision of the team is written down in a sentence."""


def is_clinician(actor: Actor) -> bool:
    """Who signs or approves clinical work calls somebody in danger."""
    return may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN) or may(
        actor.roles, RecordClass.ASSESSMENT, Access.APPROVE
    )


@action
def take_step(
    *,
    actor: Actor,
    mark_id: UUID,
    step: str,
    channel: str,
    outcome: str,
    now: datetime,
    note: str = "",
    contact_id: UUID | None = None,
) -> OutreachRung:
    """Write down one try for the step that is asked for now; texts and letters are sent with it.

    Whoever reaches for somebody whose seat nobody marked has seen that they are not here: the mark
    is written first, in their name. The client is held meanwhile: of two workers one takes the
    step, the other is told. Nobody beside the client is told anything but through the consent
    gate, at this instant.

    Raises the refusals of this file and of record_outreach; AttendanceMark.DoesNotExist out of
    scope and when nothing is asked any more.
    """
    if actor.worker_id is None:
        raise NotAllowed("retention.rung.taken")
    client_id = line_for(actor, mark_id).client_id
    held(client_id)
    item = _asked(actor, mark_id, step, now)
    _may_call(actor, step, item)
    item = _marked(item, actor, now)
    rung = _rung(item, actor, now)
    if rung.state == State.DONE:
        raise StepTaken
    if step in DECIDING:
        if step == DISCHARGE_DECISION:
            if outcome not in (KEEPS_PLACE, ENDS):
                raise DecisionMissing
        else:
            outcome = "decided"
        channel = step
        if len(note.strip()) < SHORTEST_NOTE:
            raise DecisionNeedsNote
    else:
        client = client_whole(client_id)
        _must_be_open(client, item, channel, now)
        if channel == WELFARE_CHECK:
            outcome = "asked_for"
        if channel in SENT_BY_US:
            outcome = "sent"
            _send(actor, client, channel, rung, now)
        if channel == "consented_contact":
            _tell(actor, client, contact_id, rung, now)
    attempt = record_outreach(
        actor=actor, episode_id=item.mark.episode_id, session_id=item.mark.session_id,
        channel=channel, outcome=outcome, step=step, note=note, now=now,
    )  # fmt: skip
    rung.change(
        state=State.DONE, closed_at=now, closed_by_id=actor.worker_id, stopped_by="",
        attempt=attempt,
    )  # fmt: skip
    audit.record("retention.rung.taken", actor=actor, subject=rung, at=now, reason=step)
    _settle_cards(rung, outcome, actor, now)
    climb(actor=CLIMBING, now=now, only=client_id)
    return rung


def _settle_cards(rung: OutreachRung, outcome: str, actor: Actor, now: datetime) -> None:
    """The duty of this step ends; where care ends, the discharge is the counselor's to write."""
    end_cards([rung], TAKEN, "", actor, now)
    if rung.step == DISCHARGE_DECISION and outcome == ENDS:
        primary = Teams.of([rung.client_id], now).primary(rung.client_id)
        owner_id = primary or actor.worker_id or rung.owner_id
        open_discharge(rung, client_whole(rung.client_id), owner_id, actor, now)


def _may_call(actor: Actor, step: str, item: Missed) -> None:
    if step in AT_ONCE and not is_clinician(actor):
        raise ClinicianCalls
    if step == SECOND_CALL and any(
        each.step == FIRST_CALL and each.by_id == actor.worker_id for each in item.tries
    ):
        raise AnotherClinician


def _marked(item: Missed, actor: Actor, now: datetime) -> Missed:
    """The same with the mark on record; whoever comes after all is marked here as ever."""
    if item.is_marked:
        return item
    state = AttendanceMark.State.NO_SHOW
    mark = mark_attendance(actor=actor, seat_id=item.mark.seat_id, state=state, now=now)
    return replace(item, mark=mark, is_marked=True)


def _asked(actor: Actor, mark_id: UUID, step: str, now: datetime) -> Missed:
    """What is asked for now; a step somebody took meanwhile is said to be taken."""
    try:
        item = outreach_for(actor, mark_id, now)
    except AttendanceMark.DoesNotExist:
        if _is_taken(mark_id, step):
            raise StepTaken from None
        raise
    if item.next.step != step:
        raise StepTaken if _is_taken(item.mark.pk, step) else StepOver
    return item


def _is_taken(mark_id: UUID, step: str) -> bool:
    rows = OutreachRung.objects.for_actor(CLIMBING, Purpose.OPERATIONS)
    return bool(rows.filter(mark_id=mark_id, step=step, state=State.DONE).exists())


def _rung(item: Missed, actor: Actor, now: datetime) -> OutreachRung:
    rows = OutreachRung.objects.for_actor(CLIMBING, Purpose.OPERATIONS)
    found: OutreachRung | None = (
        rows.select_for_update(of=("self",)).filter(mark=item.mark, step=item.next.step).first()
    )
    if found is not None:
        return found
    client = client_whole(item.mark.client_id)
    teams = Teams.of([client.pk], now)
    ways = permitted_ways(client, item.next.step, teams, item.mark.episode.program_id, now)
    made: OutreachRung = OutreachRung.objects.create(
        client_id=client.pk,
        site_id=item.mark.site_id,
        episode_id=item.mark.episode_id,
        mark=item.mark,
        step=item.next.step,
        owner_id=teams.owner(item.next.step, client.pk) or actor.worker_id,
        opened_at=now,
        due_at=due_within(item.next.step, item.next.due_at, ways),
        decision=ways_of(item.next.step, item.next.channels, ways).to_json(),
    )
    return made


def ways_now(client: Client, item: Missed, now: datetime) -> Decision:
    """The ways of the step that is asked for, as they stand at this instant."""
    teams = Teams.of([client.pk], now)
    ways = permitted_ways(client, item.next.step, teams, item.mark.episode.program_id, now)
    channels = CHANNELS[item.next.step]
    # A call is always tried; a step with a place of its own may be taken by telephone as well.
    wanted = channels if "call" in channels or not channels else (*channels, "call")
    return ways_of(item.next.step, wanted, ways)


def _must_be_open(client: Client, item: Missed, channel: str, now: datetime) -> None:
    if channel not in ways_now(client, item, now).extras["channels"]:
        raise WayShut(f"way_shut_{channel}" if channel in _KNOWN else "channel")


_KNOWN = frozenset(way for ways in CHANNELS.values() for way in ways)


def _send(actor: Actor, client: Client, channel: str, rung: OutreachRung, now: datetime) -> None:
    """The neutral word that asks for a call; it waits for the hours they chose."""
    queue_notice(
        actor=actor, client_id=client.pk, code=PLEASE_CALL, channel=SENT_BY_US[channel].value,
        origin=f"outreach {rung.pk}", now=now,
    )  # fmt: skip


def _tell(
    actor: Actor, client: Client, contact_id: UUID | None, rung: OutreachRung, now: datetime
) -> None:
    """Through the consent gate, with its ledger row; a denial undoes the step.

    Outreach goes to family and supports alone, never to an officer, whatever they may be sent.
    """
    rows = Contact.objects.for_actor(CLIMBING, Purpose.OPERATIONS).filter(kind__in=BESIDE)
    if contact_id is None:
        raise WhomNeeded
    contact = rows.filter(pk=contact_id, client_id=client.pk).first()
    if contact is None or not may_be_told(client, contact, now):
        raise WayShut("way_shut_consented_contact")
    release = disclose_now(
        actor=actor, client_id=client.pk, now=now,
        outgoing=outgoing_to(client, contact, "call", f"outreach {rung.pk}"),
    )  # fmt: skip
    if not release.is_open:
        raise WayShut("way_shut_consented_contact")


def client_whole(client_id: UUID) -> Client:
    """The client with their site, for the rules; never shown."""
    rows = Client.objects.for_actor(CLIMBING, Purpose.OPERATIONS).select_related("site")
    return rows.get(pk=client_id)  # type: ignore[no-any-return]
