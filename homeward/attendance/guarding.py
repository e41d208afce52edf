"""The hours guard: every client's week, what is missing, what would mend it, what may yet fail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.attendance.fitting import Windows, windows_of
from homeward.attendance.history import Attended, attended_before, weights_of
from homeward.attendance.rules.drop_in import OFFER, Asking, Place, drop_in_of
from homeward.attendance.rules.forecast import WATCH, ForecastWeights, forecast_of, part_of_day
from homeward.attendance.rules.hours_guard import (
    SHORT,
    GuardedDay,
    GuardedWeek,
    chosen_to_mend,
    guard_of,
)
from homeward.attendance.week_facts import Held, WeekFacts
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.program.models import Program, Site
from homeward.program.queries import numbers_for
from homeward.timetable.models import GroupSession
from homeward.timetable.needs import needs_of


@dataclass(frozen=True, slots=True)
class Choice:
    """A session and whether this client may take a place in it, with every reason."""

    session: GroupSession
    decision: Decision

    @property
    def fits(self) -> bool:
        return self.decision.outcome == OFFER


@dataclass(frozen=True, slots=True)
class Forecast:
    """One session to come and how likely the client comes to it."""

    held: Held
    decision: Decision

    @property
    def percent(self) -> int:
        return int(self.decision.extras["percent"])


@dataclass(frozen=True)
class ClientGuard:
    """One client's week: the guard's answer, and on asking what fits and what is forecast."""

    episode: Episode
    days: tuple[GuardedDay, ...]
    required: int
    decision: Decision
    _guard: "Guard"

    @property
    def client_id(self) -> UUID:
        return self.episode.client_id

    @property
    def is_short(self) -> bool:
        return self.decision.outcome == SHORT

    @property
    def missing(self) -> int:
        return int(self.decision.extras["missing_minutes"])

    @property
    def delivered(self) -> int:
        return sum(day.delivered for day in self.days)

    @property
    def planned(self) -> int:
        return sum(day.planned for day in self.days)

    @cached_property
    def choices(self) -> list[Choice]:
        """Every group still to come this week with the rule's answer; what mends best first."""
        return self._guard.choices_of(self)

    @property
    def asking(self) -> Asking:
        """What the week is missing, as the rule of places asks it."""
        return self._guard.facts.asking(self.episode, self.decision.extras)

    def place_in(self, session: GroupSession) -> Place:
        """Any session as this client would find it."""
        fits = self._guard.windows.fits(self.client_id, session)
        return self._guard.facts.place_for(session, self.episode, fits)

    @cached_property
    def mending(self) -> list[Choice]:
        """The first of the fitting places that together fill what is missing."""
        fitting = [choice for choice in self.choices if choice.fits]
        minutes = [choice.session.clinical_minutes for choice in fitting]
        wanted = max(self.missing, 1)
        return fitting[: chosen_to_mend(minutes, wanted)]

    @cached_property
    def forecasts(self) -> list[Forecast]:
        """The sessions still to come, in order of time."""
        return self._guard.forecasts_of(self)

    @property
    def expected(self) -> int:
        """Minutes to be expected: delivered, and planned by how likely each is kept."""
        ahead = sum(
            (Decimal(each.held.minutes * each.percent) / 100 for each in self.forecasts),
            Decimal(0),
        )
        return self.delivered + int(ahead)

    @property
    def watched(self) -> list[Forecast]:
        return [each for each in self.forecasts if each.decision.outcome == WATCH]


class Guard:
    """The weeks of the clients within an actor's reach at one site; a fixed few reads."""

    def __init__(
        self, episodes: Sequence[Episode], site: Site, program: Program, starts_on: date,
        now: datetime,
    ) -> None:  # fmt: skip
        self.site, self.program, self.starts_on, self.now = site, program, starts_on, now
        self.zone = ZoneInfo(site.time_zone)
        self.today = now.astimezone(self.zone).date()
        self.numbers = numbers_for(program, starts_on)
        ids = [episode.client_id for episode in episodes]
        self.facts = WeekFacts(site, program, starts_on, ids, now)
        self.windows: Windows = windows_of(ids, site, starts_on)
        self.needs = needs_of(program, site, starts_on, numbers=self.numbers)
        self.rows = [self._of(episode) for episode in episodes]

    @cached_property
    def attended(self) -> Attended:
        """The weeks behind the forecasts: read when one is asked for."""
        weeks = int(self.numbers["forecast_history_weeks"])
        before = min(self.starts_on, self.today)
        return attended_before(self.site.pk, self.site.time_zone, before, weeks)

    @cached_property
    def weights(self) -> ForecastWeights:
        """The program's weights."""
        return weights_of(self.numbers)

    def choices_of(self, row: ClientGuard) -> list[Choice]:
        """See `ClientGuard.choices`."""
        asking = row.asking
        found = [
            Choice(
                session,
                drop_in_of(asking, row.place_in(session), self.now),
            )
            for session in self.facts.sessions
        ]
        new_day = asking.missing_days > 0

        def order(choice: Choice) -> tuple[bool, bool, bool, datetime]:
            on = choice.session.on
            is_held = on in asking.days_held
            is_thin = on in asking.thin_days
            return not choice.fits, not is_thin, is_held == new_day, choice.session.starts_at

        return _without_overlap(sorted(found, key=order))

    def forecasts_of(self, row: ClientGuard) -> list[Forecast]:
        """See `ClientGuard.forecasts`."""
        history = self.attended.of(row.client_id)
        found = []
        for held in self.facts.held[row.client_id]:
            if held.is_open:
                starts = held.starts_at.astimezone(self.zone)
                cell = (starts.weekday(), part_of_day(starts.time()))
                found.append(Forecast(held, forecast_of(history, cell, self.weights)))
        return found

    def _of(self, episode: Episode) -> ClientGuard:
        days = self.facts.days_of(episode.client_id)
        need = self.needs.get(episode.client_id)
        asked = GuardedWeek(
            required=max(episode.phase.weekly_minutes, need.authorized_least if need else 0),
            min_days=need.min_days if need else episode.phase.days_per_week,
            days=days,
            day_minimum=self.facts.day_minimum(episode),
        )
        decision = guard_of(asked, self.today)
        return ClientGuard(episode, days, asked.required, decision, self)


def _without_overlap(choices: list[Choice]) -> list[Choice]:
    """Of two fitting places at one time only the better one is left."""
    kept: list[Choice] = []
    for choice in choices:
        session = choice.session
        clashes = choice.fits and any(
            other.session.starts_at < session.ends_at and other.session.ends_at > session.starts_at
            for other in kept
            if other.fits
        )
        if not clashes:
            kept.append(choice)
    return kept


def guard_of_site(
    actor: Actor, site: Site, program: Program, starts_on: date, now: datetime
) -> list[ClientGuard]:
    """Every client within reach who is in the program that week, by name."""
    episodes = list(
        Episode.objects.for_actor(actor, Purpose.OPERATIONS)
        .filter(
            program=program, site=site, ended_at=None,
            admitted_on__lt=starts_on + timedelta(days=7),
        )
        .select_related("client")
        .prefetch_related("phase")
        .defer("client__phone", "client__diagnosis", "client__allergies")
        .order_by("client__name", "pk")
    )  # fmt: skip
    return Guard(episodes, site, program, starts_on, now).rows


def guard_of_client(episode: Episode, starts_on: date, now: datetime) -> ClientGuard:
    """One client's week, for an action that was asked to mend it."""
    return Guard([episode], episode.site, episode.program, starts_on, now).rows[0]
