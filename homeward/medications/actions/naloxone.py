"""Naloxone: offered, kept, counted, used."""

from datetime import date, datetime, timedelta
from uuid import UUID

from homeward import audit
from homeward.admissions.site_programs import program_of_site
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.medications.counting_kits import end_count
from homeward.medications.facts import NaloxoneUsed
from homeward.medications.models import NaloxoneCheck, NaloxoneOffer, NaloxoneStock, NaloxoneUse
from homeward.medications.reaching import SERVICE, client_for, local_day
from homeward.people.models import Contact
from homeward.program.models import Site
from homeward.program.queries import numbers_for

LOT = 2
OFFERED = frozenset(NaloxoneOffer.Outcome.values) - {NaloxoneOffer.Outcome.NOBODY}


class OfferIncomplete(Refusal):
    """A kit that is given has its lot and a date that has not passed; the codes say what lacks."""


class StockIncomplete(Refusal):
    """A lot has a place, a number, a date that has not passed, and at least one kit."""


class UseIncomplete(Refusal):
    """At least one kit, a place, and the emergency call or why there was none."""


@action
def offer_naloxone(
    *,
    actor: Actor,
    client_id: UUID,
    outcome: str,
    is_trained: bool,
    now: datetime,
    contact_id: UUID | None = None,
    lot: str = "",
    expires_on: date | None = None,
    may_be_untrained: bool = False,
) -> NaloxoneOffer:
    """Write down an offer to the client, or to somebody beside them, and what came of it.

    A kit of the house comes off its stock in the same transaction: of the lot that is named, else
    of the lot in date that runs out first, whose number and date are then the kit's. A lot the
    house does not keep was somebody else's kit. `may_be_untrained`: somebody is at the door; a kit
    goes with them also when there was no time to show how it is used, and the record says so.
    """
    client = client_for(actor, client_id)
    is_given = outcome == NaloxoneOffer.Outcome.GIVEN
    today = local_day(now, client.site)
    kit = _oldest(client.site_id, lot.strip(), today) if is_given else None
    if kit is not None:
        lot, expires_on = kit.lot, expires_on or kit.expires_on
    wrong = {
        "naloxone_outcome_unknown": outcome not in OFFERED,
        "naloxone_lot_missing": is_given and len(lot.strip()) < LOT,
        "naloxone_expiry_missing": is_given and expires_on is None,
        "naloxone_expired": is_given and expires_on is not None and expires_on < today,
        "naloxone_untrained": is_given and not is_trained and not may_be_untrained,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise OfferIncomplete(*codes)
    contact = None
    if contact_id is not None:
        rows = Contact.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
        contact = rows.get(pk=contact_id, client_id=client.pk)
    made = NaloxoneOffer.objects.create(
        client=client,
        site_id=client.site_id,
        contact=contact,
        outcome=outcome,
        is_trained=is_trained,
        lot=lot.strip()[:40] if is_given else "",
        expires_on=expires_on if is_given else None,
        at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.naloxone.offered", actor=actor, subject=made, at=now, reason=outcome)
    if kit is not None:
        kit.change(kits=kit.kits - 1)
        audit.record("medications.naloxone.handed_over", actor=actor, subject=kit, at=now)
    return made


@action
def say_nobody_beside(*, actor: Actor, client_id: UUID, now: datetime) -> NaloxoneOffer:
    """The client was asked whom to offer a kit beside them, and said that there is nobody.

    A family that comes later is offered one as ever.
    """
    client = client_for(actor, client_id)
    made = NaloxoneOffer.objects.create(
        client=client, site_id=client.site_id, outcome=NaloxoneOffer.Outcome.NOBODY,
        is_trained=False, at=now, by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("medications.naloxone.nobody", actor=actor, subject=made, at=now)
    return made


def _oldest(site_id: UUID, lot: str, today: date) -> NaloxoneStock | None:
    """The lot in date that runs out first and has a kit, held; of one number where it is said."""
    rows = NaloxoneStock.objects.select_for_update().filter(
        site_id=site_id, kits__gt=0, expires_on__gte=today
    )
    rows = rows.filter(lot=lot) if lot else rows
    return rows.order_by("expires_on", "pk").first()


@action
def add_stock(
    *,
    actor: Actor,
    site_id: UUID,
    place: str,
    lot: str,
    expires_on: date,
    kits: int,
    now: datetime,
) -> NaloxoneStock:
    """Kits of one lot are put in one place; the same lot again adds to it."""
    site = Site.objects.get(pk=site_id)
    wrong = {
        "naloxone_place_missing": not place.strip(),
        "naloxone_lot_missing": len(lot.strip()) < LOT,
        "naloxone_expired": expires_on < local_day(now, site),
        "naloxone_kits_missing": kits < 1,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise StockIncomplete(*codes)
    key = {"site": site, "place": place.strip()[:60], "lot": lot.strip()[:40]}
    row = NaloxoneStock.objects.select_for_update().filter(**key).first()
    if row is None:
        row = NaloxoneStock.objects.create(**key, expires_on=expires_on, kits=kits, added_at=now)
    else:
        row.change(kits=row.kits + kits, expires_on=min(row.expires_on, expires_on))
    audit.record("medications.naloxone.stocked", actor=actor, subject=row, at=now)
    return row


@action
def check_stock(
    *, actor: Actor, stock_id: UUID, site_id: UUID, counted: int, now: datetime
) -> NaloxoneCheck:
    """Count one lot and look at its date; the count is what is there from now on."""
    row = NaloxoneStock.objects.select_for_update().get(pk=stock_id, site_id=site_id)
    if counted < 0:
        raise StockIncomplete("naloxone_kits_missing")
    made = NaloxoneCheck.objects.create(stock=row, counted=counted, at=now, by_id=actor.worker_id)
    if counted != row.kits:
        row.change(kits=counted)
    audit.record("medications.naloxone.counted", actor=actor, subject=made, at=now)
    end_count(actor, Site.objects.get(pk=site_id), now)
    return made


@action
def record_use(
    *,
    actor: Actor,
    site_id: UUID,
    kits: int,
    place: str,
    used_at: datetime,
    now: datetime,
    emergency_called_at: datetime | None = None,
    not_called_because: str = "",
    stock_id: UUID | None = None,
) -> NaloxoneUse:
    """Naloxone was given: an incident outside every chart, with its report due in hours.

    Who it was given to stands in no field here. Raises UseIncomplete.
    """
    site = Site.objects.get(pk=site_id)
    wrong = {
        "naloxone_kits_missing": kits < 1,
        "naloxone_place_missing": not place.strip(),
        "naloxone_in_future": used_at > now,
        "naloxone_call_unsaid": emergency_called_at is None and len(not_called_because.strip()) < 3,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise UseIncomplete(*codes)
    numbers = numbers_for(program_of_site(site.pk), local_day(now, site))
    stock = None
    if stock_id is not None:
        stock = NaloxoneStock.objects.select_for_update().get(pk=stock_id, site=site)
        stock.change(kits=max(0, stock.kits - kits))
    use = NaloxoneUse.objects.create(
        site=site,
        stock=stock,
        kits=kits,
        place=place.strip()[:60],
        at=used_at,
        emergency_called_at=emergency_called_at,
        not_called_because=not_called_because.strip()[:200],
        report_due_at=used_at + timedelta(hours=int(numbers["incident_internal_hours"])),
        written_at=now,
        by_id=actor.worker_id,
    )
    audit.record("medications.naloxone.used", actor=actor, subject=use, at=now)
    announce(NaloxoneUsed(use.pk, site.pk, use.report_due_at, actor, now))
    return use
