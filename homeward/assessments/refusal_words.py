"""The words of this room's refusals and of the lines before a signature."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "assessment_already_signed": _("This assessment is signed. Add beneath it instead."),
    "page_unknown": _("This assessment has no such page."),
    "addendum_is_empty": _("Write what you add."),
    "own_assessment": _("Nobody co-signs their own work."),
    "not_signed_yet": _("The clinician signs first."),
}
REASONS: dict[str, Promise] = {
    "assessment_domain_complete": _("%(domain)s"),
    "assessment_signer_has_credential": _("You hold a credential today"),
    "criteria_counted": _("%(count)s of 11 criteria: %(severity)s"),
    "one_disorder_of_its_class": _("One disorder for one class of substances"),
    "tolerance_and_withdrawal_left_out": _("Tolerance or withdrawal left out of the count"),
    "in_remission": _("In remission"),
}
SEVERITIES: dict[str, Promise] = {
    "none": _("no disorder"),
    "mild": _("mild"),
    "moderate": _("moderate"),
    "severe": _("severe"),
}
REMISSIONS: dict[str, Promise] = {
    "early": _("in early remission"),
    "sustained": _("in sustained remission"),
}
SPECIFIERS: dict[str, Promise] = {
    "controlled_environment": _("in a controlled environment"),
    "maintenance": _("on maintenance medication"),
}
ORIGINS: dict[str, Promise] = {
    "inquiry": _("the first call"),
    "website": _("the inquiry on our pages"),
    "screening": _("screening"),
    "questionnaire": _("a questionnaire"),
    "assessment": _("an earlier assessment"),
    "packet": _("the admission papers"),
    "admission": _("the admission"),
}
