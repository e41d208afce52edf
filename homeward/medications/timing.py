"""A medicine of the list as the dosing rule takes it, with the days it is at home."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from homeward.kernel.purposes import Purpose
from homeward.medications.models import Medication, TakeHome
from homeward.medications.reaching import SERVICE
from homeward.medications.rules.dosing import Timed, due_on

Home = Mapping[Any, list[tuple[date, date]]]


def home_days(medication_ids: Collection[Any], first: date, last: date) -> Home:
    """The stretches of days for which doses went home, by medicine; read for the rule."""
    found: dict[Any, list[tuple[date, date]]] = defaultdict(list)
    rows = TakeHome.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        medication_id__in=medication_ids, first_day__lte=last, last_day__gte=first
    )
    for row in rows:
        found[row.medication_id].append((row.first_day, row.last_day))
    return found


def timed(medication: Medication, home: Iterable[tuple[date, date]] = ()) -> Timed:
    """When it is taken here; a medicine nobody watches is never due here."""
    return Timed(
        times=medication.dose_times if medication.is_observed else (),
        days=medication.dose_days,
        first_day=medication.started_on,
        last_day=medication.ended_on,
        is_held=medication.held_at is not None,
        home=tuple(home),
        known_from=medication.recorded_at,
    )


def due_times(medication: Medication, day: date) -> tuple[datetime, ...]:
    """The instants at which one medicine is due here on a day."""
    home = home_days([medication.pk], day, day)
    return due_on(timed(medication, home.get(medication.pk, ())), day, medication.site.time_zone)
