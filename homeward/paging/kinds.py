"""The duty a page opens, and which duties are a danger that pages."""

from django.utils.translation import gettext_lazy as _

from homeward.tasks.kinds import Disposition, DutyKind

PAGE = DutyKind(
    "danger_page",
    _("Go to a client now: danger was said at check-in"),
    (
        Disposition("with_client", _("I am with the client")),
        Disposition("reached", _("Reached by telephone, safe for now"), needs_note=True),
        Disposition("handed_over", _("Handed over in person"), needs_note=True),
    ),
    _(
        "Go to the client now, or call. The group stays with who leads it. Say here that you are "
        "with them; otherwise somebody else is paged."
    ),
)
# Ended with the danger itself; nobody chooses it.
ENDED_WITH = "danger_ended"
DANGER_KINDS = frozenset({"safety", "check_in"})
