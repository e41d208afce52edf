"""One's own phones and computers, and the people one invited: what the page prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.core.forms import ActionForm
from homeward.doorways.models import Device
from homeward.doorways.queries import own_devices, people_beside, ways_in_of
from homeward.doorways.reaching import came_in_before
from homeward.people.models import Contact

LOOKS = {
    Device.Looks.PHONE: gettext_lazy("Phone"),
    Device.Looks.TABLET: gettext_lazy("Tablet"),
    Device.Looks.COMPUTER: gettext_lazy("Computer"),
    Device.Looks.OTHER: gettext_lazy("Another device"),
}
# So long the page says that something was added, also when it was ended since.
NEW_FOR = timedelta(days=30)
BESIDE = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT)


@dataclass(frozen=True, slots=True)
class OwnDevice:
    """One of them, and the button that ends it."""

    id: UUID
    name: str
    sub: str
    is_here: bool
    form: ActionForm


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody one may invite, or has."""

    name: str
    sub: str
    invite_url: str
    end_url: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class Devices:
    """The page."""

    added: tuple[str, ...]
    devices: tuple[OwnDevice, ...]
    people: tuple[Invited, ...]
    is_client: bool
    has_password: bool
    passkeys_url: str

    @classmethod
    def of(cls, actor: Actor, account: Any, here: UUID | None, now: datetime) -> "Devices":
        """Of whoever is signed in; `here` is the device in hand."""
        is_client = actor.kind == CLIENT
        found = own_devices(actor, now - NEW_FOR)
        return cls(
            added=_added(found, here, now),
            devices=tuple(_device(row, here) for row in found if row.ended_at is None),
            people=tuple(_people(actor, now)) if is_client else (),
            is_client=is_client,
            has_password=account.has_usable_password(),
            passkeys_url=reverse("mfa_index"),
        )


def _added(found: Sequence[Device], here: UUID | None, now: datetime) -> tuple[str, ...]:
    """What was added lately beside the device in hand, so that another's doing is seen."""
    said = []
    for row in found:
        if row.pk == here or row.made_at < now - NEW_FOR:
            continue
        told = {"name": _name(row), "day": date_format(local_day(row.made_at), "j F")}
        if row.ended_at is None:
            said.append(
                _("Added on %(day)s: %(name)s. Was it not you? End it here and tell the desk.")
                % told
            )
        else:
            said.append(
                _("Added on %(day)s and ended since: %(name)s. Was it not you? Tell the desk.")
                % told
            )
    return tuple(said)


def _name(row: Device) -> str:
    if row.kind == Device.Kind.TABLET:
        return _("The tablet in the lobby")
    return str(LOOKS[Device.Looks(row.looks)])


def _device(row: Device, here: UUID | None) -> OwnDevice:
    is_here = row.pk == here
    sub = _("since %(made)s · last used %(used)s") % {
        "made": date_format(local_day(row.made_at), "j F"),
        "used": date_format(row.last_used_on, "j F"),
    }
    return OwnDevice(row.pk, _name(row), sub, is_here, ActionForm())


def _people(actor: Actor, now: datetime) -> Any:
    client_id = actor.client_id
    if client_id is None:
        return
    held = {each.doorway.contact_id: each for each in ways_in_of(actor, client_id, now)}
    people = people_beside(actor, client_id, BESIDE)
    known = came_in_before(people)
    for contact in people:
        way = held.get(contact.pk)
        is_open = way is not None and way.doorway.ended_at is None
        # Who came in before gets another card at the desk.
        invite = "" if contact.pk in known else reverse("portal:invitation", args=[contact.pk])
        end = reverse("portal:invitation_end", args=[way.doorway.pk]) if way and is_open else ""
        yield Invited(contact.name, _standing(contact, way, is_open), invite, end, ActionForm())


def _standing(contact: Contact, way: Any, is_open: bool) -> str:
    if way is None:
        return _("can look in") if contact.account_id else _("cannot look in")
    if not is_open:
        return _("cannot look in any more")
    return _("can look in") if way.devices else _("has a card, and has not used it")
