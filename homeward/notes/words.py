"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words
from homeward.notes import correction_words

REASONS = {
    "notes_not_written": _("Not every note of this session is there yet."),
    "closing_everyone_marked": _("Everyone is marked"),
    "closing_note_for_everyone": _("Everyone who came has a note"),
    "closing_danger_has_ending": _("Every danger said at check-in has an ending"),
    "closing_shared_part": _("The group's shared part is written"),
    "note_parts_complete": _("What this kind of session asks for is answered"),
    "note_attendance_marked": _("Attendance is marked"),
    "note_client_was_there": _("The client was in the room"),
    "note_shared_part": _("The group's shared part is written"),
    "note_own_words": _("The client's own part is written in your words"),
    "note_participation": _("How the client took part is chosen"),
    "note_response": _("How the client responded is chosen"),
    "note_progress": _("Progress on the objective is rated"),
    "note_names_nobody_else": _("No other client is named"),
    "note_author_may_sign": _("You hold a role that signs notes"),
    "note_without_objective": _("How it served the plan: no objective is chosen"),
    "note_like_another": _("%(percent)s%% like another note: say what was particular"),
    "note_past_due": _("Past the time it was due: it will be labelled as signed late"),
    "note_late_entry": _("Past its lock: it will stay marked as a late entry, with your reason"),
    "note_not_led_by_author": _("You are not named among who led this session"),
    "note_agrees_with_register": _("It says the same as the register about who was there"),
}

PROBLEMS = {
    "note_parts_complete": _("Answer what this kind of session asks for: see the fields marked."),
    "note_attendance_marked": _("Mark attendance first: a note states real minutes."),
    "note_client_was_there": _(
        "The client was not in the room, so there is no session note to sign."
    ),
    "note_agrees_with_register": _(
        "The register and this note do not agree on whether the client was there. Correct one."
    ),
    "note_shared_part": _("Write the group's shared part, once for everyone and without names."),
    "note_own_words": _("Write the client's own part."),
    "note_participation": _("Choose how the client took part."),
    "note_response": _("Choose how the client responded."),
    "note_progress": _("Rate progress on the objective."),
    "note_names_nobody_else": _("Another client is named. Take the name out before signing."),
    "note_author_may_sign": _("Technicians and peers write observations; a counselor signs."),
}

REFUSALS = {
    "closing_everyone_marked": _("Mark everyone first: here, late or absent."),
    "closing_note_for_everyone": _("Somebody who came has no note yet. Write their part."),
    "closing_danger_has_ending": _(
        "Somebody said at check-in that they are in danger. Say first what was done about it."
    ),
    "closing_shared_part": _("Write the group's shared part, once for everyone, without names."),
    "observations_only": _(
        "Technicians and peers write observations, or write for a counselor as their scribe."
    ),
    "unknown_format": _("Choose one of the formats."),
    "not_a_scribe": _("Choose a colleague who writes notes here and does not lead this session."),
    "short_form_unfit": _("A short form begins with a letter or digit and has no spaces."),
    "long_form_missing": _("Write what it stands for, up to 1000 characters."),
    "too_many_short_forms": _("There are 200 already. Drop one first."),
    "nothing_observed": _("Write what you saw or heard, up to 2000 characters."),
    "counseling_note_empty": _("Write something first."),
    "counseling_note_closed": _("You closed this note; it stays as it is."),
    "unknown_format_or_kind": _("Choose one of the formats and kinds."),
    "format_starts_in_past": _("Choose today or a day to come: notes keep their format."),
    **PROBLEMS,
    "note_already_signed": _("This note is already signed and locked. Add an addendum instead."),
    "note_not_signed": _("Only a signed note takes addenda and second signatures."),
    "not_the_author": _("Only its author signs a note."),
    "not_fresh": _("Enter your password again to sign."),
    "own_note": _("Nobody co-signs their own work."),
    "cosigner_not_licensed": _(
        "A co-signature is put by somebody whose own signature stands alone on this day."
    ),
    "already_cosigned": _("This note already has a second signature."),
    "addendum_is_empty": _("Write what you want to add."),
    "word_names_somebody": _(
        "This is the whole name of another client. Replace it; a single word may be answered."
    ),
    "names_somebody": _("Another client is named. Write it without the name."),
    "unknown_kind": _("Choose late entry, addendum or correction."),
    "unknown_chip": _("Choose from the words shown."),
    "objective_of_another": _("That objective belongs to another client's plan."),
    "shared_part_is_locked": _("The shared part was signed with the first note and is locked."),
    "session_is_cancelled": _("This session was cancelled."),
    "stale_version": _(
        "This note was changed elsewhere after you opened it. Your words are still here: compare, "
        "then save again."
    ),
    "not_your_session": _("Only who leads this session writes its shared part."),
    "somebody_elses_draft": _("A colleague began this note; its author finishes it."),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(REASONS)
    reasons_words.register(correction_words.REASONS)


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room."""
    known = REFUSALS.get(code) or correction_words.REFUSALS.get(code)
    return str(known or code.replace("_", " ").capitalize())
