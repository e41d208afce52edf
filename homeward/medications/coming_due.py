"""Clocks of people in care: certification, injections, monitoring checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.admissions.models import Episode
from homeward.kernel.purposes import Purpose
from homeward.medications.duties import ASK_PDMP, CERTIFY, INJECT, open_medical_duty
from homeward.medications.models import Certification, DoseMark, Medication, PdmpCheck
from homeward.medications.reaching import SERVICE, local_day
from homeward.medications.rules.clocks import Clock, Due, standing
from homeward.packets.queries import holds_for
from homeward.people.stops import without_stopped
from homeward.program.queries import deadlines_for, numbers_for

COMES_ROUND = (Due.SOON, Due.DUE, Due.OVERDUE)
INJECTION_WARNING_DAYS, PDMP_WARNING_DAYS, CERTIFICATION_WARNING_DAYS = 3, 7, 5
# The code of partial hospitalization in both editions of the levels.
PARTIAL_HOSPITAL = "2.5"


@dataclass(frozen=True, slots=True)
class Running:
    """One clock of one client, with what its duty is called and named after."""

    clock: Clock
    kind: str
    key: str
    medication_id: str = ""


def open_due_duties(*, now: datetime) -> int:
    """A duty for every clock of an open episode that comes round; safe to repeat.

    None about somebody who died, is in hospital or in jail.
    """
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(ended_at=None)
    rows = without_stopped(rows)
    opened = 0
    for episode in rows.select_related("client", "site", "program").order_by("pk"):
        with audit.unit():
            opened += _open_for(episode, now)
    return opened


def _open_for(episode: Episode, now: datetime) -> int:
    opened = 0
    today = local_day(now, episode.site)
    for running in clocks_of(episode, today):
        due_on = running.clock.due_on
        if due_on is None or standing(running.clock, today) not in COMES_ROUND:
            continue
        end_of_day = datetime.combine(
            due_on, time(20), ZoneInfo(episode.site.time_zone)
        ).astimezone(now.tzinfo)
        task = open_medical_duty(
            actor=SERVICE,
            client=episode.client,
            kind=running.kind,
            origin=f"medications:{running.key}:{due_on.isoformat()}",
            due_at=max(end_of_day, now + timedelta(hours=1)),
            detail={"medication": running.medication_id} if running.medication_id else {},
            now=now,
        )
        opened += task is not None and task.opened_at == now
    return opened


def clocks_of(episode: Episode, today: date) -> Iterator[Running]:
    """The clocks that run for one episode."""
    yield Running(certification_clock(episode, today), CERTIFY, f"certify:{episode.pk}")
    if pdmp := pdmp_clock(episode, today):
        yield Running(pdmp, ASK_PDMP, f"pdmp:{episode.pk}")
    rows = Medication.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id=episode.client_id, ended_on=None, held_at=None, injection_days__isnull=False
    )
    for row in rows.order_by("pk"):
        yield Running(injection_clock(row), INJECT, f"injection:{row.pk}", str(row.pk))


def certification_clock(episode: Episode, today: date) -> Clock:
    """Statements of need: asked for where the payer asks for them, and counted where one stands.

    Days and warning are dated deadlines of the program. Without a payer who asks, an episode that
    never had a statement has no clock. Partial hospitalization has days of its own: the first
    statement is renewed sooner than those that follow.
    """
    holds = holds_for(episode.client, today, episode.level_code)
    rules = deadlines_for(episode.program_id, today, holds)
    every, warn = rules["medicare_certification"], rules["medicare_certification_warning"]
    last = _last(Certification, episode_id=episode.pk)
    is_asked = every.applies_to != "all"
    if episode.level_code == PARTIAL_HOSPITAL and last is not None:
        is_first = _count(Certification, episode_id=episode.pk) == 1
        every = rules["partial_certification_first" if is_first else "partial_certification"]
    return Clock(
        code="certification",
        last_on=last,
        every_days=every.limit,
        warn_days=warn.limit
        if every.limit > warn.limit
        else max(0, every.limit - CERTIFICATION_WARNING_DAYS),
        source=every.source,
        began_on=episode.admitted_on if is_asked else None,
    )


def pdmp_clock(episode: Episode, today: date) -> Clock:
    """The monitoring check: at admission, then by the program's own interval."""
    every = numbers_for(episode.program_id, today)["pdmp_interval_days"]
    return Clock(
        code="pdmp",
        last_on=_last(PdmpCheck, client_id=episode.client_id),
        every_days=int(every),
        warn_days=max(0, int(every) - PDMP_WARNING_DAYS),
        source=every.source,
        began_on=episode.admitted_on,
    )


def injection_clock(medication: Medication) -> Clock:
    """The next injection: counted from the last one given here, else from the day it began."""
    days = medication.injection_days or 0
    last = _last(DoseMark, medication_id=medication.pk, state="taken", corrected_by=None)
    return Clock(
        code="injection",
        last_on=last,
        every_days=days,
        warn_days=max(0, days - INJECTION_WARNING_DAYS),
        began_on=medication.started_on,
    )


def _count(model: Any, **where: Any) -> int:
    rows = model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(**where)
    return int(rows.count())


def _last(model: Any, **where: Any) -> date | None:
    rows = model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(**where)
    found = rows.order_by("-on").first()
    return found.on if found else None
