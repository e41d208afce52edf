"""The words a note offers as chips: stored codes and what a screen says."""

from django.utils.translation import gettext_lazy as _

PARTICIPATION = {
    "listened": _("listened"),
    "shared": _("shared"),
    "led": _("led"),
    "gave_feedback": _("gave feedback"),
    "withdrawn": _("withdrawn"),
}
RESPONSE = {
    "applied_skill": _("applied skill"),
    "ambivalent": _("ambivalent"),
    "supported_peer": _("supported peer"),
    "resistant": _("resistant"),
    "engaged": _("engaged"),
    "guarded": _("guarded"),
}
PROGRESS = {
    "no_change": _("no change"),
    "some_progress": _("some progress"),
    "met": _("met"),
    "setback": _("setback"),
}
ADDENDUM = {
    "late_entry": _("Late entry: something left out, remembered now"),
    "addendum": _("Addendum: something new"),
    "correction": _("Correction: something written wrong"),
}
KIND_TITLES = {
    "late_entry": _("Late entry"),
    "addendum": _("Addendum"),
    "correction": _("Correction"),
}
