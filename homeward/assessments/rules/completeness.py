"""Which parts of an assessment are done, and what still stands in the way of a signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.assessments.rules.questions import Domain, Edition
from homeward.kernel.reasons import Decision, Reason, State

RULE_SET, VERSION = "assessments.signing", "1"
READY, NOT_READY = "ready", "not_ready"
COMPLETE, INCOMPLETE, CARRIED, OPEN = "complete", "incomplete", "carried", "open"


@dataclass(frozen=True, slots=True)
class DomainState:
    """How a domain stands, and the codes of required questions without an answer."""

    code: str
    state: str
    missing: tuple[str, ...]


def state_of(domain: Domain, given: Mapping[str, Any] | None, carried: set[str]) -> DomainState:
    """`given` are the answers kept on the domain's page, None while nobody has opened it.

    `carried` are the codes that would arrive filled in. Carried alone is not complete: a person
    looks at what was told elsewhere and keeps it.
    """
    kept = given or {}
    missing = tuple(
        question.code
        for question in domain.questions
        if question.required and kept.get(question.code) is None
    )
    if given is None:
        waits = any(question.code in carried for question in domain.questions)
        return DomainState(domain.code, CARRIED if waits else OPEN, missing)
    return DomainState(domain.code, INCOMPLETE if missing else COMPLETE, missing)


def signing_of(
    edition: Edition,
    given: Mapping[str, Mapping[str, Any]],
    carried: set[str],
    *,
    may_sign: bool,
) -> Decision:
    """Ready when every domain is complete and the signer holds a credential."""
    states = [state_of(domain, given.get(domain.code), carried) for domain in edition.domains]
    lines = tuple(
        Reason(
            "assessment_domain_complete",
            State.MET if each.state == COMPLETE else State.NOT_MET,
            detail={"domain": domain.title, "code": each.code, "missing": len(each.missing)},
        )
        for domain, each in zip(edition.domains, states, strict=True)
    )
    credential = Reason(
        "assessment_signer_has_credential", State.MET if may_sign else State.NOT_MET
    )
    lines = (*lines, credential)
    ready = all(line.state is State.MET for line in lines)
    return Decision(READY if ready else NOT_READY, RULE_SET, VERSION, lines)
