"""Proceedings against the client, monitoring, police."""

from ..building import RECIPIENTS, ask, consent, order
from .case import Case

LEGAL = "legal_proceeding_against_client"
NEEDS = "deny: legal_needs_own_consent_or_order, "
SUBPOENA = order("s1", type="subpoena")
LAWYER = {"type": "person", "id": "lawyer", "classes": []}


def papers(*presented: dict[str, object], names: list[str] | None = None) -> dict[str, object]:
    """The court asks for a note and presents these papers."""
    ids = [str(paper["id"]) for paper in presented] if names is None else names
    return ask(LEGAL, "court", instruments=ids, legal_instruments=list(presented))


def event(code: str, at: str) -> dict[str, object]:
    """It befell Jo."""
    return {"code": code, "client": "jo", "at": at}


def withdrawn(*events: dict[str, object]) -> dict[str, object]:
    """Jo took back, days ago, what binds until the case closes; the officer asks."""
    return ask(
        "criminal_justice_monitoring",
        "officer",
        consents=[consent("c1", "criminal_justice", irrevocable_until_event="case_closed")],
        revocations=[{"consent": "c1", "at": "2026-03-03T00:00:00+00:00"}],
        events=list(events),
    )


CASES = (
    Case("A Part 2 order, verified by two", papers(order()), "permit by court_order on o1"),
    Case("A Part 2 order and a subpoena", papers(order(), SUBPOENA), "permit by court_order on o1"),
    Case("A subpoena alone", papers(SUBPOENA), NEEDS + "subpoena_is_not_an_order"),
    Case(
        "An order made under other law",
        papers(order(type="court_order_other")),
        NEEDS + "order_of_other_type",
    ),
    Case(
        "An order of other law and a subpoena",
        papers(order(type="court_order_other"), SUBPOENA),
        NEEDS + "order_of_other_type, subpoena_is_not_an_order",
    ),
    Case(
        "The order was verified by one",
        papers(order(verified_by=["dana"])),
        NEEDS + "order_not_verified_by_two",
    ),
    Case(
        "The order was verified twice by the same person",
        papers(order(verified_by=["dana", "dana"])),
        NEEDS + "order_not_verified_by_two",
    ),
    Case(
        "Nobody verified the order",
        papers(order(verified_by=[])),
        NEEDS + "order_not_verified_by_two",
    ),
    Case(
        "The order is on file but did not come with the request",
        papers(order(), names=[]),
        NEEDS + "order_missing",
    ),
    Case(
        "The request names an order nobody has seen",
        papers(names=["o7"]),
        NEEDS + "order_missing",
    ),
    Case(
        "The order is about another client",
        papers(order(client="max")),
        NEEDS + "order_missing",
    ),
    Case(
        "The order names somebody else",
        papers(order(recipient="prosecutor")),
        NEEDS + "order_names_other_recipient",
    ),
    Case(
        "The order takes effect at this instant",
        papers(order(at="2026-03-08T12:00:00+00:00")),
        "permit by court_order on o1",
    ),
    Case(
        "The order takes effect a second from now",
        papers(order(at="2026-03-08T12:00:01+00:00")),
        NEEDS + "order_missing",
    ),
    Case(
        "The order covers notes, not drug tests",
        ask(
            LEGAL,
            "court",
            items=["notes", "drug_tests"],
            instruments=["o1"],
            legal_instruments=[order()],
        ),
        "partial by court_order on o1; withheld r2: legal_needs_own_consent_or_order, "
        "class_outside_order",
    ),
    Case(
        "The order does not serve another purpose",
        ask("treatment", "court", instruments=["o1"], legal_instruments=[order()]),
        "deny: no_basis",
    ),
    Case(
        "A lawyer asks with nothing in hand",
        ask(LEGAL, LAWYER),
        NEEDS + "order_missing",
    ),
    Case(
        "Jo signed a separate consent for this proceeding",
        ask(LEGAL, "court", consents=[consent("c1", "legal_proceeding")]),
        "permit by legal_consent on c1",
    ),
    Case(
        "That consent was combined with treatment: it opens nothing",
        ask(
            LEGAL,
            "court",
            consents=[consent("c1", "legal_proceeding", purposes=[LEGAL, "treatment"])],
        ),
        NEEDS + "order_missing, consent_incomplete",
    ),
    Case(
        "A legal consent does not serve treatment",
        ask(
            "treatment",
            "court",
            consents=[consent("c1", "legal_proceeding", purposes=["treatment"])],
        ),
        "deny: no_basis",
    ),
    Case(
        "A specific consent that names a proceeding does not open it",
        ask(LEGAL, "court", consents=[consent(to="court", purposes=[LEGAL])]),
        NEEDS + "order_missing",
    ),
    Case(
        "A general consent does not open a proceeding",
        ask(LEGAL, "court", consents=[consent("c1", "tpo", to="court", purposes=[LEGAL])]),
        NEEDS + "order_missing",
    ),
    Case(
        "Jo agreed to reports to the probation officer",
        ask("criminal_justice_monitoring", "officer", consents=[consent("c1", "criminal_justice")]),
        "permit by criminal_justice_consent on c1",
    ),
    Case(
        "The officer asks for more than Jo agreed to",
        ask(
            "criminal_justice_monitoring",
            "officer",
            items=["schedule", "medical"],
            consents=[consent("c1", "criminal_justice")],
        ),
        "partial by criminal_justice_consent on c1; withheld r2: class_not_in_consent",
    ),
    Case(
        "Another officer asks",
        ask(
            "criminal_justice_monitoring",
            {"type": "person", "id": "officer_two", "classes": ["probation_officer"]},
            consents=[consent("c1", "criminal_justice")],
        ),
        "deny: no_basis",
    ),
    Case(
        "The police ask to monitor: they have no such duty",
        ask(
            "criminal_justice_monitoring",
            "police",
            consents=[consent("c1", "criminal_justice", to="police")],
        ),
        "deny: no_duty_to_monitor",
    ),
    Case(
        "The drug court that made treatment a condition",
        ask(
            "criminal_justice_monitoring",
            "court",
            consents=[consent("c1", "criminal_justice", to="court")],
        ),
        "permit by criminal_justice_consent on c1",
    ),
    Case(
        "It binds until the case closes, which it has: the withdrawal counts from then",
        withdrawn(event("case_closed", "2026-03-05T00:00:00+00:00")),
        "deny: consent_revoked",
    ),
    Case(
        "It binds until the case closes, which it has not: the withdrawal waits",
        withdrawn(),
        "permit by criminal_justice_consent on c1",
    ),
    Case(
        "Discharge alone does not unlock what binds until the case closes",
        withdrawn(event("discharge", "2026-03-05T00:00:00+00:00")),
        "permit by criminal_justice_consent on c1",
    ),
    Case(
        "It ends with discharge or the case, whichever is first: the case closed",
        ask(
            "criminal_justice_monitoring",
            "officer",
            consents=[
                consent("c1", "criminal_justice", expires_on_event="discharge_or_case_closed")
            ],
            events=[event("discharge_or_case_closed", "2026-03-05T00:00:00+00:00")],
        ),
        "deny: consent_expired",
    ),
    Case(
        "A case that closed before Jo signed ends nothing",
        ask(
            "criminal_justice_monitoring",
            "officer",
            consents=[consent("c1", "criminal_justice", expires_on_event="case_closed")],
            events=[event("case_closed", "2020-01-01T00:00:00+00:00")],
        ),
        "permit by criminal_justice_consent on c1",
    ),
    Case(
        "A monitoring consent does not serve a proceeding against Jo",
        ask(LEGAL, "officer", consents=[consent("c1", "criminal_justice")]),
        NEEDS + "order_missing",
    ),
    Case(
        "A crime on the premises: police get the incident and the name",
        ask("crime_on_premises", "police", items=["incidents", "identity"]),
        "permit by crime_on_premises",
    ),
    Case(
        "A crime on the premises: police get nothing clinical",
        ask("crime_on_premises", "police", items=["incidents", "notes", "drug_tests"]),
        "partial by crime_on_premises; withheld r2: class_outside_report; "
        "withheld r3: class_outside_report",
    ),
    Case(
        "Police claim a crime but name no incident",
        ask("crime_on_premises", "police", items=["identity"], incident=None),
        "deny: incident_not_named",
    ),
    Case(
        "A newspaper asks about a crime on the premises",
        ask("crime_on_premises", "employer", items=["incidents"]),
        "deny: recipient_not_law_enforcement",
    ),
    Case(
        "Police ask about a client for another reason",
        ask("other", "police", items=["identity"]),
        "deny: no_basis",
    ),
    Case(
        "Police claim an emergency",
        ask("emergency", RECIPIENTS["police"], items=["identity"]),
        "deny: recipient_not_medical_personnel",
    ),
)
