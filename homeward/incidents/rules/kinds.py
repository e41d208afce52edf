"""The kinds of incident there are, how serious each is at least, and what causes it may have.

Source: the handbook's list of incident types (8.3). Severity: 1 nobody harmed, 2 harm that first
aid mends, 3 serious harm or danger, 4 a sentinel event (a death, or harm that stays). From which
severity its causes are analyzed is program data.
"""

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET, VERSION = "incidents.severity", "1"
NO_HARM, MINOR, SERIOUS, SENTINEL = 1, 2, 3, 4
SEVERITIES = (NO_HARM, MINOR, SERIOUS, SENTINEL)
# Kind -> the least severity it is written down with.
LEAST: dict[str, int] = {
    "overdose": SERIOUS,
    "death": SENTINEL,
    "suicide_attempt": SERIOUS,
    "suicide_danger": MINOR,
    "violence": MINOR,
    "threat": NO_HARM,
    "sexual_misconduct": SERIOUS,
    "injury": MINOR,
    "medical_emergency": MINOR,
    "medication_error": NO_HARM,
    "contraband": NO_HARM,
    "property": NO_HARM,
    "leaving_impaired": MINOR,
    "privacy_breach": MINOR,
    "abuse_or_neglect": SERIOUS,
}
# Classes of causes, for the trend page: what could be mended, never who is to blame.
CAUSES = (
    "communication", "handover", "staffing", "training", "environment", "equipment", "procedure",
    "medication_process", "client_condition", "outside",
)  # fmt: skip
# What the breach rule speaks of.
BREACH = "privacy_breach"
_HANDBOOK = Source("incident_types", "Incident types and their weight", "norm", "handbook 8.3")


def severity_of(kind: str, said: int) -> Decision:
    """The severity an incident has: what was said, but never below the least of its kind.

    `kind` is one of LEAST (KeyError otherwise); the outcome is the severity as text.
    """
    least = LEAST[kind]
    held = max(said, least)
    return Decision(
        outcome=str(held),
        rule_set=RULE_SET,
        version=VERSION,
        reasons=(
            Reason(
                "severity_at_least",
                State.MET if said >= least else State.NOT_MET,
                (Evidence("number", "severity", f"{said} / {least}"),),
                _HANDBOOK,
                {"said": said, "least": least},
            ),
        ),
        extras={"said": said, "least": least},
    )
