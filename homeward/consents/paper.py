"""The words of a consent as a person reads them before signing: the shipped text, filled in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from homeward.consents.terms import TERMS
from homeward.consents.texts import VERSION, text_of

KINDS = {
    "treatment": gettext_lazy("Consent to treatment"),
    "tpo": gettext_lazy("Sharing for treatment, payment and operations"),
    "family": gettext_lazy("Sharing with a family member or support person"),
    "criminal_justice": gettext_lazy("Reports to a court or an officer"),
    "specific": gettext_lazy("Sharing with one named person or place"),
    "counseling_notes": gettext_lazy("Sharing counseling notes"),
    "legal_proceeding": gettext_lazy("Use in a legal proceeding"),
    "research": gettext_lazy("Taking part in a study"),
}
RECORDS = {
    "identity": gettext_lazy("my name and that I am a client here"),
    "schedule": gettext_lazy("dates of sessions and whether I came"),
    "assessment": gettext_lazy("assessments, my plan and its goals"),
    "notes": gettext_lazy("notes about sessions"),
    "medical": gettext_lazy("medical records"),
    "drug_tests": gettext_lazy("whether I tested and the results"),
    "claims": gettext_lazy("bills and claims"),
    "outcomes": gettext_lazy("how treatment is going"),
    "linkage": gettext_lazy("what I need help with, such as work or a home"),
    "messages": gettext_lazy("messages"),
    "counseling_notes": gettext_lazy("my counselor's separate counseling notes"),
    "consents": gettext_lazy("my consents"),
}
RECEIVERS = {
    "treating_provider": gettext_lazy("people and places that treat me"),
    "health_plan": gettext_lazy("my health plan"),
    "qso": gettext_lazy("services that work for this program under contract"),
}
PURPOSES = {
    "treatment": gettext_lazy("my treatment"),
    "payment": gettext_lazy("payment for it"),
    "operations": gettext_lazy("running the program well"),
    "family_support": gettext_lazy("support by my family"),
    "criminal_justice_monitoring": gettext_lazy("the conditions a court or officer set"),
    "legal_proceeding_against_client": gettext_lazy("a legal proceeding about me"),
    "audit_evaluation": gettext_lazy("a check of the program's work"),
    "research": gettext_lazy("a study"),
    "emergency": gettext_lazy("a medical emergency"),
    "child_abuse_report": gettext_lazy("a report of suspected harm to a child"),
    "crime_on_premises": gettext_lazy("a report of a crime here"),
    "qso_service": gettext_lazy("a service the program needs"),
    "other": gettext_lazy("another purpose"),
}
EVENTS = {
    "discharge": gettext_lazy("with my discharge"),
    "case_closed": gettext_lazy("when my case ends"),
    "discharge_or_case_closed": gettext_lazy(
        "with my discharge or when my case ends, whichever is first"
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


def listed(codes: Iterable[str], words: Mapping[str, Any]) -> str:
    """Codes as a list in words; a code without words is left out of no list, it is spelled out."""
    return ", ".join(str(words.get(code, code.replace("_", " "))) for code in codes)


def paper_of(kind: str, *, client: str, program: str, language: str = "en") -> tuple[Part, ...]:
    """The text of a kind with its usual terms, in parts; raises NoText when none is shipped."""
    with override(language):
        return parts_of(_filled(kind, client, program, language))


def _filled(kind: str, client: str, program: str, language: str) -> str:
    terms = TERMS[kind]
    ending = str(EVENTS.get(terms.ends_on_event, "")) or _("when I take it back")
    if terms.days:
        ending = _("%(days)s days after I sign") % {"days": terms.days}
    return text_of(kind, VERSION, language).format(
        client=client,
        program=program,
        records=listed(terms.classes, RECORDS),
        recipients=listed(terms.recipient_classes, RECEIVERS),
        purposes=listed(terms.purposes, PURPOSES),
        ending=ending,
        revocable=_taking_back(terms.irrevocable_until_event),
    )


def _taking_back(event: str) -> str:
    if not event:
        return _("I may take this consent back in writing at any time, here or by letter.")
    return _(
        "I may not take this consent back before I leave the program or my case ends, because "
        "taking part is a condition of my case. After that it counts for nothing new."
    )


def parts_of(text: str) -> tuple[Part, ...]:
    """Headings and paragraphs of a shipped text; the first part has the text's own title."""
    made = []
    for block in re.split(r"(?m)^#{1,2} ", text.strip())[1:]:
        title, _newline, body = block.partition("\n")
        paragraphs = tuple(part.strip() for part in body.split("\n\n") if part.strip())
        made.append(Part(title.strip(), paragraphs))
    return tuple(made)
