"""What could not be placed, and why, in words that reveal nothing of anybody else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.desk.week_plan.forms.repairs import WhatIfForm
from homeward.desk.week_plan.labels import Labels
from homeward.desk.week_plan.sittings import Sitting
from homeward.timetable.solver.instance import Instance


@dataclass(frozen=True, slots=True)
class Offer:
    """One change away: what it would take, in words, and where it is tried."""

    words: str
    try_url: str = ""
    question: WhatIfForm | None = None


@dataclass(frozen=True, slots=True)
class Unmet:
    """Somebody's sessions of one kind that have no place."""

    client: str
    service: str
    name: str
    url: str
    missing: str
    why: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    ask_url: str = ""


def unmet_needs(instance: Instance, sittings: Iterable[Sitting]) -> dict[tuple[str, str], int]:
    """How many meetings of which service each client lacks, the most costly first."""
    held = Counter((person, each.service) for each in sittings for person in each.people)
    missing = {
        (client.id, code): wanted - held[client.id, code]
        for client in instance.clients.values()
        for code, wanted in client.needs.items()
        if wanted > held[client.id, code] and code in instance.services
    }

    def cost(key: tuple[str, str]) -> tuple[int, str, str]:
        service = instance.services[key[1]]
        return -service.unmet * service.slots * missing[key], *key

    return {key: missing[key] for key in sorted(missing, key=cost)}


def unmet_lines(
    draft_id: object,
    labels: Labels,
    missing: dict[tuple[str, str], int],
    why: dict[tuple[str, str], tuple[tuple[str, ...], tuple[Offer, ...]]],
) -> tuple[Unmet, ...]:
    """The lines of the card. `why` holds reasons and offers where the engine found some."""
    lines = []
    for (client, service), count in missing.items():
        reasons, offers = why.get((client, service), ((), ()))
        lines.append(
            Unmet(
                client,
                service,
                labels.names.client(client),
                reverse("desk:week_draft", args=[draft_id]) + f"?by=client&of={client}",
                ngettext(
                    "needs %(count)d more: %(service)s", "needs %(count)d more: %(service)s", count
                )
                % {"count": count, "service": labels.names.service(service)},
                reasons,
                offers,
                reverse("desk:week_draft_need", args=[draft_id])
                + f"?client={client}&service={service}",
            )
        )
    return tuple(lines)


def people_words(lines: Iterable[Unmet]) -> str:
    """`3 clients`."""
    people = len({line.client for line in lines})
    return ngettext("%d client", "%d clients", people) % people


def nothing_words() -> str:
    """When everybody has what they need."""
    return _("Everyone has a place for all they need this week.")
