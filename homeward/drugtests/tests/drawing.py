"""Rosters made for tests."""

from dataclasses import replace

from homeward.drugtests.rules.draw import METHOD, Entry, commitment_of, drawn_from

POOL, DAY, SECRET = "iop-main", "2026-11-24", "5a" * 32
EARLY = Entry(
    token="t", eligible=True, times_this_month=0, days_since_last=1, tests_per_month=8,
    days_per_week=4, most_per_month=12, longest_gap_days=7,
)  # fmt: skip


def roster(count: int, **values) -> tuple[Entry, ...]:
    return tuple(replace(EARLY, token=f"token{n:04}", **values) for n in range(count))


def document(entries, secret: str = SECRET) -> dict:
    """A published day that holds."""
    return {
        "pool": POOL,
        "day": DAY,
        "method": METHOD,
        "commitment": commitment_of(METHOD, POOL, DAY, secret),
        "secret": secret,
        "roster": [entry.to_json() for entry in entries],
        "drawn": list(drawn_from(entries, secret=secret, pool=POOL, day=DAY)),
    }
