"""What each dated document is, from what its clock counts, and how sure a number is, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOCUMENTS: Mapping[str, "str | Promise"] = MappingProxyType(
    {
        "assessment": _("Assessment"),
        "initial_plan": _("First plan"),
        "full_plan": _("Full plan"),
        "plan_review": _("Plan review"),
        "continued_stay": _("Continued-stay review"),
        "medicare_certification": _("Medicare certification"),
        "medicare_certification_warning": _("Warning before a Medicare certification"),
        "partial_certification_first": _("Partial hospitalization: first certification again"),
        "partial_certification": _("Partial hospitalization: each certification after that"),
        "progress_note": _("Note of one session"),
        "group_note": _("Group note"),
        "note_lock": _("After which a note is a late entry"),
        "crisis_note": _("Crisis note"),
        "unexpected_result_talk": _("Talk about an unexpected test"),
        "incident_report": _("Incident report to the state"),
        "discharge_summary": _("Discharge summary"),
        "packet_treatment_consent": _("Packet: consent to treatment"),
        "packet_notices": _("Packet: privacy notices"),
        "packet_rules": _("Packet: rules of the program"),
        "packet_rights": _("Packet: rights and complaints"),
        "packet_tpo": _("Packet: treatment, payment and operations"),
        "packet_releases": _("Packet: whom we may talk with"),
        "packet_financial": _("Packet: cost and who pays"),
        "packet_drug_testing": _("Packet: drug and alcohol tests"),
        "packet_telehealth": _("Packet: sessions by video"),
        "packet_orientation": _("Packet: orientation checklist"),
        "packet_emergency_contact": _("Packet: emergency contact"),
        "packet_advance_directive": _("Packet: advance directive"),
        "packet_health_screen": _("Packet: health and tuberculosis screen"),
        "packet_pdmp": _("Packet: prescription monitoring check"),
        "packet_naloxone": _("Packet: naloxone offered"),
        "packet_certification": _("Packet: physician's certification"),
    }
)

CLOCKS: Mapping[str, "str | Promise"] = MappingProxyType(
    {
        "request": _("the request"),
        "admission": _("admission"),
        "assessment": _("the assessment"),
        "first_group": _("the first group"),
        "session_end": _("the end of the session"),
        "plan_active": _("the plan takes effect"),
        "last_review": _("the last review"),
        "last_certification": _("the last certification"),
        "unexpected_result": _("an unexpected result"),
        "incident": _("the incident"),
        "discharge": _("discharge"),
    }
)

TAGS: Mapping[str, "str | Promise"] = MappingProxyType(
    {
        "law": _("law"),
        "state": _("state rule"),
        "payer": _("payer policy"),
        "norm": _("field practice"),
        "default": _("starting value"),
    }
)
