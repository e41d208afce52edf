"""The history of one record, from the audit: what was done, and who looked."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.audit.models import Entry
from homeward.core.actors import Actor
from homeward.core.code_words import words_for_code
from homeward.core.components import Moment
from homeward.people.models import Client
from homeward.staff.models import Worker

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class History:
    """The last hundred entries about this client."""

    moments: tuple[Moment, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "History":
        """Newest first; identifiers become names of workers, never more."""
        rows = Entry.objects.filter(client_ids__contains=[client.pk]).order_by("-at")
        entries = list(rows[:MOST_SHOWN])
        refs = {entry.actor_ref for entry in entries if entry.actor_kind == "staff"}
        names = {str(worker.pk): worker.name for worker in Worker.objects.filter(pk__in=refs)}
        return cls(
            tuple(
                Moment(
                    when=date_format(timezone.localtime(entry.at), "D j M H:i"),
                    what=words_for_code(entry.code, entry.record),
                    by=names.get(entry.actor_ref) or _kind_words(entry.actor_kind),
                    machine_time=entry.at.isoformat(),
                )
                for entry in entries
            )
        )


def _kind_words(kind: str) -> str:
    words = {
        "client": _("the client"),
        "family": _("a family member"),
        "agency": _("an agency"),
        "service": _("Homeward itself"),
    }
    return words.get(kind, "")
