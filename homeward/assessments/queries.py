"""Reads about assessments, for the rooms that build on what was told: plan, timetable, the day."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.assessments.models import Addendum, Answer, Assessment
from homeward.assessments.rules.week import (
    Obligation,
    Window,
    hours_free,
    obligations_in,
    windows_of,
)
from homeward.assessments.told import opened
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Support:
    """Somebody the client leans on; `sober` and `takes_part` are None while nobody knows."""

    name: str
    relation: str
    sober: bool | None
    takes_part: bool | None


@dataclass(frozen=True, slots=True)
class StatedCondition:
    """A co-occurring condition with its ICD-10-CM code and where it is known from."""

    code: str
    name: str
    basis: str


def open_assessment_of(actor: Actor, client_id: UUID) -> Assessment | None:
    """The assessment somebody is writing, as far as the actor may know."""
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT)
    return rows.filter(client_id=client_id, signed_at=None).first()  # type: ignore[no-any-return]


def assessments_of(actor: Actor, client_id: UUID) -> list[Assessment]:
    """Every assessment of a client, the newest first."""
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client_id)
    return list(rows.select_related("started_by", "signed_by").order_by("-started_at"))


def awaiting_cosignature(actor: Actor) -> list[Assessment]:
    """Signed assessments that wait for a second signature this actor may give, oldest first."""
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    waiting = rows.filter(needs_cosignature=True, cosignature=None).exclude(signed_at=None)
    mine = waiting.exclude(signed_by_id=actor.worker_id)
    return list(mine.select_related("client", "signed_by").order_by("signed_at", "pk"))


def assessment_in_full(actor: Actor, assessment_id: UUID) -> Assessment:
    """One assessment with what its page prints; DoesNotExist out of reach."""
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT)
    found: Assessment = rows.select_related(
        "client", "started_by", "signed_by", "cosignature__worker"
    ).get(pk=assessment_id)
    return found


def addenda_of(actor: Actor, assessment: Assessment) -> list[Addendum]:
    """What was added to an assessment, in order of writing."""
    rows = Addendum.objects.for_actor(actor, Purpose.TREATMENT).filter(assessment=assessment)
    return list(rows.select_related("author").order_by("at", "pk"))


def answers_now(actor: Actor, client: Client, *codes: str) -> dict[str, Any]:
    """The current value of each of these facts; a fact nobody told is left out."""
    rows = Answer.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, superseded_by=None
    )
    if codes:
        rows = rows.filter(question__in=codes)
    return {row.question: opened(row.value)[0] for row in rows.order_by("kept_at", "created_at")}


def strengths_of(actor: Actor, client: Client) -> tuple[str, ...]:
    """The client's strengths, one a line, in their words."""
    return _lines(actor, client, "strengths")


def triggers_of(actor: Actor, client: Client) -> tuple[str, ...]:
    """What brings craving."""
    return _lines(actor, client, "triggers")


def wellbeing_of(actor: Actor, client: Client) -> tuple[str, ...]:
    """What does the client good."""
    return _lines(actor, client, "wellbeing")


def preferences_of(actor: Actor, client: Client) -> tuple[str, ...]:
    """What the client wishes for in care."""
    return _lines(actor, client, "preferences")


def barriers_of(actor: Actor, client: Client) -> tuple[str, ...]:
    """What could get in the way."""
    return _lines(actor, client, "barriers")


def supports_of(actor: Actor, client: Client) -> tuple[Support, ...]:
    """The people the client leans on."""
    return tuple(
        Support(
            str(line.get("name", "")),
            str(line.get("relation", "")),
            {"yes": True, "no": False}.get(line.get("sober", "")),
            {"yes": True, "no": False}.get(line.get("take_part", "")),
        )
        for line in _table(actor, client, "supports.people")
    )


def obligations_of(actor: Actor, client: Client) -> tuple[Obligation, ...]:
    """What binds the client's week; an obligation without hours has no windows."""
    return obligations_in(_table(actor, client, "obligations"))


def availability_of(actor: Actor, client: Client) -> tuple[Window, ...]:
    """When the client can come, by weekday, in the site's wall clock; empty while nobody asked."""
    return windows_of(_table(actor, client, "availability"))


def hours_free_of(actor: Actor, client: Client) -> float | None:
    """Hours a week the client can come; None while nobody asked."""
    windows = availability_of(actor, client)
    return hours_free(windows) if windows else None


def diagnosis_of(actor: Actor, client: Client) -> str:
    """The principal ICD-10-CM code of the newest signed assessment; empty when none states one."""
    rows = Assessment.objects.for_actor(actor, Purpose.TREATMENT).exclude(signed_at=None)
    newest = rows.filter(client_id=client.pk).order_by("-signed_at").first()
    return newest.diagnosis if newest is not None else ""


def conditions_of(actor: Actor, client: Client) -> tuple[StatedCondition, ...]:
    """Co-occurring conditions with their codes."""
    return tuple(
        StatedCondition(
            str(line.get("code", "")), str(line.get("name", "")), str(line.get("basis", ""))
        )
        for line in _table(actor, client, "diagnosis.other")
        if line.get("code")
    )


def _lines(actor: Actor, client: Client, code: str) -> tuple[str, ...]:
    value = answers_now(actor, client, code).get(code) or ()
    return (value,) if isinstance(value, str) else tuple(str(each) for each in value)


def _table(actor: Actor, client: Client, code: str) -> list[dict[str, Any]]:
    value = answers_now(actor, client, code).get(code) or []
    return [line for line in value if isinstance(line, dict)] if isinstance(value, list) else []
