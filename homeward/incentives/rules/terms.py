"""The numbers of one protocol, and what must hold of them. All money is whole cents.

Sources: escalating vouchers with a reset and a way back (Higgins and others, 1991 on); draws from
a bowl of slips (Petry and others, 2000 on). The numbers are the program's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VOUCHER, PRIZE = "voucher", "prize"
KINDS = (VOUCHER, PRIZE)
MOST_SLIPS, MOST_CENTS, MOST_DRAWS = 100_000, 10_000_000, 100


@dataclass(frozen=True, slots=True)
class Slip:
    """One kind of slip in the bowl: how many lie there, and what one is worth in cents."""

    code: str
    count: int
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How much comes next. `first`, `step`, `most` and `bonus` are cents, or draws from the bowl.

    `bonus_every` n: every n-th in a row brings the bonus (0: none). `restore_after` n: after a
    reset, n in a row bring back the height that was reached before (0: never). `visit_cap` is for
    one client and day, `year_cap` for one client and calendar year, both in cents.
    """

    kind: str
    first: int
    step: int
    most: int
    bonus_every: int = 0
    bonus: int = 0
    restore_after: int = 0
    visit_cap: int = 0
    year_cap: int = 0
    slips: tuple[Slip, ...] = ()

    @property
    def in_bowl(self) -> int:
        """How many slips lie in the bowl."""
        return sum(slip.count for slip in self.slips)

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Terms":
        """As it was stored; raises TypeError, KeyError."""
        slips = tuple(Slip(**each) for each in document.get("slips", ()))
        return cls(**{**document, "slips": slips})

    def to_json(self) -> dict[str, Any]:
        values: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        values["slips"] = [
            {"code": slip.code, "count": slip.count, "cents": slip.cents} for slip in self.slips
        ]
        return values


def faults_of(terms: Terms) -> tuple[str, ...]:
    """Codes of what does not hold; empty when the terms can be adopted."""
    most = MOST_CENTS if terms.kind == VOUCHER else MOST_DRAWS
    wrong = {
        "terms_kind": terms.kind not in KINDS,
        "terms_first": not 0 < terms.first <= most,
        "terms_step": not 0 <= terms.step <= most,
        "terms_most": not terms.first <= terms.most <= most,
        "terms_bonus": not 0 <= terms.bonus <= most or bool(terms.bonus) != bool(terms.bonus_every),
        "terms_counts": not (0 <= terms.bonus_every <= 100 and 0 <= terms.restore_after <= 100),
        "terms_caps": not 0 < terms.visit_cap <= terms.year_cap <= MOST_CENTS,
        "terms_slips": terms.kind == PRIZE and not _is_bowl(terms),
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)


def _is_bowl(terms: Terms) -> bool:
    codes = {slip.code for slip in terms.slips}
    return (
        len(codes) == len(terms.slips)
        and 0 < terms.in_bowl <= MOST_SLIPS
        and all(slip.count > 0 and 0 <= slip.cents <= MOST_CENTS for slip in terms.slips)
        and any(slip.cents for slip in terms.slips)
    )
