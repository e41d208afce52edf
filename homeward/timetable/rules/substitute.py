"""Who could lead a session instead, and for how many people that would be a new face.

Every line is answered. Credentials, time, and declared conflicts refuse; working hours and the
number of groups a day are advice, for a substitute may agree to stay longer. Fewest new faces come
first. Sources: credentials of the session type in the program file; field practice.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, Source, State

RULE_SET = "timetable.substitute"
VERSION = "1"
OFFER, REFUSE = "offer", "refuse"
MOST_LED_A_DAY = 3
TYPES = Source("session_type_credentials", "Credentials of the session type, program file", "norm")
ACCESS = Source("notes_by_role", "Which roles write notes, access model", "norm")
PRACTICE = Source("led_groups_a_day", "At most three led groups a person a day", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAsked:
    """The session: which credentials lead it (any where none is named), and who is seated."""

    credentials: frozenset[str]
    seated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A colleague as the rule sees them that day; `known` counts the seated who know them."""

    credentials: frozenset[str]
    is_leading: bool = False
    clashes: tuple[str, ...] = ()
    is_at_work: bool = True
    is_absent: bool = False
    led_that_day: int = 0
    known: int = 0
    has_conflict: bool = False
    writes_notes: bool = True


def substitute_of(session: SessionAsked, colleague: Colleague) -> Decision:
    """Offer or refuse; `extras`: `new_faces` among the seated, and the codes it is `barred_by`."""
    qualified = not session.credentials or bool(session.credentials & colleague.credentials)
    new_faces = max(0, session.seated - colleague.known)
    lines = (
        _line("stand_in_is_another", not colleague.is_leading),
        _line("stand_in_credential", qualified, TYPES,
              asked=", ".join(sorted(session.credentials)).upper()),
        _line("stand_in_writes_notes", colleague.writes_notes, ACCESS),
        _line("stand_in_is_free", not colleague.clashes, names=", ".join(colleague.clashes)),
        _line("stand_in_is_here", not colleague.is_absent),
        _line("stand_in_no_conflict", not colleague.has_conflict),
    )  # fmt: skip
    barred = [line.code for line in lines if line.state is State.NOT_MET]
    advice = (
        _line("stand_in_works_then", colleague.is_at_work),
        _line("stand_in_load", colleague.led_that_day < MOST_LED_A_DAY, PRACTICE,
              led=colleague.led_that_day, most=MOST_LED_A_DAY),
        _line("stand_in_known", not new_faces, known=colleague.known, seated=session.seated),
    )  # fmt: skip
    return Decision(
        REFUSE if barred else OFFER, RULE_SET, VERSION, (*lines, *advice),
        {
            "new_faces": new_faces,
            "advice_unmet": sum(line.state is State.NOT_MET for line in advice[:2]),
            "barred_by": barred,
        },
    )  # fmt: skip


def _line(code: str, holds: bool, source: Source | None = None, **detail: object) -> Reason:
    return Reason(code, State.MET if holds else State.NOT_MET, (), source, detail)
