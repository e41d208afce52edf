"""What one reading means: presumptive or named, expected or not, perhaps left over from before.

Sources: the handbook's testing chapter; detection windows in urine from a laboratory handout.
An unconfirmed positive is never more than presumptive. A second positive inside the window of
the first may be residual, not new use. Neither is proof, and neither decides anything alone.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

PRESUMPTIVE, DEFINITIVE = "presumptive", "definitive"
POSITIVES = frozenset({"presumptive_positive", "positive"})

# Days a use may be seen in urine: the longest the source names, rounded up to whole days.
WINDOW_DAYS = {
    "alcohol": 1,
    "etg": 4,
    "amphetamines": 5,
    "methamphetamine": 5,
    "benzodiazepines": 30,
    "cocaine": 4,
    "buprenorphine": 7,
    "fentanyl": 28,
    "opiates": 5,
    "oxycodone": 5,
    "6_mam": 1,
    "methadone": 6,
    "thc": 30,
}
WINDOW_SOURCE = "Detection windows in urine, laboratory handout"


class Reading(StrEnum):
    """What the cup or the laboratory says of one analyte."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    INVALID = "invalid"
    NOT_TESTED = "not_tested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier positive of the same analyte, with its level where one is known.

    `creatinine` (mg/dL) says how concentrated the specimen was.
    """

    on: date
    level: Decimal | None = None
    creatinine: Decimal | None = None


def result_of(reading: Reading, *, method: str, analyte: str, prescribed: Collection[str]) -> str:
    """The result code of a reading.

    A medicine the client is prescribed is expected to be found: finding it is
    `positive_expected`, not finding it `negative_unexpected`.

    >>> result_of(Reading.POSITIVE, method="presumptive", analyte="thc", prescribed=())
    'presumptive_positive'
    """
    if reading in (Reading.INVALID, Reading.NOT_TESTED):
        return reading.value
    if analyte in prescribed:
        return "positive_expected" if reading is Reading.POSITIVE else "negative_unexpected"
    if reading is Reading.NEGATIVE:
        return "negative"
    return "positive" if method == DEFINITIVE else "presumptive_positive"


def may_be_residual(
    analyte: str,
    on: date,
    level: Decimal | None,
    earlier: Iterable[Earlier],
    creatinine: Decimal | None = None,
) -> Earlier | None:
    """The earlier positive this one may be left over from; None when it is outside the window.

    A level that rose speaks against it; unknown levels leave it open. Levels are compared per
    creatinine where both are known, so that a thin specimen does not hide a rise.
    """
    window = WINDOW_DAYS.get(analyte)
    if window is None:
        return None
    inside = [item for item in earlier if 0 < (on - item.on).days <= window]
    if not inside:
        return None
    latest = max(inside, key=lambda item: item.on)
    if level is None or latest.level is None:
        return latest
    if creatinine and latest.creatinine:
        return None if level * latest.creatinine > latest.level * creatinine else latest
    return None if level > latest.level else latest


def outcome_of(results: Iterable[tuple[str, str, str]]) -> str:
    """The test in one word, from (analyte, method, result): a named result outranks a class one.

    `positive` needs a definitive method; `presumptive` is unconfirmed; `negative` is below the
    cutoff, not proof of no use.
    """
    best: dict[str, tuple[str, str]] = {}
    for analyte, method, result in results:
        if analyte not in best or method == DEFINITIVE:
            best[analyte] = (method, result)
    found = {result for _, result in best.values()}
    if "positive" in found:
        return "positive"
    if "presumptive_positive" in found:
        return "presumptive"
    if "negative_unexpected" in found:
        return "unexpected"
    if "negative" in found or "positive_expected" in found:
        return "negative"
    return "invalid" if found else "pending"
