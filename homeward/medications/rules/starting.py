"""What is known before an addiction medicine is started: shown to the prescriber, never a gate.

Nothing here refuses or delays a medicine; a line that is not met or not known says what to ask.
Sources: handbook 1.11 (offer the same day), 7.4 (monitoring check), 7.6 (naloxone);
the labels of naltrexone (withdrawal it brings on where opioids were taken).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked_by
from homeward.medications.rules.known import BLOCKS_OPIOIDS, KNOWN, OPIOID

RULE_SET, VERSION = "starting-medicine", "3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the record says today; None is what it does not say."""

    kind: str
    cows: int | None = None
    cows_at: datetime | None = None
    last_opioid_on: date | None = None
    pdmp_due_on: date | None = None
    naloxone_outcome: str = ""
    has_order: bool = False
    pregnancy: str = ""
    allergies_are_known: bool = False


@marked_by("score_minutes")
def before_starting(facts: Known, now: datetime, score_minutes: int) -> Decision:
    """Line by line what is known; the outcome is `all_known` or `ask`, and neither stops anybody.

    A score holds as long as the program lets pass between two readings of the scale.

    Today is the day in the zone `now` is given in.
    """
    known = KNOWN.get(facts.kind)
    today = now.date()
    lines = [
        _line("start_order_signed", facts.has_order),
        _line("start_allergies_known", facts.allergies_are_known),
        _line(
            "start_pdmp_checked",
            None if facts.pdmp_due_on is None else facts.pdmp_due_on >= today,
        ),
    ]
    if known and known.against == OPIOID:
        lately = timedelta(minutes=score_minutes)
        fresh = facts.cows_at is not None and now - facts.cows_at <= lately
        said = str(facts.cows) if fresh and facts.cows is not None else ""
        lines += [
            _line("start_withdrawal_scored", True if said else None, said),
            _last_opioid(facts),
            _line("start_naloxone_at_hand", _naloxone(facts.naloxone_outcome)),
            _line("start_pregnancy_said", True if facts.pregnancy else None),
        ]
    elif facts.kind in BLOCKS_OPIOIDS:
        # Against alcohol, and to the body the same: it may bring on withdrawal.
        lines.append(_last_opioid(facts))
    is_known = all(line.state is State.MET for line in lines)
    return Decision("all_known" if is_known else "ask", RULE_SET, VERSION, tuple(lines))


def _last_opioid(facts: Known) -> Reason:
    said = facts.last_opioid_on
    return _line("start_last_opioid_said", True if said else None, said.isoformat() if said else "")


def _naloxone(outcome: str) -> bool | None:
    return None if not outcome else outcome in ("given", "has_one")


def _line(code: str, is_met: bool | None, said: str = "") -> Reason:
    state = {True: State.MET, False: State.NOT_MET, None: State.UNKNOWN}[is_met]
    return Reason(code, state, (Evidence("fact", "", said),) if said else ())
