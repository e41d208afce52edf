"""Whom the admissions desk may still see: people who asked for care and are not admitted yet."""

from typing import Any

from homeward.admissions.models import Episode
from homeward.core.scoping import Relation, relates
from homeward.people.models import Client


@relates("admit")
def not_admitted_yet(about: Relation) -> Any:
    """Clients without an episode; after admission the desk keeps only the minimal slice."""
    admitted = Episode.objects.unscoped("relation").values("client_id")
    return Client.objects.unscoped("relation").exclude(pk__in=admitted).values("pk")
