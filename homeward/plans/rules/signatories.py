"""Who signs a plan beside its author and a supervisor: the client or a guardian, a physician.

| The client | signs |
| --- | --- |
| decides for themselves | the client, or their refusal with its reason |
| has a guardian named by a court | the guardian in their place; the client is still asked |

| The payer | asks besides |
| --- | --- |
| pays by a physician's certified plan (Medicare: 42 CFR 424.24) | a physician's signature |
| any other | nobody |

A physician's signature that is missing keeps no care back: it keeps the claim back.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET, VERSION = "plan-signatories", "1"
CLIENT, GUARDIAN, PHYSICIAN = "client", "guardian", "physician"
COURT = Source("guardian_signs", "A guardian named by a court signs", "law", "42 CFR 2.15(a)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningCase:
    """What is known: the court guardian by name, and the payer that asks for a physician."""

    guardian: str = ""
    payer: str = ""
    payer_source: Source | None = None


def signatories_of(case: SigningCase) -> Decision:
    """The outcome names who agrees for the client; `extras["signers"]` everybody wanted."""
    agrees = GUARDIAN if case.guardian else CLIENT
    lines = (
        Reason(
            "guardian_signs",
            State.MET if case.guardian else State.NOT_MET,
            evidence=(Evidence("guardian", text=case.guardian),) if case.guardian else (),
            source=COURT,
        ),
        Reason(
            "payer_asks_physician",
            State.MET if case.payer else State.NOT_MET,
            evidence=(Evidence("payer", text=case.payer),) if case.payer else (),
            source=case.payer_source,
        ),
    )
    signers = (agrees, PHYSICIAN) if case.payer else (agrees,)
    return Decision(agrees, RULE_SET, VERSION, lines, {"signers": signers})
