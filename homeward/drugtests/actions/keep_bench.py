"""What testing on site stands on: certificates, kits, laboratories."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.models import Certificate, Kit, Laboratory
from homeward.drugtests.rules.panel import CODED_ANALYTES, KNOWN_ANALYTES
from homeward.kernel.records import RecordClass


class CertificateIncomplete(Refusal):
    """A certificate has a number, a kind, and an end after its start."""


class KitIncomplete(Refusal):
    """A kit has a name, a lot, analytes of the list, and a date until which it may be used."""


class KitKnown(Refusal):
    """This lot is on the list already."""


class KitGone(Refusal):
    """This kit is not on the list of the site, or was withdrawn."""


class LaboratoryIncomplete(Refusal):
    """A laboratory has a name, the name its messages bear, and codes for analytes of the list; a
    CLIA number comes with the last day it holds."""


@action
def record_certificate(
    *, actor: Actor, site_id: UUID, number: str, kind: str, starts_on: date, ends_on: date,
    now: datetime,
) -> Certificate:  # fmt: skip
    """Write down a site's CLIA certificate. Raises NotAllowed, CertificateIncomplete."""
    if actor.worker_id is None or not may(actor.roles, RecordClass.SETUP, Access.WRITE):
        raise NotAllowed
    problems = [] if number.strip() else ["certificate_number"]
    problems += [] if kind in Certificate.Kind.values else ["certificate_kind"]
    problems += [] if ends_on > starts_on else ["certificate_dates"]
    if problems:
        raise CertificateIncomplete(*problems)
    made = Certificate.objects.create(
        site_id=site_id, number=number.strip()[:20], kind=kind, starts_on=starts_on,
        ends_on=ends_on, recorded_at=now, recorded_by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("drugtests.certificate.recorded", actor=actor, subject=made, at=now)
    return made


@action
def add_kit(
    *, actor: Actor, site_id: UUID, name: str, lot: str, analytes: Sequence[str],
    expires_on: date, now: datetime,
) -> Kit:  # fmt: skip
    """Put a lot of cups on the list. Raises NotAllowed, KitIncomplete, KitKnown."""
    worker_id = _handles_specimens(actor, site_id)
    problems = [] if name.strip() else ["kit_name"]
    problems += [] if lot.strip() else ["kit_lot"]
    problems += [] if analytes and set(analytes) <= set(KNOWN_ANALYTES) else ["kit_analytes"]
    if problems:
        raise KitIncomplete(*problems)
    made, is_new = Kit.objects.get_or_create(
        site_id=site_id,
        name=name.strip()[:60],
        lot=lot.strip()[:30],
        defaults={
            "analytes": list(dict.fromkeys(analytes)),
            "expires_on": expires_on,
            "added_at": now,
            "added_by_id": worker_id,
        },
    )
    if not is_new:
        raise KitKnown("kit_lot_known")
    audit.record("drugtests.kit.added", actor=actor, subject=made, at=now)
    return made


@action
def withdraw_kit(*, actor: Actor, kit_id: UUID, reason: str, now: datetime) -> Kit:
    """Take a lot out of use, for good. Raises KitGone, NotAllowed, KitIncomplete."""
    kit = Kit.objects.select_for_update(of=("self",)).filter(pk=kit_id, withdrawn_at=None).first()
    if kit is None:
        raise KitGone
    _handles_specimens(actor, kit.site_id)
    if not reason.strip():
        raise KitIncomplete("kit_reason")
    kit.change(
        withdrawn_at=now, withdrawn_by_id=actor.worker_id, withdrawn_reason=reason.strip()[:120]
    )
    audit.record("drugtests.kit.withdrawn", actor=actor, subject=kit, at=now)
    return kit


@action
def set_up_laboratory(
    *, actor: Actor, code: str, name: str, sender: str, codes: Mapping[str, str], now: datetime,
    clia_number: str = "", clia_ends_on: date | None = None, analytes: Sequence[str] = (),
    is_active: bool = True, is_new: bool = False,
) -> Laboratory:  # fmt: skip
    """Set up a laboratory, or bring its name, certificate, panel and codes up to date.

    `analytes` are what it tests for us; none means that nobody said. `is_new` refuses a code that
    another laboratory has.

    Raises NotAllowed, LaboratoryIncomplete.
    """
    if actor.kind != SERVICE and not may(actor.roles, RecordClass.SETUP, Access.WRITE):
        raise NotAllowed
    plain = {key.strip().lower(): value for key, value in codes.items() if key.strip()}
    problems = [] if code.strip() and name.strip() and sender.strip() else ["laboratory_name"]
    problems += [] if set(plain.values()) <= CODED_ANALYTES else ["laboratory_codes"]
    taken = Laboratory.objects.filter(sender=sender.strip()).exclude(code=code)
    problems += ["laboratory_sender"] if taken.exists() else []
    is_known = is_new and Laboratory.objects.filter(code=code).exists()
    problems += ["laboratory_known"] if is_known else []
    problems += [] if set(analytes) <= set(KNOWN_ANALYTES) else ["laboratory_analytes"]
    problems += ["laboratory_clia"] if bool(clia_number.strip()) != bool(clia_ends_on) else []
    if problems:
        raise LaboratoryIncomplete(*problems)
    made, _is_new = Laboratory.objects.update_or_create(
        code=code,
        defaults={
            "name": name.strip()[:80], "sender": sender.strip()[:80], "codes": plain,
            "is_active": is_active, "clia_number": clia_number.strip()[:20],
            "clia_ends_on": clia_ends_on, "analytes": list(dict.fromkeys(analytes)),
        },
    )  # fmt: skip
    audit.record("drugtests.laboratory.set_up", actor=actor, subject=made, at=now)
    return made


def _handles_specimens(actor: Actor, site_id: UUID) -> UUID:
    """The worker; raises NotAllowed unless they handle specimens at that site."""
    elsewhere = site_id not in actor.site_ids and all(grant.site_id for grant in actor.grants)
    writes = may(actor.roles, RecordClass.DRUG_TESTS, Access.WRITE)
    if actor.worker_id is None or not writes or elsewhere:
        raise NotAllowed
    return actor.worker_id
