"""The words of consent kinds, states, parts of the record, purposes and recipients."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "treatment": _("Treatment"),
    "tpo": _("Treatment, payment and operations"),
    "family": _("Family or support person"),
    "criminal_justice": _("Criminal justice"),
    "specific": _("Named recipient"),
    "counseling_notes": _("Counseling notes"),
    "legal_proceeding": _("Legal proceeding"),
    "research": _("Research"),
}
# By what right somebody signed.
SIGNED_AS: dict[str, Promise] = {
    "client": _("client"),
    "minor_own": _("client, a minor"),
    "guardian": _("guardian"),
    "representative": _("representative"),
}
STATES: dict[str, Promise] = {
    "draft": _("not in force yet"),
    "active": _("active"),
    "expired": _("ended"),
    "revoked": _("taken back"),
    "superseded": _("replaced by a newer one"),
    "defective": _("incomplete"),
}
CLASSES: dict[str, Promise] = {
    "identity": _("name and contact details"),
    "schedule": _("dates, times and attendance"),
    "assessment": _("assessment, goals and plan"),
    "notes": _("progress notes"),
    "counseling_notes": _("counseling notes"),
    "medical": _("medical information"),
    "drug_tests": _("drug and alcohol test results"),
    "consents": _("consents"),
    "claims": _("insurance and claims"),
    "messages": _("messages"),
    "outcomes": _("progress and outcome summaries"),
    "linkage": _("what help with daily life is asked for"),
}
PURPOSES: dict[str, Promise] = {
    "treatment": _("treatment"),
    "payment": _("payment"),
    "operations": _("running the program"),
    "family_support": _("support by family"),
    "criminal_justice_monitoring": _("reports to those who monitor the case"),
    "legal_proceeding_against_client": _("a legal proceeding about me"),
    "audit_evaluation": _("audit and evaluation"),
    "research": _("research"),
    "emergency": _("a medical emergency"),
    "child_abuse_report": _("a report of suspected harm to a child"),
    "crime_on_premises": _("a report of a crime on the premises"),
    "client_request": _("at the client's own request"),
    "internal_care": _("care inside the program"),
    "qso_service": _("a service for the program"),
    "other": _("another purpose"),
}
RECIPIENT_CLASSES: dict[str, Promise] = {
    "treating_provider": _("my treating providers"),
    "health_plan": _("my health plan and other payers"),
    "qso": _("people and companies that help to run the program"),
    "medical_personnel": _("medical personnel"),
    "probation_officer": _("probation or parole officer"),
    "law_enforcement": _("police or other law enforcement"),
    "court": _("court"),
    "child_protection_agency": _("child protection agency"),
    "oversight_agency": _("oversight agency"),
    "researcher": _("researcher"),
    "employer": _("employer"),
    "housing": _("housing provider"),
    "family": _("family or support person"),
}
# The same, told of the client and not by them.
CLASSES_TOLD: dict[str, Promise] = {
    **RECIPIENT_CLASSES,
    "treating_provider": _("treating providers"),
    "health_plan": _("health plan and other payers"),
}
BASES: dict[str, Promise] = {
    "client": _("the client asked"),
    "internal": _("needed for care inside the program"),
    "qso": _("service agreement"),
    "emergency": _("medical emergency"),
    "audit_evaluation": _("approved audit or evaluation"),
    "research": _("approved study"),
    "child_abuse_report": _("report of suspected harm to a child"),
    "crime_on_premises": _("crime on the premises"),
    "court_order": _("court order under 42 CFR Part 2"),
    "specific_consent": _("a consent naming the recipient"),
    "tpo_consent": _("consent for treatment, payment and operations"),
    "counseling_notes_consent": _("consent for counseling notes"),
    "legal_consent": _("consent for a legal proceeding"),
    "criminal_justice_consent": _("criminal justice consent"),
    "family_consent": _("consent for family or a support person"),
    "research_consent": _("consent to a study"),
}
MEDIA: dict[str, Promise] = {
    "portal": _("on screen, signed in"),
    "spoken": _("said in person"),
    "phone": _("said on the phone"),
    "paper": _("on paper"),
    "pdf": _("as a PDF"),
    "text": _("text message"),
    "email": _("e-mail"),
    "letter": _("letter"),
    "note": _("note on the client's page"),
}
EVENTS: dict[str, Promise] = {
    "discharge": _("when I leave the program"),
    "case_closed": _("when my case ends"),
    "discharge_or_case_closed": _("when I leave the program or my case ends, whichever is first"),
}
EVENTS_TOLD: dict[str, Promise] = {
    "discharge": _("discharge from the program"),
    "case_closed": _("the end of the case"),
    "discharge_or_case_closed": _("discharge or the end of the case, whichever is first"),
}


def joined(codes: list[str], words: dict[str, Promise]) -> str:
    """Codes as a list in words."""
    return ", ".join(str(words.get(code, code.replace("_", " "))) for code in codes)
