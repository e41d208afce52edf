"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "name_is_another": _(
        "This is not the name of the person who must sign. Type it as it stands in the record."
    ),
    "consent_kind_unknown": _("There is no text for this kind of consent."),
    "consent_not_signed": _("Only a signed consent can be taken back."),
    "consent_already_revoked": _("The client took this consent back before."),
    "consent_already_signed": _("A signed consent is never changed. Draft a new one."),
    "case_closes_ahead": _("This day lies ahead. Write it down once the case is closed."),
    "case_known_how": _("Say how you know that the case closed."),
    "consent_was_refused": _("The client said no to this one. Draft it anew if they wish."),
    "intermediary_not_named": _(
        "This is an exchange that passes records on. Use a consent through an exchange."
    ),
    "participants_missing": _("Say which members of the exchange may receive it."),
    "member_unknown": _("Choose from those who are members of this exchange today."),
    "not_an_exchange": _("Only an exchange that passes records on has members."),
    "member_there": _("They are on the list of members already."),
    "member_gone": _("They left the exchange before."),
    "open_end_unexplained": _(
        "Say until when. If it truly has no end, write down why; that is kept with it."
    ),
    "approval_incomplete": _("This is needed before anything may rest on the approval."),
    "agreement_not_signed": _("Say on which day the recipient signed the written agreement."),
    "approval_over": _("The approval has ended before."),
    "guardian_must_sign": _(
        "In this state a parent or guardian signs beside the client. Draft it, and both sign."
    ),
    "guardian_unproven": _("Say by which paper you know that they may sign."),
    "half_there": _("This side has signed. The other signature is missing."),
    "written_ahead": _("The day on the sheet lies ahead."),
    "guardianship_over": _("This right has ended before."),
    "not_through_exchange": _("The client never signed a consent through this exchange."),
    "ask_empty": _("Choose what you ask."),
    "ask_answered": _("Somebody answered this request before. The answer is in the ledger."),
    "list_there": _("The exchange's answer was written down before."),
    "restriction_must_be_agreed": _(
        "The client paid in full and it concerns a health plan: the law asks you to agree."
    ),
    "restriction_reason_missing": _("Say why it cannot be agreed to."),
    "restriction_answered": _("This was already the answer."),
    "flag_names_nobody": _("Say who must learn nothing."),
    "flag_lifted": _("Somebody lifted this flag before."),
    "four_items_missing": _("Say who received it, where they work, what was shared and why."),
    "consent_not_explained": _("Say why the client could not be asked first."),
    "incident_incomplete": _(
        "Choose a recorded incident, or say on which day it was, where, and what happened."
    ),
    "incident_ahead": _("This day lies ahead."),
    "identity_unchecked": _("Say how you know who you are talking to."),
    "party_known": _("Somebody of that name is on the list already."),
    "same_person_twice": _("This needs two different people. Ask a colleague."),
    "legal_request_closed": _("This request was answered."),
    "witness_needed": _("This paper needs a witness. It is signed at the desk."),
    "person_linked": _(
        "A proposal already rests on whose record this is. Close it and begin a new request."
    ),
    "person_not_linked": _("Say first whose record it is about."),
    "agreement_reversed": _("The end lies before the start."),
    "legal_person_linked": _("Whose record it is about is settled."),
    "legal_order_there": _("A court order under 42 CFR Part 2: it authorizes."),
    "legal_order_verified": _("Two people have verified the order."),
    "legal_compelling_there": _("A subpoena or similar: it compels."),
    "legal_compelling_verified": _("Two people have verified what compels."),
}
