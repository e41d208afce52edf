"""The names behind an instance's ids, as far as who looks may know them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Room, SessionType
from homeward.staff.models import Worker

FIELDS = ("pk", "name", "preferred_name", "chart_number")


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id; a client out of reach is "a client", and what is gone is its id's ending."""

    clients: Mapping[str, str]
    workers: Mapping[str, str]
    rooms: Mapping[str, str]
    services: Mapping[str, str]
    phases: Mapping[int, tuple[str, str]]
    kinds: Mapping[str, str] = field(default_factory=dict)  # what each kind of session is, by code

    def client(self, id_: str) -> str:
        return self.clients.get(id_) or _("a client")

    def reaches(self, id_: str) -> bool:
        """Whether the client's name may be shown."""
        return id_ in self.clients

    def staff(self, id_: str) -> str:
        return self.workers.get(id_) or _("a colleague")

    def room(self, id_: str) -> str:
        return self.rooms.get(id_) or ""

    def service(self, id_: str) -> str:
        return self.services.get(id_) or id_

    def phase(self, number: int) -> tuple[str, str]:
        """Code and name of the first phase of a class of phases that share groups."""
        return self.phases.get(number) or ("", "")


def names_of(
    actor: Actor,
    document: Mapping[str, Any],
    program_id: Any,
    site_id: Any,
    more: Iterable[str] = (),
) -> Names:
    """The names of an instance's plain form, and of `more` clients; four queries."""
    clients = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    ids = [*(entry["id"] for entry in document["clients"]), *more]
    workers = [entry["id"] for entry in document["staff"]]
    phases = document["meta"].get("phases", {})
    types = list(SessionType.objects.filter(program=program_id))
    return Names(
        {str(row.pk): row.short_name for row in clients.filter(pk__in=ids)},
        {str(row.pk): row.name for row in Worker.objects.filter(pk__in=workers)},
        {str(row.pk): row.name for row in Room.objects.filter(site=site_id)},
        {row.code: row.name for row in types},
        {int(number): (each["code"], each["name"]) for number, each in phases.items()},
        {row.code: row.kind for row in types},
    )
