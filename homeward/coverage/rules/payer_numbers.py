"""The numbers a payer may set, with the value that holds where its file is silent.

Every one differs by contract; a payer's own number wins over the program's.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from homeward.kernel.reasons import Source
from homeward.program.rules.defaults import KnownNumber

_PRACTICE = Source("payer_practice", "Common payer policy, differs by contract", "payer")


def _known(code: str, value: str, unit: str, least: str, most: str) -> KnownNumber:
    return KnownNumber(code, Decimal(value), unit, _PRACTICE, Decimal(least), Decimal(most))


PAYER_NUMBERS: Mapping[str, KnownNumber] = MappingProxyType(
    {
        known.code: known
        for known in (
            _known("min_minutes_per_day", "180", "minutes", "0", "720"),
            _known("bills_components", "0", "count", "0", "1"),
            _known("min_days_per_week", "3", "days", "0", "7"),
            _known("max_days_per_week", "5", "days", "1", "7"),
            _known("max_units_per_day", "1", "count", "1", "96"),
            _known("group_max", "12", "clients", "2", "30"),
            _known("group_min", "2", "clients", "1", "10"),
            _known("timely_filing_days", "90", "days", "1", "730"),
            _known("concurrent_review_days", "14", "days", "1", "90"),
            _known("authorized_days", "20", "days", "1", "366"),
            _known("warn_at_units_left", "3", "count", "0", "60"),
            _known("warn_at_days_left", "5", "days", "0", "60"),
            _known("certification_days", "60", "days", "1", "366"),
            _known("appeal_days", "60", "days", "1", "366"),
            _known("peer_to_peer_days", "7", "days", "1", "60"),
            _known("urgent_answer_hours", "72", "hours", "1", "336"),
            _known("urgent_concurrent_answer_hours", "24", "hours", "1", "336"),
            _known("plan_physician_signs", "0", "count", "0", "1"),
        )
    }
)
