"""SUD counseling notes: their own consent, their author, or a court order that names them."""

from ..building import RECIPIENTS, ask, consent, order, row
from .case import Case

NOTES = ["counseling_notes"]
OWN = consent("c1", "counseling_notes")
RUTH = {"type": "person", "id": "ruth", "classes": ["staff"]}

CASES = (
    Case(
        "Jo signed a separate consent for counseling notes",
        ask("treatment", "hospital", items=NOTES, consents=[OWN]),
        "permit by counseling_notes_consent on c1",
    ),
    Case(
        "That consent opens no ordinary note",
        ask("treatment", "hospital", items=["notes"], consents=[OWN]),
        "deny: no_basis",
    ),
    Case(
        "That consent was bundled with ordinary notes: it opens nothing",
        ask(
            "treatment",
            "hospital",
            items=["counseling_notes", "notes"],
            consents=[consent("c1", "counseling_notes", classes=["counseling_notes", "notes"])],
        ),
        "deny: counseling_notes_need_own_consent, consent_incomplete, no_basis",
    ),
    Case(
        "A specific consent lists counseling notes: only its other records go",
        ask(
            "treatment",
            "hospital",
            items=["notes", "counseling_notes"],
            consents=[consent(classes=["notes", "counseling_notes"])],
        ),
        "partial by specific_consent on c1; withheld r2: counseling_notes_need_own_consent",
    ),
    Case(
        "A general consent never opens counseling notes",
        ask(
            "treatment",
            "hospital",
            items=NOTES,
            consents=[consent("c1", "tpo", classes=["counseling_notes"])],
        ),
        "deny: counseling_notes_need_own_consent",
    ),
    Case(
        "A family consent never opens counseling notes",
        ask(
            "family_support",
            "kim",
            items=NOTES,
            consents=[consent("c1", "family", classes=["counseling_notes"])],
        ),
        "deny: counseling_notes_need_own_consent",
    ),
    Case(
        "The separate consent has ended",
        ask(
            "treatment",
            "hospital",
            items=NOTES,
            consents=[consent("c1", "counseling_notes", expires_at="2026-03-08T12:00:00+00:00")],
        ),
        "deny: counseling_notes_need_own_consent, consent_expired",
    ),
    Case(
        "The separate consent is for treatment, the request for payment",
        ask("payment", "hospital", items=NOTES, consents=[OWN]),
        "deny: counseling_notes_need_own_consent",
    ),
    Case(
        "Two consents, one of each kind, release both records",
        ask(
            "treatment",
            "hospital",
            items=["notes", "counseling_notes"],
            consents=[OWN, consent("c2")],
        ),
        "permit by specific_consent on c2, c1",
    ),
    Case(
        "The author reads their own counseling notes",
        ask("internal_care", "dana", items=NOTES),
        "permit by internal",
    ),
    Case(
        "A colleague on the same team asks for them",
        ask("internal_care", RUTH, items=NOTES, team=[row("team", worker="ruth")]),
        "deny: counseling_notes_need_own_consent, counseling_notes_author_only",
    ),
    Case(
        "The author has left the team",
        ask("internal_care", "dana", items=NOTES, team=[]),
        "deny: counseling_notes_need_own_consent, not_on_team",
    ),
    Case(
        "Nobody knows who wrote them",
        ask(
            "internal_care",
            "dana",
            items=[{"id": "r1", "class": "counseling_notes", "date": None, "author": None}],
        ),
        "deny: counseling_notes_need_own_consent, counseling_notes_author_only",
    ),
    Case(
        "Jo asks for the whole record: counseling notes stay out",
        ask("client_request", "jo", items=["notes", "counseling_notes"]),
        "partial by client; withheld r2: counseling_notes_need_own_consent",
    ),
    Case(
        "Jo asks for them and signed a separate consent to receive them",
        ask(
            "client_request",
            "jo",
            items=NOTES,
            consents=[consent("c1", "counseling_notes", to="jo", purposes=["client_request"])],
        ),
        "permit by counseling_notes_consent on c1",
    ),
    Case(
        "An emergency does not open them",
        ask("emergency", "ambulance", items=["medical", "counseling_notes"]),
        "partial by emergency; withheld r2: counseling_notes_need_own_consent",
    ),
    Case(
        "An audit does not open them, even if its approval lists them",
        ask(
            "audit_evaluation",
            "auditor",
            items=NOTES,
            approvals=[row("audit", classes=["counseling_notes"])],
        ),
        "deny: counseling_notes_need_own_consent",
    ),
    Case(
        "An approved study does not open them",
        ask(
            "research",
            "university",
            items=NOTES,
            approvals=[row("research", classes=["counseling_notes"])],
        ),
        "deny: counseling_notes_need_own_consent",
    ),
    Case(
        "A service organization does not get them",
        ask("qso_service", "lab", items=NOTES),
        "deny: counseling_notes_need_own_consent",
    ),
    Case(
        "A Part 2 court order names them",
        ask(
            "legal_proceeding_against_client",
            "court",
            items=NOTES,
            instruments=["o1"],
            legal_instruments=[order(classes=["counseling_notes"])],
        ),
        "permit by court_order on o1",
    ),
    Case(
        "A Part 2 court order names only progress notes",
        ask(
            "legal_proceeding_against_client",
            "court",
            items=NOTES,
            instruments=["o1"],
            legal_instruments=[order()],
        ),
        "deny: counseling_notes_need_own_consent, legal_needs_own_consent_or_order, "
        "class_outside_order",
    ),
    Case(
        "A legal consent does not open them: two special consents cannot be one",
        ask(
            "legal_proceeding_against_client",
            "court",
            items=NOTES,
            consents=[consent("c1", "legal_proceeding", classes=["counseling_notes"])],
        ),
        "deny: counseling_notes_need_own_consent, legal_needs_own_consent_or_order, order_missing",
    ),
    Case(
        "A child protection agency does not get them",
        ask("child_abuse_report", RECIPIENTS["child_protection"], items=NOTES),
        "deny: counseling_notes_need_own_consent, class_outside_report",
    ),
)
