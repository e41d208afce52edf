"""Notes by the rule table: due, locked, watched over; and what a note says of how one came."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.attendance.actions import mark_attendance
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notes import actions
from homeward.notes.actions.cosign_note import CosignerNotLicensed
from homeward.notes.choices import meaning_of
from homeward.notes.keeping_watch import open_note_duties
from homeward.notes.models import CoSignature
from homeward.notes.tests.written import BODY, draft, ready, sign
from homeward.people.models import Contact
from homeward.program.models import Deadline, SessionType
from homeward.staff.models import Credential
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import cast
from homeward.timetable.models import Seat
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned_room,
    seat,
)

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
DAY = timedelta(days=1)
THERE = {
    "t_modality": "video", "t_platform": "House video link", "t_consent": "on_file",
    "t_contact": "Kim Avery, mother", "t_responder": "911", "t_identity": "known",
    "t_others": "alone", "t_address": "4 Elm Street, Evanston, IL",
}  # fmt: skip


@pytest.fixture
def room(cast: Any) -> Any:
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


def rule(room: Any, document: str, applies_to: str, limit: int, unit: str, **more: Any) -> None:
    Deadline.objects.create(
        program=room.program, document=document, applies_to=applies_to, clock_start="session_end",
        limit=limit, unit=unit, starts_on=room.session.on - timedelta(days=60),
        source_title="A contract", tag="payer", citation="", **more,
    )  # fmt: skip


def test_due_and_lock_follow_the_narrowest_row_of_the_table(room: Any) -> None:
    """The level's own rule wins over the one for all; business days end at the site's midnight."""
    note = draft(room)
    assert (note.due_at, note.locks_at) == (ELEVEN + DAY, ELEVEN + 3 * DAY)
    rule(room, "group_note", "level:2.1", 2, "days", calendar="business")
    rule(room, "note_lock", "level:1", 1, "hours")
    actions.delete_draft(actor=room.dana.actor, note_id=note.pk, now=ELEVEN)
    again = draft(room)
    # Thursday is a working day here; the day ends at midnight in Chicago.
    assert again.due_at == ELEVEN.replace(hour=6, minute=0) + 3 * DAY
    assert again.locks_at == ELEVEN + 3 * DAY


class TestPastTheLock:
    def test_a_late_entry_says_why_and_stays_marked(self, room: Any) -> None:
        """It is never refused for being late, and never hides that it is."""
        note = ready(room)
        late = ELEVEN + 4 * DAY
        with pytest.raises(actions.NoteIncomplete) as refused:
            sign(room, note, now=late, authenticated_at=late)
        assert refused.value.codes == ("note_parts_complete",)
        draft(room, details={"late_reason": "Away with the flu until today."}, now=late)
        signed = sign(room, note, now=late, authenticated_at=late)
        assert signed.details["late_reason"].startswith("Away")
        assert str(meaning_of(signed)) == "author, late entry"

    def test_before_the_lock_nothing_is_asked(self, room: Any) -> None:
        """Late, and said so; the note states when its client was there."""
        after = ELEVEN + 2 * DAY
        signed = sign(room, ready(room), now=after, authenticated_at=after)
        assert str(meaning_of(signed)) == "author, signed late"
        assert signed.details == {"times": "09:30-11:00"}


def test_who_was_there_by_video_late_is_asked_what_telehealth_asks(room: Any) -> None:
    """The stays say how somebody came, whatever the word of the mark."""
    SessionType.objects.filter(pk=room.session.session_type_id).update(kind="individual")
    clock.shift_to(ELEVEN)
    mark_attendance(
        actor=room.dana.actor, seat_id=room.seat.pk, state="late", is_telehealth=True,
        at=HALF_PAST_NINE + timedelta(minutes=20), now=ELEVEN - timedelta(minutes=1),
    )  # fmt: skip
    own = {"methods": ["cbt"], "risk": "none_voiced", "next_step": "Call on Friday."}
    note = draft(room, details=own)
    with pytest.raises(actions.NoteIncomplete) as refused:
        sign(room, note)
    assert "note_parts_complete" in refused.value.codes
    draft(room, details={**own, **THERE})
    assert sign(room, note).details["times"] == "09:50- (telehealth)"


def test_a_family_that_came_without_the_client_has_its_note(room: Any) -> None:
    """No minutes of the client's, who came is named, and the register agrees."""
    SessionType.objects.filter(pk=room.session.session_type_id).update(kind="family")
    mark_attendance(
        actor=room.dana.actor, seat_id=room.seat.pk, state="excused", reason="illness",
        told_at=HALF_PAST_NINE - timedelta(hours=5), now=HALF_PAST_NINE,
    )  # fmt: skip
    said = {
        "client_there": "no", "focus": "Evenings", "family_response": "Relieved.",
        "agreed": "A walk.", "safety_at_home": "no_concern",
    }  # fmt: skip
    note = draft(room, participation=[], response=[], details=said)
    with pytest.raises(actions.NoteIncomplete) as refused:
        sign(room, note)
    assert refused.value.codes == ("note_parts_complete",)
    draft(room, participation=[], response=[], details={**said, "present": [str(room.kim.pk)]})
    signed = sign(room, note)
    assert (signed.minutes, "times" in signed.details) == (0, False)


