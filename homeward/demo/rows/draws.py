"""The day's draw of each pool: committed the day before, drawn in the morning, then revealed.

The story says who tests; the draw it belongs to is real in every other way. For that, the tokens
of a made-up day are looked for until the fair draw gives exactly those tests. From an
installation's first own day on nobody chooses tokens, and the draw decides who tests.
"""

import hashlib
from datetime import date, datetime, time, timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller
from homeward.demo.story import events
from homeward.drugtests.models import Draw, Pool
from homeward.drugtests.roster import TOKEN_LETTERS
from homeward.drugtests.rules.draw import (
    METHOD,
    MONTH,
    NUMBERS_IN_A_HASH,
    Entry,
    commitment_of,
    held_back,
    is_due,
    is_within_chance,
    lot_of,
    seal_of,
)
from homeward.drugtests.rules.limits import LimitNumbers, limits_for

COMMITTED, DRAWN = time(0, 5), time(6)
DAY = timedelta(days=1)
A_MOMENT = timedelta(seconds=30)


def open_pools(told: Teller, first_day: date) -> None:
    """A pool for each site, and its draws from the second day on."""
    setting = told.setting
    for code, site in setting.sites.items():
        told.pools[code] = told.book.add(
            Pool, code, program=setting.program, site=site, code=pool_code(setting.program, code)
        )
        _commit_later(told, code, first_day)


def pool_code(program: Any, site_code: str) -> str:
    """The pool of a program at a site, by the name the draws' own job gives it."""
    return f"{program.code}-{site_code}"


def secret_of(seed_space: Any, pool: str, day: date) -> str:
    """The secret of a made-up day."""
    return hashlib.sha256(f"{seed_space}|{pool}|{day}".encode()).hexdigest()


def _at(told: Teller, site_code: str, day: date, clock: time) -> datetime:
    return utc(datetime.combine(day, clock, told.setting.zone(told.setting.sites[site_code])))


def _commit_later(told: Teller, site_code: str, today: date) -> None:
    told.later(
        _at(told, site_code, today, COMMITTED), lambda at: _commit(told, site_code, today, at)
    )


def _commit(told: Teller, site_code: str, today: date, at: datetime) -> None:
    pool, day = told.pools[site_code], today + DAY
    secret = secret_of(told.book.space, pool.code, day)
    draw = told.book.add(
        Draw,
        f"{pool.code}|{day}",
        pool=pool,
        day=day,
        method=METHOD,
        commitment=commitment_of(METHOD, pool.code, day.isoformat(), secret),
        committed_at=at,
        sealed_secret=secret,
    )
    told.draws[site_code, day] = draw
    told.later(
        _at(told, site_code, day, DRAWN) + A_MOMENT,
        lambda then: _run(told, site_code, draw, secret),
    )
    told.later(
        _at(told, site_code, day + DAY, COMMITTED),
        lambda then: told.book.change(draw, secret=secret, revealed_at=then),
    )
    _commit_later(told, site_code, day)


def draw_of(told: Teller, life: Life, event: events.TestDrawn) -> tuple[Any, datetime]:
    """The draw a test belongs to, and until when the specimen may be given."""
    at = utc(event.at)
    numbers = told.setting.numbers(event.day)
    soonest = at + timedelta(hours=int(numbers["draw_window_min_hours"]))
    latest = at + timedelta(hours=int(numbers["draw_window_max_hours"]))
    ends = _day_ends(life, event.day) or latest
    site_code = told.setting.site_of[life.episode.site_id].code
    draw = told.draws.get((site_code, event.day))
    life.drawn_on.append(event.day)
    return draw, min(max(ends, soonest), latest)


def _day_ends(life: Life, day: date) -> datetime | None:
    held = [each for each in life.seats_on.get(day, []) if each.released_at is None]
    return max((each.ends_at for each in held), default=None)


def _run(told: Teller, site_code: str, draw: Any, secret: str) -> None:
    """Put the roster down, with tokens under which exactly the story's clients are drawn."""
    day, site = draw.day, told.setting.sites[site_code]
    numbers = LimitNumbers.of(told.setting.numbers(day))
    roster, drawn = [], []
    for life in told.lives.values():
        if not life.is_in_care or life.episode.site_id != site.pk or life.episode.admitted_on > day:
            continue
        wanted = day in life.drawn_on
        entry = _entry(told, life, draw, secret, wanted, numbers)
        roster.append(entry)
        if wanted:
            drawn.append(entry.token)
    told.book.change(
        draw,
        roster=[entry.to_json() for entry in sorted(roster, key=lambda entry: entry.token)],
        drawn=sorted(drawn),
        seal=seal_of(secret, draw.pool.code, day.isoformat(), roster, drawn),
        drawn_at=_at(told, site_code, day, DRAWN),
    )


def _entry(
    told: Teller, life: Life, draw: Any, secret: str, wanted: bool, numbers: LimitNumbers
) -> Entry:
    episode, day = life.episode, draw.day
    before = [each for each in life.drawn_on if each < day]
    phase = episode.phase
    limits = limits_for(phase.tests_per_month, numbers)
    in_month = [each for each in before if _is_in(MONTH, each, day)]
    facts: dict[str, Any] = {
        "eligible": _day_ends(life, day) is not None
        and phase.tests_per_month > 0
        and episode.admitted_on < day,
        "times_this_month": len(in_month),
        "tests_per_month": phase.tests_per_month,
        "days_per_week": max(phase.days_per_week, 1),
        "most_per_month": limits.most_per_month,
        "window": limits.window,
        "least_per_window": limits.least_per_window,
        "times_this_window": sum(_is_in(limits.window, each, day) for each in before),
        "eligible_days_left": sum(
            each > day and _is_in(limits.window, each, day) and _day_ends(life, each) is not None
            for each in life.seats_on
        ),
    }
    entry = Entry(token="", **facts)
    if not wanted and is_due(entry):
        facts["least_per_window"] = 0
    if wanted:
        needed = len(in_month) + 1 + held_back(entry, day)
        facts["most_per_month"] = max(limits.most_per_month, needed)
        facts["eligible"] = True
        facts["tests_per_month"] = max(1, phase.tests_per_month)
    elif is_within_chance(entry, NUMBERS_IN_A_HASH - 1):
        facts["eligible"] = False  # a share of every day leaves no lot that is not drawn
    return _with_token(f"{told.book.space}|{draw.pk}|{life.key}", draw, secret, wanted, facts)


def _is_in(window: str, each: date, day: date) -> bool:
    """Whether a day lies in the same window, a week or a month."""
    if window == MONTH:
        return (each.year, each.month) == (day.year, day.month)
    return each.isocalendar()[:2] == day.isocalendar()[:2]


def _with_token(about: str, draw: Any, secret: str, wanted: bool, facts: dict[str, Any]) -> Entry:
    number = 0
    while True:
        token = hashlib.sha256(f"{about}|{number}".encode()).hexdigest()[:TOKEN_LETTERS]
        entry = Entry(token=token, **facts)
        lot = lot_of(secret, METHOD, draw.pool.code, draw.day.isoformat(), token)
        if entry.is_drawn(lot, draw.day) == wanted:
            return entry
        number += 1
