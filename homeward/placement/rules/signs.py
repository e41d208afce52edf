"""Signs of withdrawal, read alike by the screening gates and by placement.

Both ask the same questions at different moments, so what an answer means stands here once.
None is "nobody knows" everywhere and never "no". Source: domain handbook 1.10 and 1.11; drink
and sedatives in pregnancy are a starting value of this house, which a clinician settles.
"""

HOURS_A_DAY = 24


def used_recently(told: bool | None, hours_since_drink: float | None, days: int) -> bool | None:
    """Drinking or sedatives within so many days; a known last drink inside them settles it."""
    if hours_since_drink is not None and hours_since_drink <= days * HOURS_A_DAY:
        return True
    return told


def drinks_or_takes_sedatives(recent: bool | None, benzodiazepine: bool | None) -> bool | None:
    """Recently, or benzodiazepines every day; no only where both were answered no."""
    if recent or benzodiazepine:
        return True
    return None if recent is None or benzodiazepine is None else False


def is_in_opioid_withdrawal(cows: int | None, mild_from: int) -> bool | None:
    """Whether a COWS score in points shows withdrawal."""
    return None if cows is None else cows >= mild_from


def uses_opioids(told: bool | None, cows: int | None, mild_from: int) -> bool | None:
    """As told; a withdrawal score at the mild cut speaks for it whatever was told."""
    return True if is_in_opioid_withdrawal(cows, mild_from) else told
