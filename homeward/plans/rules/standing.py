"""Where a plan stands, from its state and what was done with it.

draft, with_client, client_reviewed, signed, active, cosign_pending, review_due, superseded, closed.

A plan that waits for a second signature is in force: care does not wait. A refused client
signature is an answer, so it brings the plan into force too. Source: domain handbook, states of a
treatment plan.
"""

from dataclasses import dataclass
from datetime import date

DRAFT, WITH_CLIENT, CLIENT_REVIEWED, SIGNED = "draft", "with_client", "client_reviewed", "signed"
ACTIVE, COSIGN_PENDING, REVIEW_DUE = "active", "cosign_pending", "review_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What is known of a plan on a day; `client_agrees` about the text as it stands now."""

    state: str
    is_shared: bool = False
    client_agrees: bool = False
    waits_for_cosigner: bool = False
    review_due_on: date | None = None


def standing_of(facts: PlanFacts, on: date) -> str:
    """One word for where it stands on a day; a review falls due on its day."""
    if facts.state == DRAFT:
        if facts.client_agrees:
            return CLIENT_REVIEWED
        return WITH_CLIENT if facts.is_shared else DRAFT
    if facts.state != ACTIVE:
        return facts.state
    if facts.review_due_on is not None and facts.review_due_on <= on:
        return REVIEW_DUE
    return COSIGN_PENDING if facts.waits_for_cosigner else ACTIVE
