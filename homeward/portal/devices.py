"""One's own phones and computers, and the people one invited: what the page prints."""

from dataclasses import dataclass
from datetime import datetime
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

    devices: tuple[OwnDevice, ...]
    people: tuple[Invited, ...]
    is_client: bool
    has_password: bool
    passkeys_url: str

    @classmethod
    def of(cls, actor: Actor, account: Any, here: UUID | None, now: datetime) -> "Devices":
        """Of whoever is signed in; `here` is the device in hand."""
        is_client = actor.kind == CLIENT
        return cls(
            devices=tuple(_device(row, here) for row in own_devices(actor)),
            people=tuple(_people(actor, now)) if is_client else (),
            is_client=is_client,
            has_password=account.has_usable_password(),
            passkeys_url=reverse("mfa_index"),
        )


def _device(row: Device, here: UUID | None) -> OwnDevice:
    is_here = row.pk == here
    sub = _("since %(made)s · last used %(used)s") % {
        "made": date_format(local_day(row.made_at), "j F"),
        "used": date_format(row.last_used_on, "j F"),
    }
    name = str(LOOKS[Device.Looks(row.looks)])
    if row.kind == Device.Kind.TABLET:
        name = _("The tablet in the lobby")
    return OwnDevice(row.pk, name, sub, is_here, ActionForm())


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
