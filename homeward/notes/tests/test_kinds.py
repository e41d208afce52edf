"""Formats and kinds of sessions: what is asked, kept, missing; tables first, then actions."""

from datetime import timedelta

import pytest

from homeward.core.refusals import NotAllowed
from homeward.notes import actions
from homeward.notes.actions.set_format import FormatStartsInPast, set_format
from homeward.notes.formats import style_for
from homeward.notes.kinds import asked_for, required_codes
from homeward.notes.models import ClientNote
from homeward.notes.rules.closing import MAY_END, NOT_YET, Place, closing_of
from homeward.notes.rules.parts import (
    body_of,
    missing_details,
    missing_sections,
    state_in,
)
from homeward.notes.tests.written import draft, ready, sign
from homeward.program.models import SessionType
from homeward.testing.cast import cast
from homeward.timetable.tests.planned import ELEVEN, planned_room

__all__ = ["cast"]
WHOLE = {"data": "Came on time.", "assessment": "Steadier.", "plan": "Call on Friday."}


@pytest.mark.parametrize(
    ("style", "sections", "body", "missing"),
    [
        ("dap", WHOLE, "Data: Came on time.\n\nAssessment: Steadier.\n\nPlan: Call on Friday.", ()),
        ("dap", {"plan": "Rest."}, "Plan: Rest.", ("data", "assessment")),
        ("girp", {}, "", ("goal", "intervention", "response", "plan")),
        ("soap", {"objective": " "}, "", ("subjective", "objective", "assessment", "plan")),
        ("", {"data": "x"}, "", ()),
    ],
)
def test_a_format_makes_one_body_and_says_what_is_missing(style, sections, body, missing):
    """Own words have no sections; a blank is nothing."""
    assert body_of(style, sections) == body
    assert missing_sections(style, sections) == missing


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("12 Elm Street, Evanston, IL", "IL"),
        ("12 Elm Street, Evanston, IL 60201", "IL"),
        ("at home", ""),
        ("12 Elm Street, Evanston", ""),
    ],
)
def test_the_state_is_read_from_the_place(address, state):
    """Who leads is licensed where the client sits; a place without a state is not known."""
    assert state_in(address) == state


def test_every_kind_of_session_has_what_its_standard_asks():
    """Telehealth adds its record to any of them; a group asks nothing beside chips and words."""
    kinds = {
        kind: required_codes(asked_for(kind, is_telehealth=False)) for kind in SessionType.Kind
    }

    assert kinds["group"] == ()
    assert {"methods", "risk", "next_step"} == set(kinds["individual"])
    assert {"client_there", "family_response", "safety_at_home"} <= set(kinds["family"])
    assert kinds["multi_family"] == kinds["family"]
    assert "medications" in kinds["medical"]
    assert kinds["education"] == ("understanding",)
    assert {"skill", "practice"} == set(kinds["skills"])
    assert {"work_goal", "work_step"} == set(kinds["vocational"])
    assert kinds["mutual_help"] == ("meeting",)
    remote = required_codes(asked_for("group", is_telehealth=True))
    assert {"t_address", "t_contact", "t_identity", "t_consent", "t_modality", "t_others"} <= set(
        remote
    )
    assert missing_details(remote, {"t_address": "x"}) == tuple(
        code for code in remote if code != "t_address"
    )


HERE = Place(ref="a", is_marked=True, came=True, has_words=True)


@pytest.mark.parametrize(
    ("place", "shared", "outcome", "line"),
    [
        (HERE, True, MAY_END, ""),
        (HERE, False, NOT_YET, "closing_shared_part"),
        (Place(ref="a", is_marked=False, came=False, has_words=True), True, NOT_YET,
         "closing_everyone_marked"),
        (Place(ref="a", is_marked=True, came=True, has_words=False), True, NOT_YET,
         "closing_note_for_everyone"),
        (Place(ref="a", is_marked=True, came=False, has_words=False), False, MAY_END, ""),
        (Place(ref="a", is_marked=True, came=True, has_words=True, in_danger=True), True, NOT_YET,
         "closing_danger_has_ending"),
    ],
)  # fmt: skip
def test_nothing_closes_with_somebody_left_out(place, shared, outcome, line):
    """Unmarked, present without a note, a danger without an ending, no shared part."""
    decision = closing_of([place], needs_shared=True, has_shared=shared)

    assert decision.outcome == outcome
    assert [each.code for each in decision.reasons if each.state.value == "not_met"] == (
        [line] if line else []
    )


@pytest.fixture
def room(cast):
    return planned_room(cast)


@pytest.mark.django_db
class TestFormats:
    def test_hold_from_their_day_on_and_for_their_kind(self, room):
        """The kind's own wins over the one for every kind; before its day nothing changes."""
        on = room.session.on
        for kind, style, day in (("", "dap", on), ("family", "girp", on + timedelta(days=7))):
            set_format(
                actor=room.dina.actor, program_id=room.program.pk, kind=kind, style=style,
                starts_on=day, now=ELEVEN,
            )  # fmt: skip

        assert style_for(room.program, "group", on) == "dap"
        assert style_for(room.program, "group", on - timedelta(days=1)) == ""
        assert style_for(room.program, "family", on) == "dap"
        assert style_for(room.program, "family", on + timedelta(days=7)) == "girp"

    def test_are_set_by_who_keeps_the_setup_and_never_for_the_past(self, room):
        """A counselor sets none; notes already written keep theirs."""
        about = {"program_id": room.program.pk, "kind": "", "style": "soap", "now": ELEVEN}
        with pytest.raises(NotAllowed):
            set_format(actor=room.dana.actor, starts_on=room.session.on, **about)
        with pytest.raises(FormatStartsInPast):
            set_format(
                actor=room.dina.actor, starts_on=room.session.on - timedelta(days=1), **about
            )

    def test_a_note_in_a_format_is_signed_with_all_its_sections(self, room):
        """An empty section blocks; the hash covers sections, so the signed note is intact."""
        note = ready(room)
        half = {"style": "dap", "sections": {"data": "Came on time."}}
        note = draft(room, **half, details={"skill": "saying no"})
        with pytest.raises(actions.NoteIncomplete) as refused:
            sign(room, note)
        assert refused.value.codes == ("note_parts_complete",)

        note = draft(room, style="dap", sections=WHOLE)
        signed = sign(room, note)

        kept = ClientNote.objects.unscoped("test").get(pk=signed.pk)
        assert kept.body.startswith("Data: Came on time.")
        assert dict(kept.details) == {"skill": "saying no", "times": "09:30-11:00"}
        assert kept.content_hash
