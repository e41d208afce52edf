"""Whether specimens in hand may be read here: one answer for the pages that offer it and for the
action that does it.

The rule is `rules/on_site.py`; here it is given the certificate that holds at the site, and a kit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.drugtests.models import Certificate, DrugTest, Kit
from homeward.drugtests.queries import kits_of
from homeward.drugtests.reaching import local_day
from homeward.drugtests.rules.on_site import MAY, KitOnHand, may_read
from homeward.drugtests.words import refusal
from homeward.kernel.reasons import Decision, State

OF_THE_KIT = frozenset({"kit_known", "kit_in_date", "kit_reads_panel"})
SHORTLY = {
    "certificate_current": gettext_lazy("no certificate holds"),
    "kit": gettext_lazy("no kit fits"),
    "order_individual": gettext_lazy("no clinician has set the panel"),
}


@dataclass(frozen=True, slots=True)
class Bench:
    """The certificates and the kits in use at some sites."""

    certificates: tuple[Certificate, ...]
    kits: tuple[Kit, ...]

    @classmethod
    def of(cls, site_ids: Iterable[UUID]) -> "Bench":
        """Two queries, however many sites."""
        sites = list(site_ids)
        held = Certificate.objects.filter(site_id__in=sites).order_by("-ends_on", "pk")
        return cls(tuple(held), tuple(kits_of(sites)))

    def certificate_on(self, site_id: UUID, on: date) -> Certificate | None:
        """The one that holds longest of those that hold on that day."""
        holding = (
            each
            for each in self.certificates
            if each.site_id == site_id and each.starts_on <= on <= each.ends_on
        )
        return next(holding, None)

    def kits_for(self, test: DrugTest, on: date) -> list[Kit]:
        """The kits of the test's site, those that read the whole panel and are in date first."""
        own = [kit for kit in self.kits if kit.site_id == test.site_id]
        return sorted(own, key=lambda kit: not _fits(kit, test, on))

    def may_read(self, test: DrugTest, on: date) -> Decision:
        """Whether this specimen may be read here that day, with the best kit there is."""
        kit = next(iter(self.kits_for(test, on)), None)
        return self.may_read_with(test, kit, on)

    def may_read_with(self, test: DrugTest, kit: Kit | None, on: date) -> Decision:
        """Whether it may be read with this kit, with each line."""
        certificate = self.certificate_on(test.site_id, on)
        return may_read(
            on=on,
            certified_until=certificate.ends_on if certificate else None,
            kit=KitOnHand(
                lot=kit.lot, analytes=kit.analytes, expires_on=kit.expires_on,
                is_in_use=kit.withdrawn_at is None and kit.site_id == test.site_id,
            ) if kit else None,
            panel=test.panel,
            need=test.panel_need,
            is_seconded=test.seconded_at is not None,
        )  # fmt: skip


def not_read_here(tests: Iterable[DrugTest], now: datetime) -> dict[UUID, Decision]:
    """Those specimens in hand that cannot be read here today, and why not; two queries for all."""
    in_hand = [test for test in tests if test.state == DrugTest.State.COLLECTED]
    if not in_hand:
        return {}
    bench = Bench.of({test.site_id for test in in_hand})
    found = {test.pk: bench.may_read(test, local_day(now, test.site)) for test in in_hand}
    return {pk: decision for pk, decision in found.items() if decision.outcome != MAY}


def why_not(decision: Decision) -> tuple[str, ...]:
    """Each thing that stands in the way with the best kit there is, in a sentence."""
    against = _against(decision)
    said = []
    if "kit_known" in against:
        said.append(_("No kit is on this site's list, so nothing can be read here."))
    elif OF_THE_KIT & set(against):
        said.append(_("No kit here is in date and reads everything this test asks for."))
    return (*said, *(refusal(code) for code in against if code not in OF_THE_KIT))


def why_not_shortly(decision: Decision) -> str:
    """The same in one line, for a list."""
    against = _against(decision)
    found = dict.fromkeys("kit" if code in OF_THE_KIT else code for code in against)
    return _("Not read here: %(why)s") % {"why": ", ".join(str(SHORTLY[code]) for code in found)}


def _against(decision: Decision) -> list[str]:
    return [line.code for line in decision.reasons if line.state is not State.MET]


def _fits(kit: Kit, test: DrugTest, on: date) -> bool:
    return set(test.panel) <= set(kit.analytes) and on <= kit.expires_on
