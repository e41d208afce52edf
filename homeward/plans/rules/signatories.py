"""Who signs a plan beside its author and a supervisor: the client or a guardian, a physician.

| The client | signs |
| --- | --- |
| decides alone, of age or by their state's law | the client, or their refusal with a reason |
| has a guardian named by a court | the guardian in their place; the client is still asked |
| is a minor whose state asks for a parent as well | the client (or their refusal) and the parent |

| The payer | asks besides |
| --- | --- |
| pays by a physician's certified plan (Medicare: 42 CFR 424.24) | a physician's signature |
| any other | nobody |

A physician's signature that is missing keeps no care back: it keeps the claim back.
"""

from collections.abc import Collection
from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State

RULE_SET, VERSION = "plan-signatories", "2"
CLIENT, GUARDIAN, BOTH, PHYSICIAN = "client", "guardian", "both", "physician"
REFUSED = "client_refused"
OWN = frozenset({CLIENT, REFUSED})
COURT = Source("guardian_signs", "A guardian named by a court signs", "law", "42 CFR 2.15(a)")
MINOR = Source("parent_signs", "A minor and a parent both sign", "law", "42 CFR 2.14(c)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningCase:
    """What is known: the court guardian by name, whether a parent signs too and which are named,
    and the payer that asks for a physician."""

    guardian: str = ""
    parent_too: bool = False
    parents: tuple[str, ...] = ()
    payer: str = ""
    payer_source: Source | None = None


def signatories_of(case: SigningCase) -> Decision:
    """The outcome names who agrees for the client; `extras["signers"]` everybody wanted."""
    agrees = GUARDIAN if case.guardian else BOTH if case.parent_too else CLIENT
    lines = [
        Reason(
            "guardian_signs",
            State.MET if case.guardian else State.NOT_MET,
            evidence=(Evidence("guardian", text=case.guardian),) if case.guardian else (),
            source=COURT,
        )
    ]
    if agrees == BOTH:
        lines.append(
            Reason(
                "parent_signs_too" if case.parents else "parent_not_named",
                State.MET if case.parents else State.NOT_MET,
                evidence=tuple(Evidence("guardian", text=each) for each in case.parents),
                source=MINOR,
            )
        )
    lines.append(
        Reason(
            "payer_asks_physician",
            State.MET if case.payer else State.NOT_MET,
            evidence=(Evidence("payer", text=case.payer),) if case.payer else (),
            source=case.payer_source,
        )
    )
    signers = (CLIENT, GUARDIAN) if agrees == BOTH else (agrees,)
    if case.payer:
        signers = (*signers, PHYSICIAN)
    return Decision(agrees, RULE_SET, VERSION, tuple(lines), {"signers": signers})


def is_answered(agrees: str, signed: Collection[str]) -> bool:
    """Whether the client's side has given all its answers, where `agrees` is who has to."""
    own, beside = bool(OWN & set(signed)), GUARDIAN in signed
    if agrees == BOTH:
        return own and beside
    if agrees == GUARDIAN:
        return beside or REFUSED in signed
    return own or beside
