"""Whether a cup may be read here today: a certificate, a kit in date, an order for this person.

Source: 42 CFR 493.15 (waived tests need a current certificate and follow the maker's instructions);
individual orders, no blanket orders (Medicare contractor policy on drug testing).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET, VERSION = "on_site_reading", "3"
MAY, MAY_NOT = "may_read", "may_not_read"
OWN_PANEL, OWN_SUBSTANCES, FOR_CAUSE, TO_SET = "own_panel", "own_substances", "for_cause", "to_set"
# A need that a clinician has stated for this person, line by line. One with a cause counts once its
# second person has agreed. A panel that only follows from what somebody named is a suggestion, and
# one nobody has set is no order.
NEEDS = (OWN_PANEL,)
UNSTATED = (OWN_SUBSTANCES, TO_SET)
CLIA = Source("clia_waived", "CLIA: certificate of waiver and maker's instructions", "law",
              "42 CFR 493.15")  # fmt: skip
ORDERS = Source("medicare_testing", "Medicare contractors' usual testing ceilings", "payer")


@dataclass(frozen=True, slots=True, kw_only=True)
class KitOnHand:
    """One lot of cups: what it reads, until which day, and whether it is still in use."""

    lot: str
    analytes: Collection[str]
    expires_on: date
    is_in_use: bool


def may_read(
    *, on: date, certified_until: date | None, kit: KitOnHand | None, panel: Collection[str],
    need: str, is_seconded: bool = False,
) -> Decision:  # fmt: skip
    """`may_read`, or `may_not_read` with each line that is not met.

    `certified_until` is the last day of a certificate that holds on that day; None without one. A
    kit may be used on the day it expires. `need` is why this panel was ordered for this person:
    set by a clinician, or only following from what they named; `is_seconded` says that a second
    person agreed to a test with a cause.
    """
    is_individual = need in NEEDS or (need == FOR_CAUSE and is_seconded)
    kit_lines = [
        _line("kit_known", kit is not None and kit.is_in_use, kit.lot if kit else ""),
        _line("kit_in_date", kit is not None and on <= kit.expires_on, _until(kit)),
        _line("kit_reads_panel", kit is not None and set(panel) <= set(kit.analytes)),
    ]
    lines = (
        _line("certificate_current", certified_until is not None and on <= certified_until),
        *kit_lines,
        _line("order_individual", bool(panel) and is_individual, source=ORDERS),
    )
    is_met = all(line.state is State.MET for line in lines)
    return Decision(MAY if is_met else MAY_NOT, RULE_SET, VERSION, lines)


def _until(kit: KitOnHand | None) -> str:
    return kit.expires_on.isoformat() if kit else ""


def _line(code: str, met: bool, words: str = "", source: Source = CLIA) -> Reason:
    evidence = (Evidence("kit", "", words),) if words else ()
    return Reason(code, State.MET if met else State.NOT_MET, evidence, source)
