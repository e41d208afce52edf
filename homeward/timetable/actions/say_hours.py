"""What a client says about their week: when they can come, what binds them, how to be planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.timetable.actions.join_from_afar import TelehealthNotAllowed
from homeward.timetable.actions.take_seat import NotBeforeAdmission
from homeward.timetable.windows import ClientHours, PlanningTerms

Kind, Why = ClientHours.Kind, ClientHours.Why


class HoursReversed(Refusal):
    """A stretch ends before it begins."""


class NoHoursSaid(Refusal):
    """Without one free stretch nobody could be planned; say when the client can come."""


class NotAReason(Refusal):
    """The reason of a bound stretch is none of those known."""


@dataclass(frozen=True, slots=True)
class HoursLine:
    """One stretch of a weekday, Monday 0, in wall time; `until` is a last day not included."""

    kind: str
    weekday: int
    starts: time
    ends: time
    why: str = ""
    words: str = ""
    until: date | None = None


@action
def say_hours(
    *,
    actor: Actor,
    client_id: UUID,
    lines: Sequence[HoursLine],
    starts_on: date,
    now: datetime,
) -> list[ClientHours]:
    """The client's usual week from a day on, in place of what was known before.

    What the assessment was told stays there and no longer counts from that day. Raises
    HoursReversed, NoHoursSaid, NotAReason; Episode.DoesNotExist out of reach.
    """
    episode = _episode(actor, client_id)
    _refuse(lines)
    _end(ClientHours, actor, client_id, starts_on)
    made = [
        ClientHours.objects.create(
            client_id=client_id, site_id=episode.site_id, kind=line.kind,
            why=line.why if line.kind == Kind.BUSY else "", words=" ".join(line.words.split()),
            weekday=line.weekday, starts=line.starts, ends=line.ends,
            starts_on=starts_on, ends_on=line.until, said_at=now, said_to_id=actor.worker_id,
        )
        for line in dict.fromkeys(lines)
    ]  # fmt: skip
    audit.record("timetable.hours.said", actor=actor, subject=episode, at=now, client_id=client_id)
    return made


@action
def say_terms(
    *,
    actor: Actor,
    client_id: UUID,
    starts_on: date,
    now: datetime,
    mode: str = PlanningTerms.Mode.IN_PERSON,
    preferred_mode: str = PlanningTerms.Mode.IN_PERSON,
    population: str = PlanningTerms.Population.MIXED,
    expected_version: int | None = None,
) -> PlanningTerms:
    """In person or not, and in which kind of group, from a day on; what held before is kept.

    Raises NotAReason for a word that is none, TelehealthNotAllowed where the program does not work
    so, NotBeforeAdmission, StaleVersion when other terms were said since the form was opened;
    Episode.DoesNotExist out of reach.
    """
    episode = _episode(actor, client_id)
    modes, kinds = PlanningTerms.Mode.values, PlanningTerms.Population.values
    if mode not in modes or preferred_mode not in modes or population not in kinds:
        raise NotAReason
    if mode != PlanningTerms.Mode.IN_PERSON and not episode.program.is_telehealth_allowed:
        raise TelehealthNotAllowed
    if starts_on < episode.admitted_on:
        raise NotBeforeAdmission
    rows = PlanningTerms.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    held = rows.filter(client_id=client_id, starts_on__lte=local_day(now)).order_by("-starts_on")
    before = held.exclude(ends_on__lte=local_day(now)).first()
    if before is not None:
        expect_version(before, expected_version)
    _end(PlanningTerms, actor, client_id, starts_on)
    terms: PlanningTerms = PlanningTerms.objects.create(
        client_id=client_id, site_id=episode.site_id, mode=mode, preferred_mode=preferred_mode,
        population=population, starts_on=starts_on, said_at=now, said_to_id=actor.worker_id,
    )  # fmt: skip
    audit.record("timetable.terms.said", actor=actor, subject=terms, at=now, client_id=client_id)
    return terms


def _episode(actor: Actor, client_id: UUID) -> Any:
    rows = Episode.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    return rows.select_for_update(of=("self",)).get(client_id=client_id, ended_at=None)


def _refuse(lines: Sequence[HoursLine]) -> None:
    if any(line.ends <= line.starts for line in lines):
        raise HoursReversed
    if not any(line.kind == Kind.FREE for line in lines):
        raise NoHoursSaid
    for line in lines:
        if line.kind not in Kind.values or line.weekday not in range(7):
            raise NotAReason
        if line.kind == Kind.BUSY and line.why not in Why.values:
            raise NotAReason


def _end(model: Any, actor: Actor, client_id: UUID, on: date) -> None:
    """What held until now ends with that day; what had not begun then never does."""
    rows = model.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    for row in rows.filter(client_id=client_id).exclude(ends_on__lte=on).select_for_update(
        of=("self",)
    ):  # fmt: skip
        row.change(ends_on=max(on, row.starts_on) if row.starts_on <= on else row.starts_on)
