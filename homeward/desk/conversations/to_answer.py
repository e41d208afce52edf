"""How many messages wait for somebody's answer, as one line of their day."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.conversations.queries import waiting_for
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Need
from homeward.desk.today.lines import Line, clock_words
from homeward.kernel.records import RecordClass


def messages_to_answer(actor: Actor) -> Iterator[Line]:
    """One line however many wait; nothing for who answers none."""
    if actor.worker_id is None or not may(actor.roles, RecordClass.MESSAGES, Access.WRITE):
        return
    due = waiting_for(actor)
    if not due:
        return
    is_late = due[0] <= clock.now()
    words = ngettext("%d message waits for you", "%d messages wait for you", len(due))
    yield Line(
        1 if is_late else 2,
        due[0],
        Need(
            Face("@", _("Messages"), ""),
            words % len(due),
            _("the first until %(when)s") % {"when": clock_words(due[0])},
            Act(_("Read"), reverse("desk:conversations"), about=_("Messages")),
            "attention" if is_late else "neutral",
        ),
        None,
    )
