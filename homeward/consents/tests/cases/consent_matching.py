"""Client, discloser, recipient, purpose and each record must be in scope."""

from ..building import RECIPIENTS, ask, consent
from .case import Case

TPO = consent("c1", "tpo", expires_at=None)
CLASS_TPO = consent(
    "c1",
    "tpo",
    expires_at=None,
    recipients=[
        {"type": "class", "id": "treating_provider"},
        {"type": "class", "id": "health_plan"},
    ],
)
FAMILY_TPO = consent("c1", "tpo", expires_at=None, recipients=[{"type": "class", "id": "family"}])
WINDOW = consent(records_from="2026-02-01", records_to="2026-03-02")
NO_PARTS = "deny: consent_incomplete"

CASES = (
    Case(
        "Jo's consent names the hospital, treatment and notes",
        ask("treatment", "hospital", consents=[consent()]),
        "permit by specific_consent on c1",
    ),
    Case("Nobody signed anything", ask("treatment", "hospital"), "deny: no_basis"),
    Case(
        "The consent names another hospital",
        ask("treatment", "hospital", consents=[consent(to="plan")]),
        "deny: no_basis",
    ),
    Case(
        "The consent is another client's",
        ask("treatment", "hospital", consents=[consent(client="max")]),
        "deny: no_basis",
    ),
    Case(
        "The consent is for treatment, the request for payment",
        ask("payment", "hospital", consents=[consent()]),
        "deny: no_basis",
    ),
    Case(
        "The consent lets another program share, not this one",
        ask("treatment", "hospital", consents=[consent(disclosers=["elsewhere"])]),
        "deny: discloser_not_named",
    ),
    Case(
        "Two programs may share; this is one of them",
        ask("treatment", "hospital", consents=[consent(disclosers=["elsewhere", "homeward"])]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The consent does not name claims",
        ask("treatment", "hospital", items=["claims"], consents=[consent()]),
        "deny: class_not_in_consent",
    ),
    Case(
        "Notes are covered, claims are not",
        ask("treatment", "hospital", items=["notes", "claims"], consents=[consent()]),
        "partial by specific_consent on c1; withheld r2: class_not_in_consent",
    ),
    Case(
        "Two consents cover one record each",
        ask(
            "treatment",
            "hospital",
            items=["notes", "medical"],
            consents=[consent(), consent("c2", classes=["medical"])],
        ),
        "permit by specific_consent on c1, c2",
    ),
    Case(
        "Two consents cover the note: the one signed last is cited",
        ask(
            "treatment",
            "hospital",
            consents=[consent(signed_at="2026-03-05T09:00:00+00:00"), consent("c2")],
        ),
        "permit by specific_consent on c1",
    ),
    Case(
        "A specific consent is looked for before a general one",
        ask("treatment", "hospital", consents=[TPO, consent("c2")]),
        "permit by specific_consent on c2",
    ),
    Case(
        "The hospital is named as a person",
        ask(
            "treatment",
            "hospital",
            consents=[consent(recipients=[{"type": "person", "id": "hospital"}])],
        ),
        "deny: no_basis",
    ),
    Case(
        "The record is from the last day the consent covers",
        ask("treatment", "hospital", items=[("notes", "2026-03-02")], consents=[WINDOW]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The record is from the first day the consent covers",
        ask("treatment", "hospital", items=[("notes", "2026-02-01")], consents=[WINDOW]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The record is from the day after",
        ask("treatment", "hospital", items=[("notes", "2026-03-03")], consents=[WINDOW]),
        "deny: record_outside_dates",
    ),
    Case(
        "The record is from the day before",
        ask("treatment", "hospital", items=[("notes", "2026-01-31")], consents=[WINDOW]),
        "deny: record_outside_dates",
    ),
    Case(
        "The consent covers certain dates and the record has none",
        ask("treatment", "hospital", items=[("notes", None)], consents=[WINDOW]),
        "deny: record_date_unknown",
    ),
    Case(
        "The record has no date and the consent asks for none",
        ask("treatment", "hospital", items=[("notes", None)], consents=[consent()]),
        "permit by specific_consent on c1",
    ),
    Case(
        "One general consent covers treatment",
        ask("treatment", "hospital", consents=[TPO]),
        "permit by tpo_consent on c1",
    ),
    Case(
        "The same consent covers a claim to the plan, named as a class",
        ask("payment", "plan", items=["claims"], consents=[CLASS_TPO]),
        "permit by tpo_consent on c1",
    ),
    Case(
        "A class of recipients does not reach somebody outside it",
        ask("payment", "employer", items=["claims"], consents=[CLASS_TPO]),
        "deny: no_basis",
    ),
    Case(
        "A general consent that leaves payment out covers no claim",
        ask(
            "payment",
            "hospital",
            items=["claims"],
            consents=[consent("c1", "tpo", purposes=["treatment"])],
        ),
        "deny: no_basis",
    ),
    Case(
        "A general consent never serves family support, even if it says so",
        ask(
            "family_support",
            "kim",
            consents=[consent("c1", "tpo", to="kim", purposes=["treatment", "family_support"])],
        ),
        "deny: no_basis",
    ),
    Case(
        "A general consent never reaches family, whatever purpose is claimed",
        ask("treatment", "kim", consents=[FAMILY_TPO]),
        "deny: tpo_never_family_or_legal",
    ),
    Case(
        "A general consent never reaches a court",
        ask("operations", "court", consents=[consent("c1", "tpo", to="court")]),
        "deny: tpo_never_family_or_legal",
    ),
    Case(
        "A general consent never serves research",
        ask("research", "university", consents=[consent("c1", "tpo", to="university")]),
        "deny: no_approval",
    ),
    Case(
        "Jo lets Kim know about the schedule",
        ask("family_support", "kim", items=["schedule"], consents=[consent("c1", "family")]),
        "permit by family_consent on c1",
    ),
    Case(
        "Jo's consent for Kim does not open drug tests",
        ask("family_support", "kim", items=["drug_tests"], consents=[consent("c1", "family")]),
        "deny: class_not_in_consent",
    ),
    Case(
        "Jo's consent for Kim does not serve treatment",
        ask("treatment", "kim", consents=[consent("c1", "family")]),
        "deny: no_basis",
    ),
    Case(
        "Jo's consent for Kim does not reach the landlord",
        ask("family_support", "landlord", consents=[consent("c1", "family")]),
        "deny: no_basis",
    ),
    Case(
        "Jo agrees to a letter for the employer",
        ask("other", "employer", consents=[consent(to="employer", purposes=["other"])]),
        "permit by specific_consent on c1",
    ),
    Case(
        "The employer asks without a consent",
        ask("other", "employer"),
        "deny: no_basis",
    ),
    Case(
        "Jo agrees to a study; its consent has no end",
        ask("research", "university", consents=[consent("c1", "research", expires_at=None)]),
        "permit by research_consent on c1",
    ),
    Case(
        "The consent names no recipient",
        ask("treatment", "hospital", consents=[consent(recipients=[])]),
        "deny: no_basis",
    ),
    Case(
        "The consent names nobody who may share",
        ask("treatment", "hospital", consents=[consent(disclosers=[])]),
        "deny: consent_incomplete, discloser_not_named",
    ),
    Case(
        "A specific consent states no end",
        ask("treatment", "hospital", consents=[consent(expires_at=None)]),
        NO_PARTS,
    ),
    Case(
        "A family consent states no end",
        ask("family_support", "kim", consents=[consent("c1", "family", expires_at=None)]),
        NO_PARTS,
    ),
    Case(
        "A request for nothing",
        {
            **ask("treatment", "hospital", consents=[consent()]),
            "request": {
                "client": "jo",
                "discloser": "homeward",
                "recipient": RECIPIENTS["hospital"],
                "purpose": "treatment",
            },
        },
        "deny",
    ),
)
