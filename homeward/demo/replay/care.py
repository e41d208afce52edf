"""Measures, the register and notes."""

from datetime import datetime, time
from decimal import Decimal
from uuid import UUID

from homeward.attendance.actions import mark_attendance
from homeward.attendance.models import AttendanceMark
from homeward.demo.replay.duties import do_duties_later
from homeward.demo.replay.performing import Replay, performs
from homeward.demo.rows.book import utc
from homeward.demo.story import events
from homeward.demo.wording import details_of, first_words, note_body, shared_part
from homeward.instruments.actions import answer_instrument
from homeward.instruments.checking_in import check_in
from homeward.notes.actions import save_note_draft, save_shared_part, sign_note
from homeward.notes.drafting import is_group
from homeward.timetable.models import GroupSession, Seat

WHY = "replay"
MIDNIGHT = time()


@performs(events.InstrumentAnswered)
def instrument_answered(replay: Replay, event: events.InstrumentAnswered) -> None:
    """The client answers."""
    answer_instrument(
        actor=replay.who(event),
        client_id=replay.client_id,
        instrument=event.instrument,
        answers=dict(event.answers),
        moment="weekly" if event.week else "admission",
        now=utc(event.at),
    )
    do_duties_later(replay)


@performs(events.CheckIn)
def checked_in(replay: Replay, event: events.CheckIn) -> None:
    """The client's own half-minute."""
    check_in(
        actor=replay.who(event),
        client_id=replay.client_id,
        craving=event.craving,
        mood=event.mood,
        sleep_hours=Decimal(str(event.sleep_hours)),
        used=event.used,
        now=utc(event.at),
    )
    do_duties_later(replay)


@performs(events.Attended)
def attended(replay: Replay, event: events.Attended) -> None:
    """One line of the register."""
    _mark(replay, event, event.state, event.punches, event.excuse)


@performs(events.FamilySessionHeld)
def family_session_held(replay: Replay, event: events.FamilySessionHeld) -> None:
    """A family session that took place; its line in the register stands already."""
    marks = AttendanceMark.objects.unscoped(WHY)
    if not marks.filter(session_id=replay.ids[event.session], client_id=replay.client_id).exists():
        _mark(replay, event, "present", event.punches, "")


def _mark(
    replay: Replay,
    event: "events.Attended | events.FamilySessionHeld",
    state: str,
    punches: tuple[events.Interval, ...],
    excuse: str,
) -> None:
    seat = Seat.objects.unscoped(WHY).get(
        session_id=replay.ids[event.session], client_id=replay.client_id, released_at=None
    )
    mark_attendance(
        actor=replay.who(event),
        seat_id=seat.pk,
        state=state,
        punches=[(utc(came), utc(went)) for came, went in punches] if punches else None,
        reason=excuse,
        approved=True,
        now=utc(event.at),
    )


def begin_notes(replay: Replay, session_id: UUID, now: datetime) -> None:
    """The notes of a session that the story signs later: begun as its register closes."""
    for event in replay.events:
        if not isinstance(event, events.NoteSigned) or utc(event.at) <= now:
            continue
        if replay.ids.get(event.session) == session_id:
            _share(replay, event, now)
            save_note_draft(
                actor=replay.who(event), session_id=session_id, client_id=replay.client_id,
                participation=event.participation, body=first_words(event), now=now,
            )  # fmt: skip


def _share(replay: Replay, event: events.NoteSigned, now: datetime) -> GroupSession:
    """The part that is true for everyone, where the session has one."""
    session_id = replay.ids[event.session]
    session = GroupSession.objects.select_related("session_type", "topic").get(pk=session_id)
    if is_group(session):
        topic = session.topic
        words = shared_part(
            session.name, topic.title if topic else "", topic.summary if topic else ""
        )
        save_shared_part(actor=replay.who(event), session_id=session_id, body=words, now=now)
    return session


@performs(events.NoteSigned)
def note_signed(replay: Replay, event: events.NoteSigned) -> None:
    """Write the shared part once and the client's own part, and sign."""
    actor, now = replay.who(event), utc(event.at)
    session_id = replay.ids[event.session]
    session = _share(replay, event, now)
    objective = replay.ids.get(f"objective {event.objective}")
    note = save_note_draft(
        actor=actor,
        session_id=session_id,
        client_id=replay.client_id,
        participation=event.participation,
        response=event.response,
        objective_id=objective,
        progress=event.progress if objective else "",
        body=note_body(event),
        details=details_of(event, session.session_type.kind),
        now=now,
    )
    sign_note(actor=actor, note_id=note.pk, authenticated_at=now, now=now)
