"""What the pages of getting in print."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.core.access import Access
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act, Fact
from homeward.desk.doorway import words
from homeward.doorways.actions import Printed
from homeward.doorways.models import Device, IdentityCheck
from homeward.doorways.queries import WayIn, people_beside, ways_in_of
from homeward.doorways.reaching import gives_record, has_died, is_by
from homeward.doorways.rules.identity import Identifier, Paper, What
from homeward.doorways.rules.whose import By
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, Contact
from homeward.people.queries import reaches

BESIDE = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT, *Contact.OUTSIDE)


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One phone or computer that stands."""

    name: str
    sub: str
    tag: str
    tone: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody beside the client, with their way in or none."""

    name: str
    sub: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The client's way in, what may be done about it here, and the people beside them."""

    facts: tuple[Fact, ...]
    devices: tuple[DeviceLine, ...]
    checks: tuple[str, ...]
    acts: tuple[Act, ...]
    people: tuple[PersonLine, ...]
    shows_people: bool
    is_open: bool

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "Page":
        """As far as this actor reaches; acts only where the action would let them."""
        zone = ZoneInfo(client.site.time_zone)
        ways = ways_in_of(actor, client.pk, now)
        own = next((each for each in ways if each.doorway.contact_id is None), None)
        is_open = own is not None and own.doorway.ended_at is None
        shows = knows_names(actor) and reaches(actor, client, RecordClass.IDENTITY, Access.READ)
        return cls(
            facts=tuple(_facts(own, zone)),
            devices=tuple(device_line(row, zone) for row in own.devices) if own else (),
            checks=tuple(check_line(row, zone) for row in own.checks) if own else (),
            acts=tuple(_acts(actor, client, own)),
            people=tuple(_people(actor, client, ways, zone)) if shows else (),
            shows_people=shows,
            is_open=is_open,
        )


@dataclass(frozen=True, slots=True)
class CardSheet:
    """The card as it is printed, in the words of whoever gets it: no name, no program."""

    address: str
    words: str
    code: str
    until: str
    language: str
    title: str
    lines: tuple[str, ...]
    back: str

    @classmethod
    def of(cls, printed: Printed, address: str, back: str) -> "CardSheet":
        """In the client's language, which the front desk need not know."""
        client = printed.card.client
        zone = ZoneInfo(client.site.time_zone)
        with override(client.language):
            ends = printed.card.expires_at.astimezone(zone)
            return cls(
                address=address, words=printed.user_name.replace("-", " "), code=printed.spaced,
                until=_("Good until %(day)s, %(time)s. It works once.")
                % {"day": date_format(ends, "l j F"), "time": date_format(ends, "H:i")},
                language=client.language, title=_("Your card"),
                lines=(_("Open this page on your phone:"), _("Your three words:"),
                       _("Your code:")),
                back=back,
            )  # fmt: skip


def device_line(row: Device, zone: ZoneInfo) -> DeviceLine:
    """What it is, since when, when it was last used, what it opens."""
    sub = _("%(kind)s · since %(made)s · last used %(used)s") % {
        "kind": words.KINDS[Device.Kind(row.kind)],
        "made": date_format(row.made_at.astimezone(zone), "j F"),
        "used": date_format(row.last_used_on, "j F"),
    }
    if row.locked_at is not None:
        tag, tone = _("locked"), "attention"
    elif row.opens_record:
        tag, tone = _("times and record"), "info"
    else:
        tag, tone = _("times only"), "neutral"
    return DeviceLine(str(words.LOOKS[Device.Looks(row.looks)]), sub, tag, tone)


