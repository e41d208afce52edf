"""Kits at hand: which may read this specimen, and what runs out."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.drugtests import queries
from homeward.drugtests.actions.enter_results import may_read_on_site
from homeward.drugtests.models import Certificate, DrugTest, Kit
from homeward.kernel.reasons import Decision
from homeward.program.models import Site

Choice = tuple[str, str]


def kits_for(test: DrugTest) -> list[Choice]:
    """The site's kits as choices, those that read the whole panel and are in date first."""
    today = clock.today()
    kits = queries.kits_of([test.site_id])
    fits = [_fits(kit, test) and kit.expires_on >= today for kit in kits]
    ordered = sorted(zip(kits, fits, strict=True), key=lambda each: not each[1])
    return [(str(kit.pk), _named(kit)) for kit, _is_fit in ordered]


def may_read_here(test: DrugTest, kits: list[Choice] | None) -> Decision:
    """Whether this specimen may be read here today, with the first kit on the list."""
    kit = Kit.objects.filter(pk=kits[0][0]).first() if kits else None
    return may_read_on_site(test, kit, clock.today(test.site.time_zone))


def warnings_for(actor: Actor) -> tuple[str, ...]:
    """What stands in the way of reading on site at the sites where the actor works."""
    today = clock.today()
    said = []
    everywhere = not all(grant.site_id for grant in actor.grants)
    sites: Any = Site.objects.values_list("pk", flat=True) if everywhere else actor.site_ids
    for site_id in sites:
        held = Certificate.objects.filter(site_id=site_id, starts_on__lte=today, ends_on__gte=today)
        if not held.exists():
            said.append(_("No CLIA certificate holds today, so no cup may be read here."))
        if not any(kit.expires_on >= today for kit in queries.kits_of([site_id])):
            said.append(_("No kit is in date, so no cup may be read here."))
    return tuple(dict.fromkeys(said))


def _fits(kit: Kit, test: DrugTest) -> bool:
    return set(test.panel) <= set(kit.analytes)


def _named(kit: Kit) -> str:
    until = date_format(kit.expires_on, "j M Y")
    return _("%(name)s, lot %(lot)s, until %(day)s") % {
        "name": kit.name, "lot": kit.lot, "day": until,
    }  # fmt: skip
