"""The words of this room's codes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHO: dict[str, Promise] = {
    "client": _("client"),
    "guardian": _("guardian"),
    "staff": _("staff"),
    "witness": _("witness"),
    "physician": _("physician"),
}
STANDINGS: dict[str, tuple[Promise, str]] = {
    "signed": (_("signed"), "done"),
    "refused": (_("refused"), "neutral"),
    "partly": (_("partly signed"), "info"),
    "overdue": (_("overdue"), "urgent"),
    "open": (_("open"), "attention"),
}
PLACES: dict[str, Promise] = {
    "phone": _("by link and code"),
    "portal": _("on their own page"),
    "tablet": _("on the desk tablet"),
    "desk": _("on this screen"),
    "paper": _("on paper, in ink"),
}
PROOFS: dict[str, Promise] = {
    "password": _("password entered"),
    "digits": _("the six digits of their own phone entered"),
    "passkey": _("their own passkey shown"),
    "code": _("one-time code entered"),
    "handed_over": _("handed over by staff"),
    "ink": _("read from the sheet"),
}
REFUSALS: dict[str, Promise] = {
    "packet_open": _("A packet is open for this client already."),
    "paper_settled": _("This paper is signed or refused already."),
    "signed_before": _("You have signed this paper before."),
    "not_asked_to_sign": _("This paper does not ask for that signature."),
    "signs_under_another_role": _("Your role does not sign this paper."),
    "capacity_missing": _(
        "The client cannot sign now: somebody recorded that capacity is missing. Record a new look"
        " first. Care does not wait for it."
    ),
    "proof_too_old": _("Enter your password again to sign."),
    "question_unanswered": _("Answer this to sign."),
    "refusal_without_reason": _("Say why, in a sentence."),
    "witness_missing": _("This paper needs a witness."),
    "signer_name_wrong": _("The typed name is not the name of the person who must sign."),
    "guardian_not_named": _(
        "Write down first who the guardian is and by which paper they sign (Who signs, in the"
        " packet)."
    ),
    "sheet_unknown": _("No sheet of this client and paper carries that code."),
    "sheet_code_unread": _(
        "The code could not be read from the picture. Type the eight letters and digits at the"
        " foot of the sheet."
    ),
    "sheet_differs": _("The picture shows another sheet code than the one typed."),
    "upload_unreadable": _("This file is no picture or PDF we can read. Scan it again."),
    "upload_too_large": _("This file is too large. Ten megabytes and twenty pages at most."),
    "paper_still_open": _("The paper is still open."),
    "code_given_how": _("Say the code aloud or hand it over on paper."),
    "not_refused": _("Only a refused paper is offered again."),
}
