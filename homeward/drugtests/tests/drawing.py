"""Rosters made for tests."""

from dataclasses import replace

from homeward.drugtests.rules.draw import METHOD, Entry, commitment_of, drawn_from, seal_of

POOL, DAY, SECRET = "iop-main", "2026-11-24", "5a" * 32
EARLY = Entry(
    token="t", eligible=True, times_this_month=0, tests_per_month=8, days_per_week=4,
    most_per_month=12, window="week", least_per_window=1, times_this_window=0,
    eligible_days_left=2,
)  # fmt: skip


def roster(count: int, **values) -> tuple[Entry, ...]:
    return tuple(replace(EARLY, token=f"token{n:04}", **values) for n in range(count))


def document(entries, secret: str = SECRET) -> dict:
    """A published day that holds."""
    drawn = drawn_from(entries, secret=secret, pool=POOL, day=DAY)
    return {
        "pool": POOL,
        "day": DAY,
        "method": METHOD,
        "commitment": commitment_of(METHOD, POOL, DAY, secret),
        "secret": secret,
        "roster": [entry.to_json() for entry in entries],
        "drawn": list(drawn),
        "seal": seal_of(secret, POOL, DAY, entries, drawn),
    }
