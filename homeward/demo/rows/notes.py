"""Notes: the shared part of a group once, each client's own part, and drafts that still wait."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.register import came_to
from homeward.demo.rows.seating import REGISTER_CLOSES
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.demo.wording import details_of, first_words, note_body, shared_part
from homeward.notes.actions.sign_note import content_of
from homeward.notes.drafting import digest_of, is_group
from homeward.notes.due_rules import LOCK, document_of
from homeward.notes.kinds import TIMES
from homeward.notes.models import ClientNote, SessionNote
from homeward.notes.rules.content import content_hash
from homeward.notes.rules.times import times_of
from homeward.program.rules.due import due_at

BEGUN_AFTER = timedelta(minutes=6)
HALF_WRITTEN = 2


@tells(events.NoteSigned)
def note_signed(told: Teller, event: events.NoteSigned) -> None:
    """The client's own part, signed; the first one of a group freezes the shared part."""
    life, at = told.life(event), utc(event.at)
    session = told.sessions.get(event.session)
    if session is None or event.session not in life.marks:
        return
    # Written as the register closes at the latest.
    shared = _shared(told, event, session, min(at, session.ends_at + REGISTER_CLOSES))
    if shared is not None and shared.signed_at is None:
        told.book.change(shared, signed_at=at)
    author_id = told.setting.worker_id(event.by)
    body = note_body(event)
    note = life.notes.get(event.session) or _begin(told, life, event, session, at)
    objective = life.objectives.get(event.objective)
    values: dict[str, Any] = {
        "participation": list(event.participation),
        "response": list(event.response),
        "objective": objective,
        "progress": event.progress if objective else "",
        "body": body,
        "details": {**details_of(event, session.session_type.kind), **_times(told, life, event)}
        or None,
        "body_digest": digest_of(body),
        "saved_at": at,
        "signed_at": at,
        "signed_by_id": author_id,
        "credential": next(iter(told.setting.titles(author_id, at.date())), ""),
        "minutes": life.marks[event.session].credited_minutes,
    }
    told.book.change(note, **values)
    words = shared.body if shared else ""
    told.book.change(note, content_hash=content_hash(content_of(note, words, note.minutes)))


def _times(told: Teller, life: Life, event: events.NoteSigned) -> dict[str, str]:
    """When the person was in the room, as signing puts it down."""
    zone = told.setting.zone(told.setting.site_of[life.marks[event.session].site_id])
    times = times_of(life.stays.get(event.session, ()), zone)
    return {TIMES.code: times} if times else {}


def begin_drafts(told: Teller, pending: Iterable[events.Event], before: datetime) -> None:
    """Notes that the story signs later and whose session is over: begun, not finished."""
    waiting = [
        event
        for event in pending
        if isinstance(event, events.NoteSigned)
        and came_to(told.life(event), event.session, before)
        and event.session not in told.life(event).notes
    ]
    for place, event in enumerate(waiting):
        session = told.sessions[event.session]
        at = session.ends_at + BEGUN_AFTER
        _shared(told, event, session, at)
        note = _begin(told, told.life(event), event, session, at)
        # A register closes with words for everyone who came, few or many.
        note.body = event.body if place % HALF_WRITTEN else first_words(event)
        note.body_digest = digest_of(note.body)


def _begin(
    told: Teller, life: Life, event: events.NoteSigned, session: Any, at: datetime
) -> ClientNote:
    zone = told.setting.site_of[session.site_id].time_zone
    rules = told.setting.deadlines(session.on)
    due = due_at(rules[document_of(session)], session.ends_at, zone)
    note = told.book.add(
        ClientNote,
        f"{life.key}|{event.session}",
        client=life.client,
        site_id=life.marks[event.session].site_id,
        session=session,
        episode=life.episode,
        author_id=told.setting.worker_id(event.by),
        on=session.on,
        participation=list(event.participation),
        saved_at=at,
        due_at=due,
        locks_at=max(due, due_at(rules[LOCK], session.ends_at, zone)),
    )
    life.notes[event.session] = note
    return note


def _shared(told: Teller, event: events.NoteSigned, session: Any, at: datetime) -> Any:
    if not is_group(session):
        return None
    if event.session not in told.shared:
        topic = session.topic
        told.shared[event.session] = told.book.add(
            SessionNote,
            event.session,
            session=session,
            author_id=told.setting.worker_id(event.by),
            body=shared_part(
                session.name, topic.title if topic else "", topic.summary if topic else ""
            ),
            saved_at=at,
        )
    return told.shared[event.session]
