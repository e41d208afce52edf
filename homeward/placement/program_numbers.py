"""The program's own numbers as placement rules read them."""

from collections.abc import Mapping

from homeward.kernel.numbers import ProgramNumber
from homeward.placement.rules.numbers import DEFAULT_NUMBERS, PlacementNumbers


def placement_numbers(numbers: Mapping[str, ProgramNumber]) -> PlacementNumbers:
    """The published defaults where the program states no number of its own."""

    def whole(code: str, otherwise: int) -> int:
        return int(numbers[code]) if code in numbers else otherwise

    usual = DEFAULT_NUMBERS
    return PlacementNumbers(
        ciwa_ar_hold_from=whole("ciwa_hold", usual.ciwa_ar_hold_from),
        ciwa_ar_emergency_from=whole("ciwa_emergency", usual.ciwa_ar_emergency_from),
        ciwa_ar_valid_after_hours=whole("drink_hours", usual.ciwa_ar_valid_after_hours),
        recent_use_days=whole("withdrawal_history_days", usual.recent_use_days),
        cows_withdrawal_from=whole("cows_mild", usual.cows_withdrawal_from),
        adult_from_years=whole("minimum_age", usual.adult_from_years),
    )
