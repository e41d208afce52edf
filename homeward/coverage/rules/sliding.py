"""A fee by income: which part of a charge somebody pays, by household and federal poverty level.

Compared in whole cents, so that no rounding decides: an income on the edge of a band is inside it.
The decision is about money alone and never changes the care.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

from .cents import dollars

RULE_SET, VERSION = "sliding_fee", "2026.1"
REDUCED, FULL = "reduced", "full"


@dataclass(frozen=True, slots=True)
class PovertyLine:
    """The federal poverty level of a year, in cents: for one person, and for each one more."""

    one_person_cents: int
    each_more_cents: int
    source: Source | None = None

    def of(self, household: int) -> int:
        """The yearly line of a household; raises ValueError below one person."""
        if household < 1:
            raise ValueError("a household has at least one person")
        return self.one_person_cents + (household - 1) * self.each_more_cents


@dataclass(frozen=True, slots=True)
class Band:
    """Up to this percent of the line, this percent of a charge is paid."""

    up_to_percent: Decimal
    pays_percent: Decimal
    source: Source | None = None


@marked_by("line", "bands")
def sliding_fee(
    household: int, yearly_income_cents: int, line: PovertyLine, bands: Sequence[Band]
) -> Decision:
    """The first band the income lies in; above the last, the whole charge.

    Raises ValueError for an income below nought or a household below one. The extras hold
    `pays_percent` and `line_percent` (of the poverty level, to a tenth), as decimal texts.
    """
    if yearly_income_cents < 0:
        raise ValueError("an income is never below nought")
    level = line.of(household)
    share = Decimal(yearly_income_cents) * 100 / Decimal(level)
    ordered = sorted(bands, key=lambda band: band.up_to_percent)
    inside = [band for band in ordered if yearly_income_cents * 100 <= band.up_to_percent * level]
    band = inside[0] if inside else None
    pays = band.pays_percent if band else Decimal(100)
    found = Reason(
        "fee_level",
        State.MET,
        (Evidence("poverty_line", "", dollars(level)),),
        line.source,
        {"household": household, "level": dollars(level), "percent": f"{share:.1f}"},
    )
    steps = [
        Reason(
            "fee_band",
            State.MET if each is band else State.NOT_MET,
            (),
            each.source,
            {
                "up_to": f"{each.up_to_percent.normalize():f}",
                "pays": f"{each.pays_percent.normalize():f}",
            },
        )
        for each in ordered
    ]
    return Decision(
        outcome=REDUCED if pays < 100 else FULL,
        rule_set=RULE_SET,
        version=VERSION,
        reasons=(found, *steps),
        extras={"pays_percent": f"{pays.normalize():f}", "line_percent": f"{share:.1f}"},
    )
