"""What the record already knows when somebody rates the dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.admissions.models import Inquiry, MedicalScreening
from homeward.admissions.queries import open_inquiry_of
from homeward.assessments.queries import hours_free_of
from homeward.core.actors import Actor
from homeward.desk.admissions.choices import LAST_USE, SUICIDAL, words_of
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.interviewed import Interview, interview_of
from homeward.placement.models import Placement
from homeward.placement.rules.assessment import SUICIDE_RISKS
from homeward.placement.rules.told import ONE_SITTING
from homeward.placement.suggesting import known_facts

OPIOIDS = frozenset({"heroin", "fentanyl", "other_opioid"})
SCREENED = {
    "seizure_or_delirium_history": "seizure_or_delirium_history",
    "daily_benzodiazepine": "daily_benzodiazepine",
    "opioid_use": "opioid_use",
}
SCREENED_TODAY = {
    "intoxicated_now": "intoxicated",
    "confusion_or_seizure_now": "confusion_or_seizure_now",
    "pregnant": "pregnant",
    "abnormal_vitals": "abnormal_vitals",
    "drinking_or_sedatives_last_7_days": "drank_or_sedatives_recently",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Facts that arrive filled in, and what was told on an earlier day beside others."""

    facts: Mapping[str, Any]
    beside: Mapping[str, str]
    interview: Interview | None


def known_before(actor: Actor, client: Client, draft: Placement | None, now: datetime) -> Known:
    """The call, the medical screening, the interview, what was typed; the last speaks last.

    What is asked afresh arrives only from this sitting; what the call told stands beside.
    """
    inquiry = open_inquiry_of(client.pk)
    interview = interview_of(actor, client)
    hours = hours_free_of(actor, client)
    told = interview.facts(now) if interview else {}
    typed = draft.facts if draft else {}
    scored = known_facts(actor, client, now)
    facts = {
        **facts_from_call(inquiry),
        **_from_screening(_screening_of(actor, client), now),
        **told,
        **({"can_attend_hours_week": int(hours)} if hours is not None else {}),
        **typed,
        **scored,
        **worst_suicide_risk(told, typed, scored),
    }
    return Known(facts, told_on_the_call(inquiry), interview)


def worst_suicide_risk(*sources: Mapping[str, Any]) -> dict[str, str]:
    """Of several words about suicide the gravest arrives; a form never talks a voice down."""
    said = [risk for each in sources if (risk := each.get("suicide_risk")) in SUICIDE_RISKS]
    return {"suicide_risk": max(said, key=SUICIDE_RISKS.index)} if said else {}


def facts_from_call(inquiry: Inquiry | None) -> dict[str, Any]:
    """What the first call answered for good: whether opioids are used."""
    if inquiry is None or not inquiry.substances:
        return {}
    return {"opioid_use": bool(OPIOIDS & set(inquiry.substances))}


def told_on_the_call(inquiry: Inquiry | None) -> dict[str, str]:
    """What the call told of the facts that are asked afresh, with its day."""
    if inquiry is None:
        return {}
    told: dict[str, str] = {}
    if inquiry.is_pregnant is not None:
        told["pregnant"] = _("yes") if inquiry.is_pregnant else _("no")
    if inquiry.last_use:
        told["drinking_or_sedatives_last_7_days"] = words_of(LAST_USE, inquiry.last_use)
    if inquiry.suicidal:
        told["suicide_risk"] = words_of(SUICIDAL, inquiry.suicidal)
    on = date_format(localtime(inquiry.first_request_at), "j M")
    return {
        name: _("Told on the first call, %(day)s: %(what)s") % {"day": on, "what": what}
        for name, what in told.items()
    }


def _screening_of(actor: Actor, client: Client) -> MedicalScreening | None:
    rows = MedicalScreening.objects.for_actor(actor, Purpose.TREATMENT)
    found: MedicalScreening | None = rows.filter(client_id=client.pk).order_by("-at").first()
    return found


def _from_screening(screening: MedicalScreening | None, now: datetime) -> dict[str, Any]:
    """What the medical gates asked; the signs of the hour only within the sitting."""
    if screening is None:
        return {}
    found = {name: getattr(screening, column) for name, column in SCREENED.items()}
    if timedelta(0) <= now - screening.at < ONE_SITTING:
        found |= {name: getattr(screening, column) for name, column in SCREENED_TODAY.items()}
        if screening.last_drink_at is not None:
            since = now - screening.last_drink_at
            found["hours_since_last_drink"] = max(0, round(since.total_seconds() / 3600))
    return {name: value for name, value in found.items() if value is not None}
