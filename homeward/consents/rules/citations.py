"""Where each answer stands in the law: every reason code with its section, for counsel to check.

42 CFR Part 2 as amended by the final rule of 16 February 2024, unless the line says otherwise.
"""

from collections.abc import Iterable, Mapping

CITATIONS: Mapping[str, str] = {
    # Why an item may go.
    "by_client": "42 CFR 2.23(a)",
    "by_internal": "42 CFR 2.12(c)(3)",
    "by_qso": "42 CFR 2.11, 2.12(c)(4)",
    "by_emergency": "42 CFR 2.51",
    "by_audit_evaluation": "42 CFR 2.53",
    "by_research": "42 CFR 2.52",
    "by_child_abuse_report": "42 CFR 2.12(c)(6)",
    "by_crime_on_premises": "42 CFR 2.12(c)(5)",
    "by_court_order": "42 CFR 2.61-2.67",
    "by_specific_consent": "42 CFR 2.31(a), 2.33(a)(1)",
    "by_tpo_consent": "42 CFR 2.31(a)(4), 2.33(a)(2)",
    "by_counseling_notes_consent": "42 CFR 2.31(b)",
    "by_legal_consent": "42 CFR 2.31(d)",
    "by_criminal_justice_consent": "42 CFR 2.35",
    "by_family_consent": "42 CFR 2.31(a), 2.33(a)(1)",
    "by_research_consent": "42 CFR 2.31(a), 2.33(a)(1)",
    # What no permission outweighs.
    "request_not_understood": "42 CFR 2.13(a)",
    "recipient_ambiguous": "42 CFR 2.13(a), 2.31(a)(4)",
    "safety_flag": "42 CFR 2.13(a); program safety rule",
    "restriction_agreed": "42 CFR 2.26(a)",
    "counseling_notes_need_own_consent": "42 CFR 2.31(b)",
    "legal_needs_own_consent_or_order": "42 CFR 2.12(d)(1), 2.31(d)",
    "no_duty_to_monitor": "42 CFR 2.35(a)(1)",
    # Why a basis falls short.
    "no_basis": "42 CFR 2.2(b), 2.13(a)",
    "recipient_is_not_the_client": "42 CFR 2.23(a)",
    "recipient_not_staff": "42 CFR 2.12(c)(3)",
    "not_on_team": "42 CFR 2.12(c)(3), 2.13(a)",
    "counseling_notes_author_only": "42 CFR 2.31(b)(1)",
    "service_not_named": "42 CFR 2.11, 2.12(c)(4)",
    "no_service_agreement": "42 CFR 2.11, 2.12(c)(4)",
    "service_agreement_not_in_force": "42 CFR 2.11, 2.12(c)(4)",
    "service_outside_agreement": "42 CFR 2.11, 2.12(c)(4)",
    "recipient_not_medical_personnel": "42 CFR 2.51(a)",
    "emergency_not_described": "42 CFR 2.51(c)",
    "no_approval": "42 CFR 2.52, 2.53",
    "approval_not_in_force": "42 CFR 2.52, 2.53",
    "agreement_not_written": "42 CFR 2.52(a), 2.53(a)",
    "class_outside_approval": "42 CFR 2.13(a), 2.52, 2.53",
    "recipient_not_child_protection": "42 CFR 2.12(c)(6)",
    "only_the_first_report": "42 CFR 2.12(c)(6)",
    "class_outside_report": "42 CFR 2.12(c)(5), 2.12(c)(6)",
    "recipient_not_law_enforcement": "42 CFR 2.12(c)(5)",
    "incident_not_named": "42 CFR 2.12(c)(5)",
    "order_missing": "42 CFR 2.61(a)",
    "subpoena_is_not_an_order": "42 CFR 2.61(b)(1)",
    "order_of_other_type": "42 CFR 2.61(a), 2.64, 2.65",
    "order_not_verified_by_two": "42 CFR 2.61(b); program two-person rule",
    "order_names_other_recipient": "42 CFR 2.64(e), 2.65(e)",
    "class_outside_order": "42 CFR 2.64(e)(1), 2.65(e)(1)",
    # Why a consent falls short.
    "consent_not_in_force_yet": "42 CFR 2.31(a)(9)",
    "consent_incomplete": "42 CFR 2.31(a), 2.31(c)",
    "consent_revoked": "42 CFR 2.31(a)(6), 2.31(c)(3)",
    "consent_superseded": "42 CFR 2.31(c); program rule: the newest paper counts",
    "consent_expired": "42 CFR 2.31(a)(7), 2.31(c)(1)",
    "earlier_disclosure_stands": "42 CFR 2.31(a)(6)",
    "discloser_not_named": "42 CFR 2.31(a)(2)",
    "class_not_in_consent": "42 CFR 2.31(a)(3), 2.13(a)",
    "participants_not_named": "42 CFR 2.31(a)(4)(ii)",
    "no_participant_left": "42 CFR 2.24, 2.31(a)(4)(ii)",
    "record_date_unknown": "42 CFR 2.31(a)(3)",
    "record_outside_dates": "42 CFR 2.31(a)(3)",
    "tpo_never_family_or_legal": "42 CFR 2.33(a)(2), 2.31(d)",
    "signer_authority_unknown": "42 CFR 2.31(a)(8)",
    "signer_is_not_the_client": "42 CFR 2.31(a)(8)",
    "signer_is_the_client": "42 CFR 2.14, 2.15",
    "client_lacks_capacity": "42 CFR 2.15(a)",
    "client_was_minor": "42 CFR 2.14",
    "client_was_adult": "42 CFR 2.14",
    "client_age_unknown": "42 CFR 2.14",
    "only_the_minor_may_consent": "42 CFR 2.14(a)",
    "minor_must_sign_too": "42 CFR 2.14(b)",
    "parent_must_sign_too": "42 CFR 2.14(b)",
    "incapacity_not_adjudicated": "42 CFR 2.15(a)",
}
WHOLE = "42 CFR Part 2"


def citation_of(code: str) -> str:
    """The section behind one code; the whole part for a code without one."""
    return CITATIONS.get(code, WHOLE)


def cited(codes: Iterable[str]) -> str:
    """The sections behind several codes, each said once, in their order."""
    parts = [
        part.strip().removeprefix("42 CFR ")
        for code in codes
        for part in citation_of(code).split(";")[0].split(",")
    ]
    return "42 CFR " + ", ".join(dict.fromkeys(parts))
