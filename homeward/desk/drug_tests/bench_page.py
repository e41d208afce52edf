"""What the page about kits and certificates prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.components import Cell, Column, Row, Table
from homeward.desk.drug_tests.keeping_forms import KINDS
from homeward.drugtests import queries, telephone, words
from homeward.drugtests.models import Certificate, Kit

SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class KitLine:
    """One lot of cups."""

    name: str
    sub: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class BenchPage:
    """Kits by what runs out first, certificates, and the telephone line as it is."""

    kits: tuple[KitLine, ...]
    certificates: Table
    line: str
    line_is_open: bool
    may_certify: bool

    @classmethod
    def of(cls, actor: Actor, sites: Sequence[Any]) -> "BenchPage":
        """The sites where the actor works."""
        from homeward.desk.drug_tests.keeping import keeps_certificates

        today = clock.today()
        keys = [site.pk for site in sites]
        line = telephone.line()
        return cls(
            kits=tuple(_kit(kit, today) for kit in queries.kits_of(keys)),
            certificates=_certificates(Certificate.objects.filter(site_id__in=keys), today),
            line=line.words,
            line_is_open=line.is_connected,
            may_certify=keeps_certificates(actor),
        )

    @staticmethod
    def certificates_of_all() -> Table:
        """Every site's certificates."""
        return _certificates(Certificate.objects.all(), clock.today())


def _kit(kit: Kit, today: date) -> KitLine:
    left = (kit.expires_on - today).days
    until = date_format(kit.expires_on, "j F Y")
    if left < 0:
        state, tone = _("past its date"), "urgent"
    elif left <= SOON_DAYS:
        state, tone = _("until %(day)s") % {"day": until}, "attention"
    else:
        state, tone = _("until %(day)s") % {"day": until}, "neutral"
    reads = ", ".join(words.analyte(code) for code in kit.analytes)
    return KitLine(
        name=f"{kit.name} · {kit.lot}",
        sub=f"{kit.site.name} · {reads}",
        state=state,
        tone=tone,
        url=reverse("desk:drug_test_kit_withdrawn", args=[kit.pk]),
    )


def _certificates(rows: Iterable[Any], today: date) -> Table:
    found = sorted(
        rows.select_related("site"),  # type: ignore[attr-defined]
        key=lambda each: (each.site.name, -each.ends_on.toordinal()),
    )
    return Table(
        caption=_("Certificates"),
        columns=(Column(_("Site")), Column(_("Number")), Column(_("Kind")), Column(_("Until"))),
        rows=tuple(
            Row(
                (
                    Cell(each.site.name),
                    Cell(each.number),
                    Cell(str(KINDS[Certificate.Kind(each.kind)])),
                    Cell(
                        date_format(each.ends_on, "j F Y"),
                        tone="urgent" if each.ends_on < today else "neutral",
                    ),
                )
            )
            for each in found
        ),
        empty=_("No certificate is on record. Nothing may be read on site."),
    )
