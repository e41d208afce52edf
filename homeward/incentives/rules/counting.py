"""What a test or a session says under a protocol. None: it says nothing of the target.

An unconfirmed result is never more than that: it waits for the laboratory, unless the adopted
protocol says that it counts at once. A missed or refused test begins anew; an excused one, one
that could not be read, and a medicine that is prescribed never do harm.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from homeward.incentives.rules.course import EXCUSED, MET, MISSED, UNMET

WAITS, AT_ONCE = "waits", "at_once"
UNCONFIRMED = (WAITS, AT_ONCE)
CLEAR = frozenset({"negative", "positive_expected", "negative_unexpected"})
TAMPERED = frozenset({"substituted", "adulterated"})
UNSURE = frozenset({"dilute_neg", "invalid"})  # it shows nothing, and proves nothing
ENDED = {"missed": MISSED, "refused": MISSED, "cancelled": EXCUSED, "unable": EXCUSED,
         "rejected": EXCUSED}  # fmt: skip
SEATS = {
    "present": MET, "late": MET, "left_early": MET, "late_and_left_early": MET, "makeup": MET,
    "virtual_present": MET, "no_show": MISSED, "removed": MISSED, "excused": EXCUSED,
    "cancelled_client": EXCUSED, "cancelled_program": EXCUSED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One analyte's present result by one method."""

    analyte: str
    method: str
    result: str


def of_test(
    readings: Iterable[Reading], substances: Collection[str], specimen: str, unconfirmed: str
) -> str | None:
    """What a test with results says of the named substances."""
    if specimen in TAMPERED:
        return MISSED
    found: dict[str, Reading] = {}
    for each in readings:
        if each.analyte in substances and each.result not in ("invalid", "not_tested"):
            held = found.get(each.analyte)
            if held is None or held.method == "presumptive":
                found[each.analyte] = each
    results = {each.result for each in found.values()}
    if "positive" in results:
        return UNMET
    if "presumptive_positive" in results:
        return UNMET if unconfirmed == AT_ONCE else None
    is_clear = set(found) >= set(substances) and results <= CLEAR and specimen not in UNSURE
    return MET if is_clear else None


def of_ended_test(state: str) -> str | None:
    """What a test without a specimen says."""
    return ENDED.get(state)


def of_seat(state: str) -> str | None:
    """What the closed register says of one seat."""
    return SEATS.get(state)
