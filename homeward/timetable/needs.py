"""What each client's week has to hold, read for a whole site in a fixed few queries.

The phase and level are those the client will be in when the week begins: a step-down that is
decided changes the need from its day on, and nothing else has to be told. So do a plan that is
signed and a payer that answers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Sum

from homeward.admissions.models import Episode, EpisodeStage
from homeward.admissions.rules.age import (
    LEAST_OF_ADOLESCENTS,
    LEAST_OF_ADULTS,
    least_minutes_code,
)
from homeward.core import clock
from homeward.kernel.levels import level
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision
from homeward.program.models import Phase, SessionType
from homeward.program.queries import closed_days, numbers_for
from homeward.timetable.allowed_by_payers import Allowed, allowed_in_week
from homeward.timetable.asked_by_plans import Talk, talks_of
from homeward.timetable.mixes import Mixes, mixes_of, standing_groups
from homeward.timetable.models import GroupMembership, Seat, TherapyGroup
from homeward.timetable.rules.need import AskedTalk, NeedFacts, NeedNumbers, weekly_need
from homeward.timetable.seating import every, standing_on

WEEK = timedelta(days=7)
INTENSIVE_HOURS = 9
LEAST_BY_AGE = (LEAST_OF_ADULTS, LEAST_OF_ADOLESCENTS)
# One-to-ones made by hand; those a draft placed are planned anew.
BY_HAND = "individual"


@dataclass(frozen=True, slots=True)
class ClientNeed:
    """One client's need of one week and why; `named` are whom the plan names, by kind of session.

    `most_authorized` is what the payer allows at most, None where it names nothing, and
    `authorized_least` the least it asks for; minutes a week.
    """

    episode: Any
    decision: Decision
    phase_class: int
    named: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    most_authorized: int | None = None
    booked_minutes: int = 0
    authorized_least: int = 0

    @property
    def meetings(self) -> Mapping[str, int]:
        """Meetings by code of the kind of session."""
        return self.decision.extras["meetings"]  # type: ignore[no-any-return]

    @property
    def minutes(self) -> int:
        """Clinical minutes they come to."""
        return int(self.decision.extras["minutes"])

    @property
    def least_minutes(self) -> int:
        """The least the level or the authorization asks for."""
        return int(self.decision.extras["least_minutes"])

    @property
    def min_days(self) -> int:
        """On how many days."""
        return int(self.decision.extras["min_days"])


def needs_of(
    program: Any,
    site: Any,
    monday: date,
    *,
    numbers: Mapping[str, ProgramNumber] | None = None,
    held_days: int | None = None,
    only: UUID | None = None,
) -> dict[UUID, ClientNeed]:
    """The need of everybody in care at the site in the seven days from `monday`, by client.

    `only` asks for one client.
    """
    numbers = numbers or numbers_for(program, monday)
    phases = list(Phase.objects.filter(program=program))
    types = list(SessionType.objects.filter(program=program).order_by("code"))
    groups = standing_groups(program.pk, site.pk, monday)
    mixes = mixes_of(groups, phases)
    episodes = in_care(program.pk, site.pk, monday, only)
    ids = [each.client_id for each in episodes]
    booked = _booked_by_hand(ids, monday)
    cohorts = _cohorts(groups, monday)
    allowed = allowed_in_week(ids, monday)
    talks = talks_of(ids, monday, types)
    closed = sorted(
        {day.weekday() for day in closed_days(program, monday, monday + WEEK - timedelta(days=1))}
    )
    by_age = {code: NeedNumbers.of(numbers, code) for code in LEAST_BY_AGE}
    individual = next((kind for kind in types if kind.kind == SessionType.Kind.INDIVIDUAL), None)
    found = {}
    for episode in episodes:
        by_hand = booked.get(episode.client_id, {})
        asked_for = talks.get(episode.client_id, ())
        own = tuple(each for each in asked_for if each.is_held)
        facts = _facts(episode, monday, mixes, individual, cohorts.get(episode.client_id, ""))
        facts = replace(
            facts,
            already_booked=by_hand.get(facts.individual, (0, 0))[0],
            booked_minutes=sum(minutes for _times, minutes in by_hand.values()),
            held_days=held_days,
            closed=mixes.on(
                episode.track_id, episode.phase_id, cohorts.get(episode.client_id, ""), closed
            ),
            asked=_asked(own, facts.week_of_care, by_hand),
            not_held=tuple(each.kind for each in asked_for if not each.is_held),
            **_payer_facts(allowed.get(episode.client_id)),
        )
        found[episode.client_id] = ClientNeed(
            episode,
            weekly_need(facts, by_age[least_minutes_code(episode.client.birth_date, monday)]),
            mixes.classes.get(episode.phase_id, 1),
            {talk.code: talk.worker_ids for talk in own},
            facts.most_authorized,
            facts.booked_minutes,
            (facts.binding.least if facts.binding else None) or 0,
        )
    return found


def _asked(
    talks: Iterable[Talk], week: int, booked: Mapping[str, tuple[int, int]]
) -> tuple[AskedTalk, ...]:
    return tuple(
        AskedTalk(
            each.code, each.kind, each.minutes, each.due_in(week), booked.get(each.code, (0, 0))[0]
        )
        for each in talks
    )


def _payer_facts(allowed: Allowed | None) -> dict[str, Any]:
    if allowed is None:
        return {}
    return {
        "authorized_days": allowed.most_days,
        "needs_authorization": allowed.needs_authorization,
        "authorized": allowed.week,
    }


def in_care(program_id: UUID, site_id: UUID, monday: date, only: UUID | None = None) -> list[Any]:
    """The open episodes that reach into a week, by the client's opaque id."""
    rows = every(Episode).filter(
        program_id=program_id, site_id=site_id, ended_at=None, admitted_on__lt=monday + WEEK
    )
    if only is not None:
        rows = rows.filter(client_id=only)
    related = rows.select_related("client", "phase", "track", "program", "site")
    return _as_they_will_be(list(related.order_by("client_id")), monday)