def test_in_a_group_of_families_nobody_elses_people_are_named(room: Any) -> None:
    """Neither in the own part nor in what the family said; one's own may be."""
    SessionType.objects.filter(pk=room.session.session_type_id).update(kind="multi_family")
    _mate_with_family(room)
    ready(room)
    details = {
        "client_there": "yes", "focus": "Trust", "family_response": "Kim nodded.",
        "agreed": "A walk.", "safety_at_home": "no_concern",
    }  # fmt: skip
    note = draft(room, body=f"{BODY} Wilhelmina Quist agreed with Kim.", details=details)
    with pytest.raises(actions.NoteIncomplete) as refused:
        sign(room, note)
    assert refused.value.codes == ("note_names_nobody_else",)
    draft(room, details={**details, "family_response": "Quist nodded."})
    with pytest.raises(actions.NoteIncomplete):
        sign(room, note)
    draft(room, details=details)
    assert sign(room, note).signed_at == ELEVEN


def _mate_with_family(room: Any) -> None:
    mate = another_client(room.cast, "Tobiah Ormerod", 901)
    on_team(room.cast, mate, room.dana)
    seat(room.cast, mate)
    Contact.objects.create(
        client=mate, site=room.cast.site, kind=Contact.Kind.FAMILY, name="Wilhelmina Quist",
        relation="mother",
    )  # fmt: skip
    there = Seat.objects.for_actor(SERVICE, Purpose.TREATMENT).get(
        session=room.session, client=mate
    )
    mark_attendance(actor=room.dana.actor, seat_id=there.pk, state="present", now=HALF_PAST_NINE)


def test_a_second_signature_asks_for_a_credential_that_signs_alone(room: Any) -> None:
    """On the day it is put: one that lapsed yesterday does not count."""
    note = sign(room, ready(room))
    Credential.objects.filter(worker=room.sam.row).update(ends_on=room.session.on)
    with pytest.raises(CosignerNotLicensed):
        actions.cosign_note(
            actor=room.sam.actor, note_id=note.pk, authenticated_at=ELEVEN, now=ELEVEN
        )
    assert not CoSignature.objects.for_actor(SERVICE, Purpose.TREATMENT).exists()


def duties(**which: Any) -> list[tuple[str, Any]]:
    """Kind and owner of what is open about notes."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    found = rows.filter(closed_at=None, kind__startswith="note_", **which).order_by("kind")
    return [(task.kind, task.owner_id) for task in found]


class TestWatch:
    def test_what_nobody_began_is_asked_of_who_led_it_and_then_of_who_supervises(
        self, room: Any
    ) -> None:
        """Once each; a draft ends the first, the signature the second."""
        open_note_duties(now=ELEVEN + timedelta(hours=11))
        assert duties() == []
        open_note_duties(now=ELEVEN + timedelta(hours=13))
        open_note_duties(now=ELEVEN + timedelta(hours=14))
        assert duties() == [("note_unwritten", room.dana.pk)]
        note = ready(room)
        open_note_duties(now=ELEVEN + timedelta(hours=15))
        assert duties() == []
        open_note_duties(now=ELEVEN + 2 * DAY)
        assert duties() == [("note_late", room.sam.pk)]
        late = ELEVEN + 2 * DAY
        sign(room, note, now=late, authenticated_at=late)
        assert duties() == []

    def test_an_absence_asks_for_no_note_and_saying_so_proves_nothing(self, room: Any) -> None:
        open_note_duties(now=ELEVEN + timedelta(hours=13))
        rows = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        with pytest.raises(DispositionUnproven):
            complete_task(
                actor=room.dana.actor, task_id=rows.get(kind="note_unwritten").pk,
                disposition="written", now=ELEVEN + timedelta(hours=13),
            )  # fmt: skip
        mark_attendance(actor=room.dana.actor, seat_id=room.seat.pk, state="no_show", now=ELEVEN)
        open_note_duties(now=ELEVEN + timedelta(hours=14))
        assert duties() == []
