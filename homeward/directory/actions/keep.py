"""Keeping the list of places: adding, changing, checking, retiring; each change is kept."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.directory.models import Service, ServiceEdit
from homeward.directory.rules.sheet import Place, slug
from homeward.kernel.roles import Role

KEEPERS = (
    Role.DIRECTOR,
    Role.SUPERVISOR,
    Role.COUNSELOR,
    Role.ADMISSIONS,
    Role.CASE_MANAGER,
    Role.PEER,
    Role.NURSE,
)
FIELDS = (
    "organisation", "name", "options", "address", "city", "zip_code", "phone", "web", "languages",
    "payers", "takes", "hours", "notes",
)  # fmt: skip


class CodeTaken(Refusal):
    """Another place has this code."""


class PlaceRetired(Refusal):
    """This place is off the list."""


def may_keep(actor: Actor) -> bool:
    """Whether this actor may change the list: those who know the places from their own calls."""
    return actor.kind == SERVICE or actor.has_role(*KEEPERS)


@action
def save_service(
    *,
    actor: Actor,
    place: Place,
    now: datetime,
    service_id: UUID | None = None,
    checked_on: date | None = None,
    note: str = "",
    expected_version: int | None = None,
) -> Service:
    """Add a place, or change one.

    `checked_on` says that the facts were checked with the place that day by whoever saves them.
    Facts that changed without it are no longer checked facts: the entry shows as not checked.
    """
    _allow(actor)
    values = values_of(place)
    if service_id is None:
        if Service.objects.filter(code=place.code).exists():
            raise CodeTaken
        row = Service.objects.create(code=place.code, **values, **_check(actor, checked_on))
        _keep(row, ServiceEdit.What.ADDED, sorted(values), actor, now, note)
        return row
    row = _locked(service_id, expected_version)
    changed = [name for name in FIELDS if getattr(row, name) != values[name]]
    if not changed and checked_on is None:
        return row
    check = _check(actor, checked_on)
    row.change(**{name: values[name] for name in changed}, **check)
    if changed:
        _keep(row, ServiceEdit.What.CHANGED, changed, actor, now, note)
    if checked_on:
        _keep(row, ServiceEdit.What.VERIFIED, ["verified_on"], actor, now, note)
    return row


@action
def verify_service(
    *,
    actor: Actor,
    service_id: UUID,
    now: datetime,
    on: date,
    note: str = "",
    expected_version: int | None = None,
) -> Service:
    """Somebody asked the place, and what is listed is true."""
    _allow(actor)
    if actor.worker_id is None:
        raise NotAllowed
    row = _locked(service_id, expected_version)
    row.change(verified_on=on, verified_by_id=actor.worker_id)
    _keep(row, ServiceEdit.What.VERIFIED, ["verified_on"], actor, now, note)
    return row


@action
def retire_service(
    *,
    actor: Actor,
    service_id: UUID,
    now: datetime,
    note: str = "",
    expected_version: int | None = None,
) -> Service:
    """Take a place off the list; referrals to it and its history stay."""
    _allow(actor)
    row = _locked(service_id, expected_version)
    row.change(retired_at=now)
    _keep(row, ServiceEdit.What.RETIRED, ["retired_at"], actor, now, note)
    return row


@action
def restore_service(
    *, actor: Actor, service_id: UUID, now: datetime, expected_version: int | None = None
) -> Service:
    """Put a place back on the list, to be checked anew."""
    _allow(actor)
    row = Service.objects.select_for_update(of=("self",)).get(pk=service_id)
    expect_version(row, expected_version)
    if row.retired_at is None:
        return row
    row.change(retired_at=None, verified_on=None, verified_by_id=None)
    _keep(row, ServiceEdit.What.RESTORED, ["retired_at"], actor, now, "")
    return row


def values_of(place: Place) -> dict[str, Any]:
    """The facts of a place as the row keeps them."""
    values: dict[str, Any] = {name: getattr(place, name) for name in FIELDS}
    for name in ("options", "languages", "payers", "takes"):
        values[name] = list(values[name])
    values["hours"] = [[row.weekday, row.starts, row.ends] for row in place.hours]
    return values


def free_code(name: str) -> str:
    """A code for a new place, made from its name and not taken."""
    stem = slug(name)[:54] or "place"
    taken = set(Service.objects.filter(code__startswith=stem).values_list("code", flat=True))
    if stem not in taken:
        return stem
    return next(code for n in range(2, 10_000) if (code := f"{stem}-{n}") not in taken)


def _allow(actor: Actor) -> None:
    if not may_keep(actor):
        raise NotAllowed


def _check(actor: Actor, on: date | None) -> Mapping[str, Any]:
    if on is None:
        return {"verified_on": None, "verified_by_id": None}
    if actor.worker_id is None:
        raise NotAllowed
    return {"verified_on": on, "verified_by_id": actor.worker_id}


def _locked(service_id: UUID, expected_version: int | None) -> Service:
    row = Service.objects.select_for_update(of=("self",)).get(pk=service_id)
    if row.retired_at is not None:
        raise PlaceRetired
    expect_version(row, expected_version)
    return row


def _keep(
    row: Service, what: str, fields: list[str], actor: Actor, now: datetime, note: str
) -> None:
    ServiceEdit.objects.create(
        service=row,
        what=what,
        at=now,
        by_id=actor.worker_id,
        fields=fields,
        values={name: getattr(row, name) for name in FIELDS},
        note=note.strip()[:200],
    )
    audit.record(
        f"directory.service.{what}", actor=actor, subject=row, at=now, fields=tuple(fields)
    )
