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
}
PURPOSES: dict[str, Promise] = {
    "treatment": _("treatment"),
    "payment": _("payment"),
    "operations": _("running the program"),
    "family_support": _("support by family"),
    "criminal_justice_monitoring": _("reports to those who monitor the case"),
}
RECIPIENT_CLASSES: dict[str, Promise] = {
    "treating_provider": _("my treating providers"),
    "health_plan": _("my health plan and other payers"),
    "qso": _("people and companies that help to run the program"),
}
EVENTS: dict[str, Promise] = {"discharge": _("when I leave the program")}


def joined(codes: list[str], words: dict[str, Promise]) -> str:
    """Codes as a list in words."""
    return ", ".join(str(words.get(code, code.replace("_", " "))) for code in codes)
