"""The plain sentence for every code the consent engine can answer with."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, Promise] = {
    # Why an item may go.
    "by_client": _("This is the client asking for their own record."),
    "by_internal": _("This worker is on the client's team and needs it for the client's care."),
    "by_qso": _("A service agreement covers this organization and this service."),
    "by_emergency": _("Medical personnel need it in a medical emergency."),
    "by_audit_evaluation": _("An approved audit or evaluation covers it, agreed in writing."),
    "by_research": _("An approved study covers it, agreed in writing."),
    "by_child_abuse_report": _("It belongs to the first report of suspected harm to a child."),
    "by_crime_on_premises": _("It describes a crime on the premises or against staff."),
    "by_court_order": _("A verified court order under 42 CFR Part 2 authorizes it."),
    "by_specific_consent": _("The client's consent names this recipient, purpose and record."),
    "by_tpo_consent": _("The client's consent for treatment, payment and operations covers it."),
    "by_counseling_notes_consent": _("The client gave a separate consent for counseling notes."),
    "by_legal_consent": _("The client gave a separate consent for this legal proceeding."),
    "by_criminal_justice_consent": _("The client agreed to reports to those who monitor them."),
    "by_family_consent": _("The client agreed to share this with family or a support person."),
    "by_research_consent": _("The client agreed to take part in this study."),
    # What no permission outweighs.
    "request_not_understood": _("The request uses a word the rules do not know."),
    "recipient_ambiguous": _("It is not certain who would receive this."),
    "safety_flag": _("This recipient is flagged for the client's safety: share nothing."),
    "restriction_agreed": _("The program promised the client not to share this."),
    "counseling_notes_need_own_consent": _("Counseling notes need a separate consent."),
    "legal_needs_own_consent_or_order": _(
        "A proceeding against the client needs a separate consent or a Part 2 court order."
    ),
    "no_duty_to_monitor": _("Only officials with a duty to monitor the client may receive this."),
    # Why a basis falls short.
    "no_basis": _("No consent or other lawful basis covers this."),
    "recipient_is_not_the_client": _("Only the client in person may ask this way."),
    "recipient_not_staff": _("The recipient is not a worker of the program."),
    "not_on_team": _("This worker is not on the client's team at this time."),
    "counseling_notes_author_only": _("Only the author may read these counseling notes."),
    "service_not_named": _("The request does not name a service."),
    "no_service_agreement": _("There is no service agreement with this organization."),
    "service_agreement_not_in_force": _("The service agreement is not in force at this time."),
    "service_outside_agreement": _("The service agreement does not cover this service."),
    "recipient_not_medical_personnel": _("In an emergency only medical personnel may receive it."),
    "emergency_not_described": _("State the facility and the nature of the emergency."),
    "no_approval": _("There is no approval for this recipient."),
    "approval_not_in_force": _("The approval is not in force at this time."),
    "agreement_not_written": _("The written agreement is missing."),
    "class_outside_approval": _("The approval does not cover this kind of record."),
    "recipient_not_child_protection": _("This report goes only to a child protection agency."),
    "only_the_first_report": _(
        "Only the first report is free; a follow-up needs consent or order."
    ),
    "class_outside_report": _("This kind of record does not belong in such a report."),
    "recipient_not_law_enforcement": _("This report goes only to law enforcement."),
    "incident_not_named": _("Name the incident that is reported."),
    "order_missing": _("No court order was presented."),
    "subpoena_is_not_an_order": _("A subpoena alone is not enough: it needs a Part 2 court order."),
    "order_of_other_type": _("This court order was not made under 42 CFR Part 2."),
    "order_not_verified_by_two": _("Two different people must verify the order."),
    "order_names_other_recipient": _("The order does not name this recipient."),
    "class_outside_order": _("The order does not name this kind of record."),
    # Why a consent falls short.
    "consent_not_in_force_yet": _("The consent has not started yet."),
    "consent_incomplete": _("The consent lacks something the law requires."),
    "consent_revoked": _("The client withdrew this consent."),
    "consent_superseded": _("A newer consent has taken the place of this one."),
    "consent_expired": _("The consent has ended."),
    "earlier_disclosure_stands": _("It was shared lawfully before the consent was withdrawn."),
    "discloser_not_named": _("The consent does not let this program share."),
    "class_not_in_consent": _("The consent does not name this kind of record."),
    "participants_not_named": _(
        "It goes to an exchange, and the consent does not say to which of its members."
    ),
    "no_participant_left": _("Nobody the consent names is a member of this exchange now."),
    "record_date_unknown": _("The consent covers certain dates; the date of this is unknown."),
    "record_outside_dates": _("This is from outside the dates the consent covers."),
    "tpo_never_family_or_legal": _("This consent never reaches family, courts or police."),
    "signer_authority_unknown": _("It is not known by what right the signer signed."),
    "signer_is_not_the_client": _("The client did not sign this in person."),
    "signer_is_the_client": _("The client cannot sign as their own guardian or representative."),
    "client_lacks_capacity": _("A court found that the client cannot decide this alone."),
    "client_was_minor": _("The client was a minor when this was signed as an adult."),
    "client_was_adult": _("The client was an adult: nobody signs as or for a minor."),
    "client_age_unknown": _("The client's age on the day of signing is not known."),
    "only_the_minor_may_consent": _("In this state only the minor may agree to this."),
    "minor_must_sign_too": _("The minor must sign as well."),
    "parent_must_sign_too": _("A parent or guardian must sign as well."),
    "incapacity_not_adjudicated": _("No court found that the client needs a representative."),
}

PROBLEMS: dict[str, Promise] = {
    "client_missing": _("Say whose record this is about."),
    "discloser_missing": _("Say who may share."),
    "description_missing": _("Say which records may be shared."),
    "recipient_missing": _("Say who may receive."),
    "participants_missing": _("Say which members of the exchange may receive it."),
    "purpose_missing": _("Say what it is for."),
    "expiry_missing": _("Say when it ends: a date or an event."),
    "signature_missing": _("It needs a signature and its date."),
    "counseling_notes_bundled": _("A consent for counseling notes stands alone."),
    "legal_consent_bundled": _("A consent for legal proceedings stands alone."),
    "purpose_outside_kind": _("This kind of consent cannot serve one of the purposes."),
    "event_without_source": _("The program could not notice this event; choose another ending."),
    "irrevocable_only_for_criminal_justice": _("Only a criminal justice consent may be binding."),
    "records_window_reversed": _("The last day lies before the first day."),
    "ends_before_it_starts": _("It would end before it starts."),
}

OBLIGATIONS: dict[str, Promise] = {
    "ledger": _("Write it in the disclosure ledger first."),
    "minimum_necessary": _("Send only what the purpose needs."),
    "label": _("Mark every part as protected by 42 CFR Part 2."),
    "notice_2_32": _("Attach the notice of 42 CFR 2.32."),
    "copy_or_scope_of_consent": _("Attach the consent or a clear account of its scope."),
    "redisclosure_prohibited": _("Tell the recipient not to pass it on."),
    "redisclosure_under_hipaa_not_against_client": _(
        "The recipient may pass it on under HIPAA, never in a proceeding against the client."
    ),
    "need_to_know_only": _("Open only what this task needs."),
    "qso_bound_by_part_2": _("The organization is bound by 42 CFR Part 2."),
    "record_emergency_2_51": _(
        "Write down at once who received it and where, who shared it, when, and why."
    ),
    "audit_limits_2_53": _("Keep to the limits on copying and removing records."),
    "no_reidentification_2_52": _("The study may not identify anyone again or publish identities."),
    "original_records_stay_protected": _("The treatment record itself stays protected."),
    "limit_to_incident": _("Tell only this incident, the name, address and last whereabouts."),
    "notify_privacy_officer": _("Tell the privacy officer."),
    "limit_to_order": _("Share only what the order names."),
    "disclosure_not_compelled": _("The order allows sharing but no subpoena requires it."),
    "use_only_for_monitoring": _("The recipient may use it only to monitor the client."),
}

WORDS: dict[str, Promise] = {**REASONS, **PROBLEMS, **OBLIGATIONS}
