"""May this be reported, to whom, and what may be said of a client?

42 CFR Part 2 lifts its restrictions for three reports alone: the first report of suspected child
abuse or neglect (2.12(c)(6)); a client's own crime on the premises or against staff, or a threat
of one (2.12(c)(5)); and the cause of a client's death, where a law wants vital statistics or
lets the cause be inquired into (2.15(b)(1)). A crime that somebody else did is no such report: a
client who was hurt, or saw it, is not named by it. Abuse of an adult, a threat to somebody outside
and impaired driving have no exception, and a state's duty to report opens none (2.20). There four
ways stay: the client's consent, a medical emergency, a court order, or a report from which nobody
can tell that anybody is a client. Whether a consent covers it is the consent engine's answer,
handed in.
"""

from dataclasses import dataclass
from enum import StrEnum

from homeward.kernel.reasons import Decision, Reason, Source, State

RULE_SET, VERSION = "safety.duty_to_report", "2"


class Matter(StrEnum):
    """What there is to report."""

    CHILD_FIRST = "child_first"
    CHILD_MORE = "child_more"
    CRIME_HERE = "crime_here"
    CRIME_STAFF = "crime_staff"
    CRIME_BY_OTHER = "crime_by_other"
    DEATH = "death"
    ADULT_ABUSE = "adult_abuse"
    THREAT_OUTSIDE = "threat_outside"
    IMPAIRED_DRIVING = "impaired_driving"
    OTHER = "other"


class Way(StrEnum):
    """What the answer is."""

    CHILD_REPORT = "child_report"
    CRIME_REPORT = "crime_report"
    DEATH_REPORT = "death_report"
    CONSENT = "consent"
    EMERGENCY = "emergency"
    COURT_ORDER = "court_order"
    UNNAMED = "unnamed"
    NOTHING_YET = "nothing_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known; None is not known yet."""

    matter: Matter
    has_consent: bool | None = None
    is_emergency: bool | None = None
    has_order: bool | None = None
    can_stay_unnamed: bool | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Who may hear it, what may be said, what not; `path` is where it is written down."""

    to: str
    may: tuple[str, ...]
    never: tuple[str, ...]
    path: str


# What the report may carry, by its way. The table of docs/domain/safety.md.
SAYING: dict[Way, Saying] = {
    Way.CHILD_REPORT: Saying(
        "child_protection",
        ("client_name", "client_address", "what_was_seen", "child_whereabouts", "own_name"),
        ("treatment", "records_later", "other_clients"),
        "disclosure",
    ),
    Way.CRIME_REPORT: Saying(
        "police",
        ("what_happened", "client_name", "client_address", "last_whereabouts", "is_client_here"),
        ("treatment", "tests", "other_clients"),
        "disclosure",
    ),
    Way.DEATH_REPORT: Saying(
        "death_authority",
        ("client_name", "cause_of_death", "death_when_where"),
        ("treatment_beyond_cause", "records_later", "other_clients"),
        "disclosure",
    ),
    Way.CONSENT: Saying(
        "named_in_consent", ("what_consent_names",), ("beyond_consent", "other_clients"),
        "disclosure",
    ),
    Way.EMERGENCY: Saying(
        "medical_personnel", ("needed_to_treat",), ("beyond_treating", "other_clients"),
        "emergency",
    ),
    Way.COURT_ORDER: Saying(
        "named_in_order", ("what_order_names",), ("beyond_order", "other_clients"), "legal"
    ),
    Way.UNNAMED: Saying(
        "anybody",
        ("danger", "place", "person_without_link"),
        ("is_client", "program_name", "how_known", "treatment"),
        "",
    ),
    Way.NOTHING_YET: Saying(
        "nobody", (), ("is_client", "treatment", "what_was_said"), "legal"
    ),
}  # fmt: skip


def may_report(told: Told) -> Decision:
    """The way that is open, with every other way and why it is or is not.

    Exceptions come first, then consent, emergency, order, and a report that names nobody. Where
    nothing is open yet, the answer is to wait, ask, and call the privacy officer.
    """
    excepted = _excepted(told.matter)
    ways = (
        (Way.CONSENT, told.has_consent, "report_by_consent", "42 CFR 2.31, 2.33"),
        (Way.EMERGENCY, told.is_emergency, "report_in_emergency", "42 CFR 2.51"),
        (Way.COURT_ORDER, told.has_order, "report_under_order", "42 CFR 2.61-2.67, 2.63"),
        (Way.UNNAMED, told.can_stay_unnamed, "report_names_nobody", "42 CFR 2.12(a)(1), 2.13(c)"),
    )
    reasons = [
        _exception_line(told.matter),
        *(_line(code, yes, cite) for _w, yes, code, cite in ways),
    ]
    chosen = excepted or next((way for way, yes, _c, _s in ways if yes), Way.NOTHING_YET)
    saying = SAYING[chosen]
    return Decision(
        outcome=chosen.value,
        rule_set=RULE_SET,
        version=VERSION,
        reasons=tuple(reasons),
        extras={
            "matter": told.matter.value,
            "to": saying.to,
            "may": list(saying.may),
            "never": list(saying.never),
            "path": saying.path,
            "open": [way.value for way, yes, _c, _s in ways if yes],
        },
    )


def _excepted(matter: Matter) -> Way | None:
    if matter is Matter.CHILD_FIRST:
        return Way.CHILD_REPORT
    if matter in (Matter.CRIME_HERE, Matter.CRIME_STAFF):
        return Way.CRIME_REPORT
    return Way.DEATH_REPORT if matter is Matter.DEATH else None


def _exception_line(matter: Matter) -> Reason:
    way = _excepted(matter)
    if way is Way.CHILD_REPORT:
        return Reason("report_child_first", State.MET, source=_part_2("42 CFR 2.12(c)(6)"))
    if way is Way.CRIME_REPORT:
        return Reason("report_crime_here", State.MET, source=_part_2("42 CFR 2.12(c)(5)"))
    if way is Way.DEATH_REPORT:
        return Reason("report_death", State.MET, source=_part_2("42 CFR 2.15(b)(1)"))
    if matter is Matter.CRIME_BY_OTHER:
        return Reason("report_crime_here", State.NOT_MET, source=_part_2("42 CFR 2.12(c)(5)"))
    if matter is Matter.CHILD_MORE:
        return Reason("report_child_first", State.NOT_MET, source=_part_2("42 CFR 2.12(c)(6)"))
    return Reason("report_excepted", State.NOT_MET, source=_part_2("42 CFR 2.12(c), 2.20"))


def _line(code: str, yes: bool | None, citation: str) -> Reason:
    state = State.UNKNOWN if yes is None else State.MET if yes else State.NOT_MET
    return Reason(code, state, source=_part_2(citation))


def _part_2(citation: str) -> Source:
    return Source("part_2", "42 CFR Part 2", "law", citation)
