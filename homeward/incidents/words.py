"""The words of this room: kinds, severities, causes, clocks, refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, "str | Promise"]

KINDS: Words = {
    "overdose": _("Overdose"),
    "death": _("Death"),
    "suicide_attempt": _("Suicide attempt"),
    "violence": _("Violence"),
    "threat": _("Threat"),
    "sexual_misconduct": _("Sexual misconduct"),
    "injury": _("Injury"),
    "medical_emergency": _("Medical emergency"),
    "medication_error": _("Medication error"),
    "contraband": _("Something not allowed on site"),
    "property": _("Property lost or broken"),
    "suicide_danger": _("Danger of suicide"),
    "leaving_impaired": _("Left while impaired"),
    "privacy_breach": _("Privacy breach"),
    "abuse_or_neglect": _("Allegation of harm or neglect"),
}
SEVERITIES: dict[int, "str | Promise"] = {
    1: _("1 · nobody was harmed"),
    2: _("2 · harm that first aid mends"),
    3: _("3 · serious harm or danger"),
    4: _("4 · sentinel: a death, or harm that stays"),
}
CAUSES: Words = {
    "communication": _("Communication"),
    "handover": _("Handover"),
    "staffing": _("Staffing"),
    "training": _("Training"),
    "environment": _("Rooms and surroundings"),
    "equipment": _("Equipment"),
    "procedure": _("A procedure missing or unclear"),
    "medication_process": _("How medicines are handled"),
    "client_condition": _("Course of the condition"),
    "outside": _("Outside the program's reach"),
}
TIMERS: Words = {
    "internal": _("Report inside"),
    "state": _("Report to the state"),
    "root_cause": _("Root-cause analysis"),
    "people_told": _("The people concerned are told"),
    "hhs_told": _("The federal office (HHS) is told"),
    "media_told": _("Media of the state are told"),
}
STANDS: dict[str, tuple["str | Promise", str]] = {
    "running": (_("in time"), "neutral"),
    "soon": (_("due soon"), "attention"),
    "late": (_("late"), "urgent"),
    "kept": (_("done in time"), "done"),
    "kept_late": (_("done late"), "attention"),
}
PEOPLE: Words = {
    "client": _("a client"),
    "staff": _("staff"),
    "visitor": _("a visitor"),
    "other": _("somebody else"),
}
PARTS: Words = {
    "affected": _("affected"),
    "involved": _("involved"),
    "witness": _("saw it"),
    "responded": _("helped"),
}
WHOM: Words = {
    "supervisor": _("Clinical supervisor"),
    "director": _("Program director"),
    "state": _("The state's office"),
    "people": _("The people a breach concerns, all of them"),
    "hhs": _("The federal office, HHS, of a breach"),
    "media": _("Media of the state, of a breach"),
    "emergency": _("911, ambulance"),
    "police": _("Police"),
    "child_protection": _("Child protection"),
    "family": _("Family, by consent"),
    "physician": _("Physician"),
    "insurer": _("Insurer"),
    "other": _("Somebody else"),
}
HOW: Words = {
    "in_person": _("in person"),
    "phone": _("by phone"),
    "form": _("by the office's own form"),
    "mail": _("by mail"),
}
EVENTS: Words = {
    "reported_inside": _("Reported inside"),
    "reported_to_state": _("Reported to the state"),
    "root_cause_done": _("Root-cause analysis finished"),
    "weighed_again": _("Severity changed"),
    "told_more": _("The report was mended"),
    "people_told": _("The people concerned were told"),
    "hhs_told": _("HHS was told"),
    "media_told": _("Media were told"),
    "breach_counted": _("The people a breach concerns were counted"),
    "breach_ruled_out": _("The breach was ruled out"),
    "closed": _("Closed"),
    "reopened": _("Opened again"),
    "naloxone_recorded": _("Naloxone was written down for it"),
}
REASONS: Words = {
    "severity_at_least": _("The least severity of its kind is %(least)s; said was %(said)s"),
    "incident_internal": _("Reported inside within %(value)s hours of being known"),
    "incident_state_report": _("Reported to the state within %(value)s %(unit)s of being known"),
    "incident_state_hours_run": _("Reported to the state within %(value)s hours"),
    "incident_to_state": _("Goes to the state from severity %(value)s; this one is %(severity)s"),
    "incident_root_cause_from": _(
        "Causes are analyzed from severity %(value)s; this one is %(severity)s"
    ),
    "incident_root_cause": _("The analysis of causes takes at most %(value)s business days"),
    "breach_people": _("The people concerned are told without delay, at most in %(value)s days"),
    "breach_hhs": _("HHS is told in the same time where %(value)s people or more are concerned"),
    "breach_hhs_yearly": _(
        "Fewer people: HHS is told at most %(value)s days after the end of the year"
    ),
    "breach_media": _("Media are told where more than %(value)s people live in one state"),
    "breach_ruled_out": _("No breach after all: the reason stands in its history"),
}
REFUSALS: Words = {
    "incident_kind_unknown": _("Choose what kind of incident it is."),
    "incident_severity_unknown": _("Choose how serious it is."),
    "incident_in_future": _("It cannot have happened in the future."),
    "incident_what_missing": _("Write in short what happened."),
    "incident_place_missing": _("Write where it happened."),
    "incident_action_missing": _("Write what was done at once."),
    "incident_is_closed": _("This incident is closed. Open it again first."),
    "incident_is_open": _("This incident is open."),
    "incident_person_unknown": _("Choose who, and what part they had."),
    "incident_whom_unknown": _("Choose who was told, and how."),
    "incident_told_before": _("Nobody was told before it happened."),
    "incident_told_in_future": _("That time lies ahead. Write it down once they are told."),
    "incident_reference_missing": _("Write the number or name the state's office gave."),
    "incident_owner_unknown": _("Choose whose follow-up it is."),
    "incident_follow_up_missing": _("Write what is to be done."),
    "incident_due_past": _("The day lies in the past."),
    "incident_result_missing": _("Write what came of it."),
    "incident_follow_up_done": _("This follow-up is done already."),
    "incident_cause_unknown": _("Choose a class of causes."),
    "incident_cause_missing": _("Choose a class of causes first."),
    "incident_root_cause_missing": _("Write what was found, and what changes."),
    "incident_no_root_cause_due": _("Only a sentinel event has this clock."),
    "incident_no_state_due": _("This one does not go to the state by the program's number."),
    "incident_reason_missing": _("Say why, in a few words."),
    "incident_internal_open": _("It is not reported inside yet."),
    "incident_state_open": _("The state has not been told yet."),
    "incident_root_cause_open": _("The root-cause analysis is not finished."),
    "incident_breach_uncounted": _("The people the breach concerns are not counted yet."),
    "incident_people_untold": _("The people the breach concerns are not told yet."),
    "incident_hhs_untold": _("HHS is not told of the breach yet."),
    "incident_media_untold": _("Media of the state are not told of the breach yet."),
    "incident_no_breach": _("Only a privacy breach has these clocks."),
    "breach_people_unclear": _("Write how many people it concerns, or why it is no breach."),
    "breach_ruling_stands": _(
        "The privacy officer or the director ruled this breach out. Ask them before it is counted."
    ),
    "breach_state_unclear": _("No more can live in one state than are concerned."),
    "breach_why_short": _(
        "Say what was seen by whom, whether it was really seen, and what was done about it."
    ),
    "incident_follow_up_open": _("A follow-up is still open."),
    "incident_named_in_place": _("A name stands under “Where”. Write the code there, such as C1."),
    "incident_named_in_what": _(
        "A name stands under “What happened”. Write the code there, such as C1."
    ),
    "incident_named_in_action": _(
        "A name stands under “What was done at once”. Write the code there, such as C1."
    ),
    "incident_named_in_cause": _(
        "A name stands under “What was found”. Write the code there, such as C1."
    ),
    "incident_named_in_lessons": _(
        "A name stands under “What changes”. Write the code there, such as C1."
    ),
    "incident_named_in_follow_up": _("Write the code instead of a name, such as C1."),
    "incident_named_in_reference": _(
        "No name in what their office calls it. Write the code, such as C1."
    ),
    "incident_named_in_words": _("Write the code instead of a name, such as C1."),
    "incident_named_in_why": _("Write the code instead of a name, such as C1."),
}
# Auditors read these; no client's own history shows them, for no client's id stands with them.
CODES: Words = {
    "incidents.incident.opened": _("An incident was opened"),
    "incidents.incident.closed": _("An incident was closed"),
}


def refusal(code: str) -> str:
    """The words of a refusal's code."""
    return str(REFUSALS.get(code, code.replace("_", " ").capitalize()))
