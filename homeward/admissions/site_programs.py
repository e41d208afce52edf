"""Whose numbers count: a client's own program's, or those of the one most of a site are in."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Count

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.program.models import Program

ASKING = Actor.of_service("admissions.site_programs")


def program_of_site(site_id: UUID | None) -> Program | None:
    """The program of most open episodes of a site; the house's first where nobody is in care."""
    rows = Episode.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(ended_at=None)
    counted = rows.filter(site_id=site_id).order_by().values("program_id", "program__code")
    most = counted.annotate(people=Count("pk")).order_by("-people", "program__code").first()
    if most is not None:
        return Program.objects.get(pk=most["program_id"])
    return Program.objects.order_by("code").first()


def programs_of(client_ids: Collection[UUID]) -> Mapping[UUID, UUID]:
    """The program of each of these clients who is in care; one query."""
    rows = Episode.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        client_id__in=list(client_ids), ended_at=None
    )
    return dict(rows.values_list("client_id", "program_id"))
