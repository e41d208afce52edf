"""The words of this room's refusals."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {"nothing_loaded": _("Nobody here can call back yet. Call 988 at any hour.")}
