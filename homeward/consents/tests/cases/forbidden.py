"""Safety flags, agreed restrictions, and recipients we cannot tell apart."""

from ..building import NOON, ask, consent, order, row
from .case import Case

AFTER = "2026-03-08T12:00:01+00:00"
FAMILY = consent("c1", "family")
PLAN = consent("c1", "tpo", to="plan")
PRETENDER = {"type": "person", "id": "kim", "classes": ["client"]}
OFFICE = {"type": "entity", "id": "jo", "classes": ["client"]}


def kim(**flag: object) -> dict[str, object]:
    """Kim asks with Jo's consent while a flag stands."""
    return ask("family_support", "kim", consents=[FAMILY], safety_flags=[row("flag", **flag)])


def hospital(**limit: object) -> dict[str, object]:
    """The hospital asks with Jo's consent while a restriction stands."""
    return ask(
        "treatment", "hospital", consents=[consent()], restrictions=[row("restriction", **limit)]
    )


CASES = (
    Case("Kim is flagged for Jo's safety", kim(), "deny: safety_flag"),
    Case("The flag ends at this instant", kim(to=NOON), "permit by family_consent on c1"),
    Case("The flag ends a second from now", kim(to=AFTER), "deny: safety_flag"),
    Case("The flag starts at this instant", kim(**{"from": NOON}), "deny: safety_flag"),
    Case(
        "The flag starts a second from now",
        kim(**{"from": AFTER}),
        "permit by family_consent on c1",
    ),
    Case("Kim is flagged for another client", kim(client="max"), "permit by family_consent on c1"),
    Case(
        "Somebody else is flagged for Jo",
        kim(recipient="landlord"),
        "permit by family_consent on c1",
    ),
    Case("All family is flagged for Jo", kim(recipient="family"), "deny: safety_flag"),
    Case(
        "A flagged paramedic asks in an emergency",
        ask("emergency", "ambulance", safety_flags=[row("flag", recipient="ambulance")]),
        "deny: safety_flag",
    ),
    Case(
        "A flagged worker on the team asks",
        ask("internal_care", "dana", safety_flags=[row("flag", recipient="dana")]),
        "deny: safety_flag",
    ),
    Case("The program promised not to tell the hospital", hospital(), "deny: restriction_agreed"),
    Case(
        "The promise ends at this instant",
        hospital(ends_at=NOON),
        "permit by specific_consent on c1",
    ),
    Case(
        "The promise is made a second from now",
        hospital(agreed_at=AFTER),
        "permit by specific_consent on c1",
    ),
    Case(
        "The promise concerns drug tests only",
        hospital(classes=["drug_tests"]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The promise concerns another recipient",
        hospital(recipient="plan"),
        "permit by specific_consent on c1",
    ),
    Case("The promise concerns everyone", hospital(recipient=None), "deny: restriction_agreed"),
    Case(
        "The promise was made to another client",
        hospital(client="max"),
        "permit by specific_consent on c1",
    ),
    Case(
        "Jo paid in full: the health plan is not told",
        ask(
            "payment",
            "plan",
            items=["claims"],
            consents=[PLAN],
            restrictions=[row("restriction", classes=["claims"], recipient="health_plan")],
        ),
        "deny: restriction_agreed",
    ),
    Case(
        "Part of the request is restricted",
        ask(
            "treatment",
            "hospital",
            items=["notes", "drug_tests"],
            consents=[consent()],
            restrictions=[row("restriction")],
        ),
        "partial by specific_consent on c1; withheld r1: restriction_agreed",
    ),
    Case(
        "A medical emergency lifts the promise",
        ask("emergency", "ambulance", restrictions=[row("restriction", recipient=None)]),
        "permit by emergency",
    ),
    Case(
        "A consent that says emergency does not lift it",
        ask(
            "emergency",
            "hospital",
            consents=[consent(purposes=["emergency"])],
            restrictions=[row("restriction")],
        ),
        "deny: restriction_agreed, recipient_not_medical_personnel",
    ),
    Case(
        "A promise holds against a court order too: the privacy officer must resolve it",
        ask(
            "legal_proceeding_against_client",
            "court",
            instruments=["o1"],
            legal_instruments=[order()],
            restrictions=[row("restriction", recipient="court")],
        ),
        "deny: restriction_agreed, legal_needs_own_consent_or_order",
    ),
    Case(
        "Kim says she is the client",
        ask("client_request", PRETENDER),
        "deny: recipient_ambiguous, recipient_is_not_the_client",
    ),
    Case(
        "An office carries the client's id",
        ask("client_request", OFFICE),
        "deny: recipient_ambiguous, recipient_is_not_the_client",
    ),
)