def check_line(row: IdentityCheck, zone: ZoneInfo) -> str:
    """Who checked, by what, for what, when."""
    seen = [
        str(words.PAPERS[Paper(row.paper)])
        if each == Identifier.PHOTO_PAPER and row.paper
        else str(words.SEEN[Identifier(each)])
        for each in row.seen
    ]
    return _("%(day)s, %(what)s: %(seen)s. %(name)s") % {
        "seen": ", ".join(seen),
        "what": words.WHAT[What(row.what)],
        "name": row.by.name if row.by else _("the house"),
        "day": date_format(row.at.astimezone(zone), "j F Y, H:i"),
    }


def _facts(own: WayIn | None, zone: ZoneInfo) -> Any:
    if own is None:
        yield Fact(_("Way in"), _("none yet"))
        return
    row = own.doorway
    if row.ended_at is not None:
        on = date_format(row.ended_at.astimezone(zone), "j F Y")
        yield Fact(_("Way in"), _("ended %(day)s: %(why)s") % {
            "day": on, "why": words.ENDED[row.Ending(row.ending)]})  # fmt: skip
        return
    if not row.account.is_active:
        yield Fact(_("Way in"), _("closed"))
        return
    since = date_format(row.opened_at.astimezone(zone), "j F Y")
    yield Fact(_("Way in"), _("open since %(day)s") % {"day": since})
    if row.account.has_usable_password():
        yield Fact(_("Signs in with"), _("a user name and a password"))
    proof = _("not yet: times only")
    if row.proofed_at is not None:
        proof = date_format(row.proofed_at.astimezone(zone), "j F Y")
    yield Fact(_("Identity seen for the record"), proof)
    if own.card is not None:
        until = date_format(own.card.expires_at.astimezone(zone), "j F, H:i")
        yield Fact(_("A card waits"), _("good until %(when)s") % {"when": until})


def _acts(actor: Actor, client: Client, own: WayIn | None) -> Any:
    if By.DESK not in is_by(actor, client) or has_died(client.pk):
        return
    yield Act(_("Make a card"), reverse("desk:doorway_card", args=[client.pk]), "primary")
    if own is None or own.doorway.ended_at is not None:
        return
    if own.devices:
        yield Act(_("Lost phone"), reverse("desk:doorway_lost", args=[client.pk]))
    if gives_record(actor, client):
        yield Act(_("Open the record to them"), reverse("desk:doorway_identity", args=[client.pk]))
    yield Act(_("End the way in"), reverse("desk:doorway_end", args=[own.doorway.pk]), "danger")


def _people(actor: Actor, client: Client, ways: list[WayIn], zone: ZoneInfo) -> Any:
    by = is_by(actor, client)
    held = {each.doorway.contact_id: each for each in ways}
    for contact in people_beside(actor, client.pk, BESIDE):
        is_officer = contact.kind in Contact.OUTSIDE
        asked = By.OFFICE if is_officer else By.CONSENTS
        way = held.get(contact.pk)
        is_open = way is not None and way.doorway.ended_at is None
        acts = []
        if asked in by:
            url = reverse("desk:doorway_invitation", args=[client.pk, contact.pk])
            label = _("New card") if is_open else _("Invite")
            acts.append(Act(label, url, about=contact.name))
        if way is not None and is_open and by & {By.DESK, By.OFFICE}:
            end = reverse("desk:doorway_end", args=[way.doorway.pk])
            acts.append(Act(_("End"), end, "danger", about=contact.name))
        yield PersonLine(contact.name, _person_sub(contact, way, zone), tuple(acts))


def _person_sub(contact: Contact, way: WayIn | None, zone: ZoneInfo) -> str:
    parts = [contact.relation.replace("_", " ") or contact.agency]
    if way is None:
        parts.append(_("has a password") if contact.account_id else _("no way in"))
    elif way.doorway.ended_at is not None:
        parts.append(_("ended"))
    elif way.devices:
        used = max(each.last_used_on for each in way.devices)
        parts.append(_("last used %(day)s") % {"day": date_format(used, "j F")})
    else:
        parts.append(_("a card waits") if way.card else _("no phone yet"))
    return " · ".join(filter(None, parts))
