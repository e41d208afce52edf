"""Kits at hand: which may read this specimen, and what runs out."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests.models import Kit
from homeward.drugtests.reading_here import Bench
from homeward.program.models import Site

Choice = tuple[str, str]


def named_kits(kits: Iterable[Kit]) -> list[Choice]:
    """Kits as choices."""
    return [(str(kit.pk), _named(kit)) for kit in kits]


def warnings_for(actor: Actor) -> tuple[str, ...]:
    """What stands in the way of reading on site at the sites where the actor works."""
    everywhere = not all(grant.site_id for grant in actor.grants)
    sites = list(Site.objects.all() if everywhere else Site.objects.filter(pk__in=actor.site_ids))
    bench = Bench.of([site.pk for site in sites])
    said = []
    for site in sites:
        today = clock.today(site.time_zone)
        if bench.certificate_on(site.pk, today) is None:
            said.append(_("No CLIA certificate holds today, so no cup may be read here."))
        if not any(kit.site_id == site.pk and kit.expires_on >= today for kit in bench.kits):
            said.append(_("No kit is in date, so no cup may be read here."))
    return tuple(dict.fromkeys(said))


def _named(kit: Kit) -> str:
    until = date_format(kit.expires_on, "j M Y")
    return _("%(name)s, lot %(lot)s, until %(day)s") % {
        "name": kit.name, "lot": kit.lot, "day": until,
    }  # fmt: skip
