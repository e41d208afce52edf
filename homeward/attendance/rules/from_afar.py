"""Whether a client may be shown the way into a session from afar, and what is needed first.

Asked at each joining: the state they sit in (the program's clinicians must be licensed there), a
consent to telehealth, and who can hear. Sources: state licensing of telehealth; state telehealth
consent rules; practice of the field for group work by video.
"""

from collections.abc import Collection
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, Source, State, marked

RULE_SET = "attendance.from_afar"
VERSION = "1"
# May join; call the house instead; a paper first; a private place first.
OPEN, CALL, PAPER, PRIVATE_FIRST = "open", "call", "paper", "private_first"
ALONE, AGREED = "alone", "agreed"
YES = "yes"
CONSENT = Source("telehealth_consent", "state telehealth consent rules", "state")
PRIVACY = Source("telehealth_privacy", "Field practice of telehealth groups", "norm")


@dataclass(frozen=True, slots=True)
class Afar:
    """What is known as somebody wants to join.

    `consent` is the choice on the newest signed paper about telehealth, empty where none is
    signed; `licensed_in` is empty where the program said nothing and no site's state is known.
    """

    state: str
    who_is_there: str
    consent: str
    has_others: bool
    licensed_in: Collection[str]
    licence_source: Source


def may_join(asked: Afar) -> Decision:
    """The first that is not met decides; every line says how it stands."""
    states = tuple(sorted(asked.licensed_in))
    licence = State.MET if asked.state in states else State.NOT_MET
    lines = (
        Reason(
            "afar_licensed_there", licence if states else State.UNKNOWN,
            source=asked.licence_source, detail={"states": ", ".join(states) or "?"},
        ),
        Reason(
            "afar_consent", State.MET if asked.consent == YES else State.NOT_MET, source=CONSENT
        ),
        Reason("afar_private", _private(asked), source=PRIVACY),
    )  # fmt: skip
    outcomes = zip((CALL, PAPER, PRIVATE_FIRST), lines, strict=True)
    found = next((code for code, line in outcomes if line.state is State.NOT_MET), OPEN)
    return marked(Decision(found, RULE_SET, VERSION, lines), states)


def _private(asked: Afar) -> State:
    """Alone; or, where nobody else's words can be heard, with somebody the client agrees to."""
    is_enough = asked.who_is_there == ALONE or (
        asked.who_is_there == AGREED and not asked.has_others
    )
    return State.MET if is_enough else State.NOT_MET
