"""The wall: milestones of those who said yes, under the name they chose, and of nobody else.

The wall is read by the house for a site. It starts from the choices that stand, so a person who
chose nothing is not looked at; a choice that was withdrawn is not read either.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.admissions.models import Episode, EpisodeStage
from homeward.admissions.site_programs import program_of_site
from homeward.kernel.purposes import Purpose
from homeward.linkage.kinds import Shown
from homeward.linkage.models import MilestoneChoice, ResidenceStay, WorkStart
from homeward.linkage.reaching import SERVICE, day_at
from homeward.linkage.rules.milestones import Path, is_shown, reached_on
from homeward.people.models import Client
from homeward.people.stops import without_stopped
from homeward.program.models import Site
from homeward.program.queries import numbers_for

Days = Mapping[UUID, date]
Completed = Callable[[Collection[UUID]], Days]
_completed: list[Completed] = []


@dataclass(frozen=True, slots=True)
class Celebrated:
    """One line of a wall: which milestone, under which name, since which day."""

    milestone: str
    name: str
    on: date


def tells_completion(provider: Completed) -> Completed:
    """Register who knows on which day a client completed the program: a room above this one."""
    if provider not in _completed:
        _completed.append(provider)
    return provider


def wall_of(site: Site, now: datetime) -> tuple[Celebrated, ...]:
    """What hangs on a site's wall today, the newest first; the days are the program's number."""
    today = day_at(now, site)
    chosen = _rows(MilestoneChoice).filter(site_id=site.pk, shown=Shown.WALL, withdrawn_at=None)
    # Who died, is in hospital or in jail is celebrated nowhere while that stands.
    rows = list(without_stopped(chosen))
    numbers = numbers_for(program_of_site(site.pk), today)
    found = _celebrated(rows, today, int(numbers["milestone_shown_days"]))
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), each.name)))


def own_milestones(client: Client, now: datetime) -> dict[str, date]:
    """The milestones a client has reached by their own choices, with the day; for the client."""
    today = day_at(now, client.site)
    choices = list(_rows(MilestoneChoice).filter(client_id=client.pk, withdrawn_at=None))
    paths = _paths({row.client_id for row in choices}, today)
    days = ((row.milestone, reached_on(row.milestone, _own(row, paths), today)) for row in choices)
    return {milestone: day for milestone, day in days if day is not None}


def _celebrated(rows: list[MilestoneChoice], today: date, shown_days: int) -> list[Celebrated]:
    paths = _paths({row.client_id for row in rows}, today)
    found = []
    for row in rows:
        day = reached_on(row.milestone, _own(row, paths), today)
        if day is not None and is_shown(day, today, shown_days):
            found.append(Celebrated(row.milestone, row.name_shown, day))
    return found


def _own(row: MilestoneChoice, paths: Mapping[UUID, Path]) -> Path:
    path = paths[row.client_id]
    if row.since_on is None:
        return path
    return Path(
        admitted_on=path.admitted_on, counted_from=row.since_on, phase_on=path.phase_on,
        completed_on=path.completed_on, work_on=path.work_on, home_on=path.home_on,
    )  # fmt: skip


def _rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)


def _paths(client_ids: Collection[UUID], today: date) -> dict[UUID, Path]:
    """The way of each of these clients: five reads, however many they are."""
    if not client_ids:
        return {}
    admitted: dict[UUID, date] = {}
    for episode in _rows(Episode).filter(client_id__in=client_ids).order_by("admitted_on"):
        admitted[episode.client_id] = episode.admitted_on
    phases: dict[UUID, date] = {}
    seen: dict[UUID, UUID] = {}
    stages = (
        _rows(EpisodeStage).filter(client_id__in=client_ids, withdrawal=None).select_related("site")
    )
    for stage in stages.order_by("starts_at"):
        before = seen.get(stage.episode_id)
        if before is not None and before != stage.phase_id:
            phases[stage.client_id] = day_at(stage.starts_at, stage.site)
        seen[stage.episode_id] = stage.phase_id
    work = _last(_rows(WorkStart).filter(client_id__in=client_ids), "started_on")
    home = _last(_rows(ResidenceStay).filter(client_id__in=client_ids), "moved_in_on")
    completed: dict[UUID, date] = {}
    for provider in _completed:
        completed |= provider(client_ids)
    return {
        client_id: Path(
            admitted_on=admitted.get(client_id),
            phase_on=phases.get(client_id),
            completed_on=completed.get(client_id),
            work_on=work.get(client_id),
            home_on=home.get(client_id),
        )
        for client_id in client_ids
    }


def _last(rows: Any, name: str) -> dict[UUID, date]:
    return {row.client_id: getattr(row, name) for row in rows.order_by(name)}
