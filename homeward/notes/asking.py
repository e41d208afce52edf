"""What one note is asked, by its session's kind and by how the client came."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward.attendance.actions.say_where import ELSEWHERE
from homeward.attendance.models import AttendanceMark, RemotePlace
from homeward.attendance.queries import CAME, stays_of
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notes.kinds import Asked, asked_for, required_codes
from homeward.notes.models import ClientNote
from homeward.notes.rules.parts import missing_details, missing_sections, state_in
from homeward.packets.queries import telehealth_choice
from homeward.people.models import Contact
from homeward.timetable.models import GroupSession
from homeward.timetable.standing_in import SessionLink

State = AttendanceMark.State
ASKING = Actor.of_service("notes.asking")
CLIENT_THERE = "client_there"


def is_by_telehealth(mark: AttendanceMark | None) -> bool:
    """Whether the register says that the client was there by telehealth, all or part of the time.

    The stays say so: somebody late, made up or gone early by video is still by video.
    """
    if mark is None:
        return False
    if mark.state == State.VIRTUAL_PRESENT:
        return True
    return mark.state in CAME and any(stay.is_telehealth for stay in stays_of(mark))


def is_past_lock(note: ClientNote | None, now: datetime) -> bool:
    """Whether what is written now is a late entry."""
    return note is not None and note.locks_at is not None and now > note.locks_at


def asked_of(
    session: GroupSession, *, is_telehealth: bool, is_late: bool = False
) -> tuple[Asked, ...]:
    """The fields of the session's kind, those of telehealth, and why it is late, where it is so."""
    return asked_for(session.session_type.kind, is_telehealth=is_telehealth, is_late=is_late)


def missing_parts(
    note: ClientNote, session: GroupSession, *, is_telehealth: bool, is_late: bool = False
) -> tuple[str, ...]:
    """The codes of sections and required fields that still have no words."""
    details: dict[str, Any] = note.details or {}
    required = required_codes(asked_of(session, is_telehealth=is_telehealth, is_late=is_late))
    if details.get(CLIENT_THERE) == "no":
        required = (*required, "present")  # without the client somebody of the family came
    address = str(details.get("t_address", ""))
    return (
        *missing_sections(note.style, note.sections or {}),
        *missing_details(required, details),
        *(("t_state",) if is_telehealth and address and not state_in(address) else ()),
    )


def first_answers(client_id: UUID, session: GroupSession) -> dict[str, str]:
    """What the house knows of a client's telehealth before the note; each is seen and kept.

    The emergency contact of the chart, the signed paper, the kept link, and what the client said
    as they joined: shown in the form for its writer to correct. Where the client is and who is
    there is asked each time.
    """
    contacts = Contact.objects.for_actor(ASKING, Purpose.TREATMENT).filter(
        client_id=client_id, kind=Contact.Kind.EMERGENCY
    )
    contact = contacts.order_by("name").first()
    has_link = SessionLink.objects.filter(session=session).exclude(address="").exists()
    known = {
        "t_modality": "video",
        "t_platform": str(_("House video link")) if has_link else "",
        "t_responder": "911",
        "t_consent": "on_file" if telehealth_choice(client_id) == "yes" else "",
        "t_contact": ", ".join(filter(None, (contact.name, contact.relation, contact.phone)))
        if contact
        else "",
    }
    known.update(_said_at_joining(client_id, session))
    return {code: value for code, value in known.items() if value}


def _said_at_joining(client_id: UUID, session: GroupSession) -> dict[str, str]:
    """Where the client said they are, as they joined this session, and whom to call near them."""
    rows = RemotePlace.objects.for_actor(ASKING, Purpose.TREATMENT)
    said = rows.filter(client_id=client_id, seat__session=session).order_by("-said_at").first()
    if said is None:
        return {}
    return {
        "t_address": f"{said.place}, {said.state}" if said.state != ELSEWHERE else said.place,
        "t_contact": f"{said.near_name}, {said.near_phone}",
        "t_others": said.who_is_there,
    }
