"""The words of the public words' staff pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LANGUAGES: dict[str, Promise] = {"en": _("English"), "es": _("Spanish")}
STATES: dict[str, tuple[Promise, str]] = {
    "current": (_("published"), "done"),
    "draft": (_("draft open"), "info"),
    "behind": (_("behind English"), "attention"),
}
QUESTION_STATES: dict[str, Promise] = {
    "waiting": _("Waiting"),
    "published": _("Published"),
    "refused": _("Refused"),
    "withdrawn": _("Withdrawn"),
}
MARKS: dict[str, Promise] = {
    "name": _("looks like a name"),
    "email": _("looks like an e-mail address"),
    "phone": _("looks like a phone number"),
    "address": _("looks like an address"),
    "postal_code": _("looks like a ZIP code"),
    "date": _("looks like a date"),
    "web_address": _("looks like a web address"),
    "handle": _("looks like a name on the net"),
    "social_security": _("looks like a Social Security number"),
    "long_number": _("a number that may name someone"),
}
STEPS: dict[str, Promise] = {
    "worded": _("Wording and answer saved"),
    "vouched": _("Vouched: nobody is identified"),
    "published": _("Published"),
    "refused": _("Refused"),
    "withdrawn": _("Taken off the page"),
}
PROBLEMS: dict[str, Promise] = {
    "insert_unknown": _("There is no part called “%(words)s”; the page leaves it out."),
    "link_outside": _("“%(words)s” leads outside this site; it stays plain words."),
    "markup_is_shown": _("HTML is shown as it is typed, not as markup."),
}