def _as_they_will_be(episodes: list[Any], monday: date) -> list[Any]:
    """Each episode in the phase it will be in when the week begins, as far as that is decided."""
    coming = (
        every(EpisodeStage)
        .filter(
            episode__in=[episode.pk for episode in episodes],
            starts_at__gt=clock.now(),
            withdrawal=None,
        )
        .select_related("phase")
        .order_by("starts_at", "created_at")
    )
    by_key = {episode.pk: episode for episode in episodes}
    for stage in coming if episodes else ():
        episode = by_key[stage.episode_id]
        if clock.local_day(stage.starts_at, episode.site.time_zone) <= monday:
            episode.phase, episode.level_code = stage.phase, stage.level_code
    return episodes


def _facts(episode: Any, monday: date, mixes: Mixes, individual: Any, cohort: str) -> NeedFacts:
    phase = episode.phase
    return NeedFacts(
        phase=phase.name,
        is_first_phase=mixes.classes.get(phase.pk, 1) == 1,
        phase_minutes=phase.weekly_minutes,
        phase_days=phase.days_per_week,
        is_intensive=is_intensive(episode.program.level_edition, phase.level_code),
        mix=mixes.lines_for(episode.track_id, phase.pk, cohort),
        individual=individual.code if individual else "",
        individual_minutes=individual.clinical_minutes if individual else 0,
        week_of_care=max(0, (monday - episode.admitted_on).days // 7),
        level=phase.level_code,
    )


def is_intensive(edition: str, code: str) -> bool:
    """Whether the level asks for nine hours a week or more."""
    try:
        hours = level(edition, code).hours_from
    except KeyError:
        return False
    return hours is not None and hours >= INTENSIVE_HOURS


def _cohorts(groups: list[TherapyGroup], monday: date) -> dict[UUID, str]:
    """The cohort in which each client holds the most standing seats."""
    of_group = {group.pk: group.cohort or group.code for group in groups}
    rows = every(GroupMembership).filter(standing_on(monday), group__in=list(of_group))
    held: dict[UUID, Counter[str]] = defaultdict(Counter)
    for client_id, group_id in rows.values_list("client_id", "group_id"):
        held[client_id][of_group[group_id]] += 1
    return {
        client_id: min(counted, key=lambda code: (-counted[code], code))
        for client_id, counted in held.items()
    }


def _booked_by_hand(ids: Iterable[UUID], monday: date) -> dict[UUID, dict[str, tuple[int, int]]]:
    """One-to-ones of the week that somebody booked: how many and their minutes, by kind."""
    rows = (
        every(Seat)
        .filter(
            client__pk__among=list(ids), released_at=None, origin=BY_HAND,
            session__cancelled_at=None, session__on__gte=monday, session__on__lt=monday + WEEK,
        )
        .order_by().values("client_id", "session__session_type__code")
        .annotate(times=Count("pk"), minutes=Sum("session__clinical_minutes"))
    )  # fmt: skip
    found: dict[UUID, dict[str, tuple[int, int]]] = defaultdict(dict)
    for row in rows:
        code = row["session__session_type__code"]
        found[row["client_id"]][code] = row["times"], row["minutes"]
    return found
