"""The words a note offers as chips: stored codes and what a screen says."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTICIPATION = {
    "listened": _("listened"),
    "shared": _("shared"),
    "led": _("led"),
    "gave_feedback": _("gave feedback"),
    "withdrawn": _("withdrawn"),
}
RESPONSE = {
    "applied_skill": _("applied skill"),
    "ambivalent": _("ambivalent"),
    "supported_peer": _("supported peer"),
    "resistant": _("resistant"),
    "engaged": _("engaged"),
    "guarded": _("guarded"),
}
PROGRESS = {
    "no_change": _("no change"),
    "some_progress": _("some progress"),
    "met": _("met"),
    "setback": _("setback"),
}
ADDENDUM = {
    "late_entry": _("Late entry: something left out, remembered now"),
    "addendum": _("Addendum: something new"),
    "correction": _("Correction: something written wrong"),
}
KIND_TITLES = {
    "late_entry": _("Late entry"),
    "addendum": _("Addendum"),
    "correction": _("Correction"),
}

SECTIONS = {
    "data": _("Data: what was seen and said"),
    "assessment": _("Assessment: what it means"),
    "plan": _("Plan: what comes next"),
    "subjective": _("Subjective: in the client's own words"),
    "objective": _("Objective: what was seen"),
    "behavior": _("Behavior: what the client did"),
    "intervention": _("Intervention: what you did"),
    "response": _("Response: how the client took it"),
    "goal": _("Goal: what the session worked toward"),
}
STYLES = {
    "words": _("Own words"),
    "dap": _("DAP: data, assessment, plan"),
    "soap": _("SOAP: subjective, objective, assessment, plan"),
    "birp": _("BIRP: behavior, intervention, response, plan"),
    "girp": _("GIRP: goal, intervention, response, plan"),
}
KINDS = {
    "group": _("Group"),
    "education": _("Lecture"),
    "experiential": _("Experiential group"),
    "skills": _("Skills group"),
    "individual": _("Individual session"),
    "family": _("Family session"),
    "medical": _("Medical visit"),
    "mutual_help": _("Mutual-help meeting"),
    "multi_family": _("Multi-family group"),
    "vocational": _("Vocational session"),
}
CAPACITIES = {
    "author": _("author"),
    "co_facilitator": _("co-facilitator"),
    "scribe": _("scribe"),
}


def meaning_of(note: Any) -> "str | Promise":
    """What the author's signature says of its time: in time, late, or a late entry."""
    if "late_reason" in (note.details or {}):
        return _("author, late entry")
    return _("author, signed late") if note.signed_at > note.due_at else _("author")
