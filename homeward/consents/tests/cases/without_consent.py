"""The client, the team, service organizations, emergencies, audits, studies, first reports."""

from ..building import NOON, RECIPIENTS, ask, consent, row
from .case import Case

AFTER = "2026-03-08T12:00:01+00:00"
ELSEWHERE = {"type": "person", "id": "omar", "classes": ["staff"]}
DESCRIBED = {"facility": "City hospital", "nature": "overdose"}

CASES = (
    Case("Jo asks for Jo's own record", ask("client_request", "jo"), "permit by client"),
    Case(
        "Kim asks on Jo's behalf without a consent",
        ask("client_request", "kim"),
        "deny: recipient_is_not_the_client",
    ),
    Case(
        "Jo directs the program to send it to Kim",
        ask("client_request", "kim", consents=[consent(to="kim", purposes=["client_request"])]),
        "permit by specific_consent on c1",
    ),
    Case(
        "Jo's id with a purpose that is not Jo's own request",
        ask("other", "jo"),
        "deny: no_basis",
    ),
    Case("Dana is on Jo's team", ask("internal_care", "dana"), "permit by internal"),
    Case("Omar works elsewhere", ask("internal_care", ELSEWHERE), "deny: not_on_team"),
    Case(
        "Dana is on another client's team",
        ask("internal_care", "dana", team=[row("team", client="max")]),
        "deny: not_on_team",
    ),
    Case(
        "Dana joins the team at this instant",
        ask("internal_care", "dana", team=[row("team", **{"from": NOON})]),
        "permit by internal",
    ),
    Case(
        "Dana leaves the team at this instant",
        ask("internal_care", "dana", team=[row("team", to=NOON)]),
        "deny: not_on_team",
    ),
    Case(
        "Dana leaves the team a second from now",
        ask("internal_care", "dana", team=[row("team", to=AFTER)]),
        "permit by internal",
    ),
    Case(
        "Somebody on the team list is not known as staff",
        ask("internal_care", "kim", team=[row("team", worker="kim")]),
        "deny: recipient_not_staff",
    ),
    Case(
        "Being on the team does not serve research",
        ask("research", "dana", team=[row("team")]),
        "deny: no_approval",
    ),
    Case("The laboratory tests under agreement", ask("qso_service", "lab"), "permit by qso"),
    Case(
        "The agreement covers tests, not billing",
        ask("qso_service", "lab", service="billing"),
        "deny: service_outside_agreement",
    ),
    Case(
        "The service is not named",
        ask("qso_service", "lab", service=None),
        "deny: service_not_named",
    ),
    Case(
        "The agreement ended at this instant",
        ask("qso_service", "lab", qsoas=[row("qsoas", to=NOON)]),
        "deny: service_agreement_not_in_force",
    ),
    Case(
        "There is no agreement with this organization",
        ask("qso_service", "lab", qsoas=[]),
        "deny: no_service_agreement",
    ),
    Case(
        "An agreement does not serve treatment",
        ask("treatment", "lab", service="lab", qsoas=[row("qsoas")]),
        "deny: no_basis",
    ),
    Case(
        "A medical emergency: the paramedic", ask("emergency", "ambulance"), "permit by emergency"
    ),
    Case(
        "Kim asks in an emergency",
        ask("emergency", "kim"),
        "deny: recipient_not_medical_personnel",
    ),
    Case(
        "The emergency is not described",
        ask("emergency", "ambulance", emergency=None),
        "deny: emergency_not_described",
    ),
    Case(
        "The facility is left blank",
        ask("emergency", "ambulance", emergency={**DESCRIBED, "facility": "  "}),
        "deny: emergency_not_described",
    ),
    Case(
        "A described emergency does not serve another purpose",
        ask("treatment", "ambulance", emergency=DESCRIBED),
        "deny: no_basis",
    ),
    Case(
        "An audit with a written agreement",
        ask("audit_evaluation", "auditor"),
        "permit by audit_evaluation on a1",
    ),
    Case(
        "An audit without a written agreement",
        ask("audit_evaluation", "auditor", approvals=[row("audit", written_agreement=False)]),
        "deny: agreement_not_written",
    ),
    Case(
        "Nothing is known of a written agreement",
        ask(
            "audit_evaluation",
            "auditor",
            approvals=[{k: v for k, v in row("audit").items() if k != "written_agreement"}],
        ),
        "deny: agreement_not_written",
    ),
    Case(
        "The audit covers notes and claims, not drug tests",
        ask("audit_evaluation", "auditor", items=["claims", "drug_tests"]),
        "partial by audit_evaluation on a1; withheld r2: class_outside_approval",
    ),
    Case(
        "The audit is over",
        ask("audit_evaluation", "auditor", approvals=[row("audit", to=NOON)]),
        "deny: approval_not_in_force",
    ),
    Case(
        "A research approval does not serve an audit",
        ask("audit_evaluation", "auditor", approvals=[row("research", entity="auditor")]),
        "deny: no_approval",
    ),
    Case(
        "An approved study with a written agreement",
        ask("research", "university"),
        "permit by research on a2",
    ),
    Case(
        "An approved study of somebody else",
        ask("research", "university", approvals=[row("research", entity="institute")]),
        "deny: no_approval",
    ),
    Case(
        "A study is approved and Jo agreed as well: the approval is cited",
        ask(
            "research",
            "university",
            approvals=[row("research")],
            consents=[consent("c1", "research")],
        ),
        "permit by research on a2",
    ),
    Case(
        "The first report of suspected harm to a child",
        ask("child_abuse_report", "child_protection", items=["identity", "incidents"]),
        "permit by child_abuse_report",
    ),
    Case(
        "The agency asks for the treatment notes too",
        ask("child_abuse_report", "child_protection", items=["identity", "notes"]),
        "partial by child_abuse_report; withheld r2: class_outside_report",
    ),
    Case(
        "The agency asks again later",
        ask("child_abuse_report", "child_protection", items=["identity"], report="followup"),
        "deny: only_the_first_report",
    ),
    Case(
        "It is not said whether this is the first report",
        ask("child_abuse_report", "child_protection", items=["identity"], report=None),
        "deny: only_the_first_report",
    ),
    Case(
        "The school asks for the first report",
        ask("child_abuse_report", RECIPIENTS["employer"], items=["identity"]),
        "deny: recipient_not_child_protection",
    ),
    Case(
        "The follow-up goes out with Jo's consent",
        ask(
            "child_abuse_report",
            "child_protection",
            items=["notes"],
            report="followup",
            consents=[consent(to="child_protection", purposes=["child_abuse_report"])],
        ),
        "permit by specific_consent on c1",
    ),
)
