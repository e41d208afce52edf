"""The clinical parts of the way in: questionnaires, gates, assessment, placement, capacity."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.admissions import queries
from homeward.admissions.models import AssessmentVisit, Inquiry
from homeward.admissions.readiness import interim_plan_of
from homeward.admissions.rules.pipeline import is_legal
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.admissions import choices
from homeward.desk.admissions.pages.part import Part
from homeward.desk.admissions.times import when
from homeward.desk.measures.pages.scores import score_words, short_title
from homeward.instruments.queries import latest_responses
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.queries import current_placement, holds_of
from homeward.placement.words import LEVELS

SCREENING = ("phq9", "audit_c", "ciwa_ar", "cssrs_screener")


def questionnaires(actor: Actor, client: Client) -> Part:
    """The screening questionnaires: what was answered, what is wanted next."""
    answered = latest_responses(actor, client)
    acts, words, missing = [], [], False
    for name in SCREENING:
        response = answered.get(name)
        wanted = name in ("phq9", "audit_c") or (name == "cssrs_screener" and _asks_cssrs(answered))
        done = response is not None and response.is_handed_in
        missing = missing or (wanted and not done)
        if response is not None:
            words.append(score_words(response))
        url = reverse("desk:questionnaire", args=[client.pk, name])
        kind = "primary" if wanted and not done else "quiet"
        acts.append(Act(short_title(name), url, kind, about=_("questionnaire")))
    return Part(
        _("Questionnaires"),
        " · ".join(words)
        or _("PHQ-9 and AUDIT-C come first; CIWA-Ar where there was drinking lately."),
        _("to do") if missing else _("done"),
        "attention" if missing else "done",
        tuple(acts),
    )


def _asks_cssrs(answered: dict[str, Any]) -> bool:
    phq = answered.get("phq9")
    if phq is None:
        return False
    # Left open is not "no": it is asked as well.
    return (phq.is_handed_in and "9" not in phq.answers) or (phq.answers.get("9") or 0) >= 1


def medical(actor: Actor, inquiry: Inquiry, client: Client, treats: bool) -> Part:
    """The gate questions: how they stand, and the way to ask them."""
    rounds = queries.screenings_of(actor, client)
    held = [each for each in queries.holds_of_client(actor, client) if each.released_at is None]
    acts = []
    if treats:
        url = reverse("desk:admissions_gates", args=[inquiry.pk])
        acts.append(
            Act(_("Ask again") if rounds else _("Ask now"), url, "quiet" if rounds else "primary")
        )
        referrals = reverse("desk:referrals_of_client", args=[client.pk])
        acts.append(Act(_("Referrals"), referrals))
    if not rounds:
        words = _("Withdrawal, medical red flags, pregnancy: asked afresh, before admission.")
        return Part(
            _("Medical screening"), words, _("held") if held else _("to do"),
            "urgent" if held else "attention", tuple(acts),
        )  # fmt: skip
    newest = rounds[0]
    words = _("%(when)s by %(name)s: %(outcome)s") % {
        "when": when(newest.at),
        "name": newest.by.name if newest.by else "",
        "outcome": choices.SEVERITIES.get(newest.outcome, newest.outcome),
    }
    tone = "urgent" if held else "done" if newest.outcome == "clear" else "attention"
    label = _("held") if held else _("clear") if newest.outcome == "clear" else _("open")
    return Part(_("Medical screening"), words, label, tone, tuple(acts))


def capacity(actor: Actor, client: Client, treats: bool) -> Part:
    """Whether the person can sign now, and on whose word."""
    found = queries.capacity_at(client, clock.now())
    words = {
        "presumed": _("Nobody saw a reason to doubt it."),
        "present": _("Recorded as present."),
        "impaired": _("Signs later, once somebody records it. Safety care does not wait."),
    }[found.state]
    if found.rests_on is not None:
        words = f"{words} {when(found.rests_on.at)} · {found.rests_on.by}"
    look = Act(_("Record"), reverse("desk:capacity_to_sign", args=[client.pk]), about=_("capacity"))
    asks = treats
    return Part(
        _("Capacity to sign"),
        words,
        "" if found.may_sign else _("signs later"),
        "neutral" if found.may_sign else "attention",
        (look,) if asks else (),
    )


def meanwhile(inquiry: Inquiry, client: Client, treats: bool) -> Part:
    """The interim plan that admission needs."""
    plan = interim_plan_of(client, inquiry)
    write = Act(
        _("Write it anew") if plan else _("Write it"),
        reverse("desk:admissions_interim_plan", args=[inquiry.pk]),
        about=_("the interim plan"),
    )
    return Part(
        _("Interim plan"),
        plan.first_services if plan else _("What begins right after admission; needed before it."),
        _("written") if plan else _("to do"),
        "done" if plan else "attention",
        (write,) if treats else (),
    )


def appointment(actor: Actor, inquiry: Inquiry, writes: bool, treats: bool) -> Part:
    """The assessment: its appointment, the interview, or the way to give one."""
    rows = AssessmentVisit.objects.for_actor(actor, Purpose.TREATMENT).filter(inquiry=inquiry)
    visit = rows.select_related("worker").order_by("-starts_at").first()
    if visit is not None and visit.state == AssessmentVisit.State.PLANNED:
        words = _("%(when)s with %(name)s") % {
            "when": when(visit.starts_at),
            "name": visit.worker.name,
        }
        if visit.time_reason:
            words = _("%(when)s · another time: %(why)s") % {
                "when": words, "why": visit.time_reason,
            }  # fmt: skip
        acts = (
            Act(
                _("Open the assessment"),
                reverse("desk:assessments", args=[inquiry.client_id]),
                "primary",
            ),
            Act(_("Did not take place"), reverse("desk:admissions_missed", args=[visit.pk])),
        )
        return Part(_("Assessment"), words, _("planned"), "info", acts if treats else ())
    if visit is not None and visit.state == AssessmentVisit.State.KEPT:
        words = _("%(when)s with %(name)s") % {
            "when": when(visit.started_at),
            "name": visit.worker.name,
        }
        read = Act(
            _("Open"), reverse("desk:assessments", args=[inquiry.client_id]), about=_("assessment")
        )
        return Part(_("Assessment"), words, _("kept"), "done", (read,) if treats else ())
    give = Act(_("Give an appointment"), reverse("desk:admissions_appointment", args=[inquiry.pk]))
    can = writes and is_legal(inquiry.state, Inquiry.State.ASSESSMENT_SCHEDULED)
    return Part(
        _("Assessment"),
        _("The last appointment did not take place.") if visit else _("No appointment yet."),
        acts=(give,) if can else (),
    )


def placement(actor: Actor, client: Client) -> Part:
    """The level of care: rated, held or decided."""
    placement = current_placement(actor, client)
    open_it = Act(_("Open"), reverse("desk:placement", args=[client.pk]), about=_("placement"))
    if placement is None:
        return Part(_("Placement"), _("Dimensions not rated yet."), acts=(open_it,))
    level = placement.provided_level or placement.indicated_level
    words = (
        f"{LEVELS[placement.edition].get(level, level)}, {level}" if level else _("Ratings begun")
    )
    holds = holds_of(placement)
    if holds:
        words = _("%(level)s · held until something happens first") % {"level": words}
    decided = placement.decided_at is not None
    return Part(
        _("Placement"),
        words,
        _("held") if holds else _("decided") if decided else _("draft"),
        "urgent" if holds else "done" if decided else "attention",
        (open_it,),
    )
