"""The names of the organisation and its sites, as page frames show them."""

from collections.abc import Iterable
from uuid import UUID

from homeward.program.models import Organisation, Site


def organisation_name() -> str:
    """The organisation's own name; empty before a program is loaded."""
    return Organisation.objects.values_list("name", flat=True).first() or ""


def site_names(site_ids: Iterable[UUID]) -> list[str]:
    """The names of these sites, in order."""
    names = Site.objects.filter(pk__in=list(site_ids)).values_list("name", flat=True)
    return list(names.order_by("name"))
