"""The crisis card: small enough for a wallet, and saying nothing to whoever finds it.

It bears no name, no program and no diagnosis: lines of help, the neutral name with its number, and
what the person wants to be reminded of. The same lines stand on the client's phone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.core.actors import Actor
from homeward.documents.actions import make_document
from homeward.documents.models import Document
from homeward.kernel.purposes import Purpose
from homeward.notices.queries import sender_name
from homeward.people.models import Client
from homeward.program.models import Organisation, Site
from homeward.safety.parts import parts_of
from homeward.safety.queries import plan_in_force

KIND = "crisis_card"
MOST_OWN = 4
LONGEST = 60  # letters of a line that still fits
# What of a safety plan goes on a card: what somebody does alone. No place, nobody's name and no
# number of people beside them: any of it may say more than a found card should.
OWN_SECTIONS = ("alone",)


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of the card, in words already."""

    title: str
    lines: tuple[tuple[str, str], ...]
    breathing: tuple[str, ...]
    own_title: str
    own: tuple[str, ...]


def card_of(actor: Actor, client: Client) -> Card:
    """The card of one client in the language of the page."""
    site = Site.objects.get(pk=client.site_id)
    phone = site.phone or Organisation.objects.values_list("phone", flat=True).first() or ""
    lines = [
        (_("Call or text, any hour"), "988"),
        (_("Danger to life"), "911"),
    ]
    if phone:
        lines.append((sender_name() or _("Us"), phone))
    own = _own_lines(actor, client)
    return Card(
        title=_("If it gets hard"),
        lines=tuple(lines),
        breathing=(
            _("No breath, blue lips, no answer: call 911."),
            _("Naloxone into the nose. Breathe for them."),
            _("Still no breath? A second dose after 2 to 3 minutes."),
            _("On their side only once they breathe. Stay."),
        ),
        own_title=_("What helps me"),
        own=tuple(own[:MOST_OWN]) or ("", "", ""),
    )


def _own_lines(actor: Actor, client: Client) -> list[str]:
    """What helps, in the words of the plan in force, where the reader may read it."""
    plan = plan_in_force(actor, client)
    if plan is None:
        return []
    kept: Any = plan.parts
    sections = parts_of(kept)
    lines = [line.text for code in OWN_SECTIONS for line in sections.get(code, ())]
    return [line[:LONGEST] for line in lines]


def make_card(actor: Actor, client_id: UUID, now: datetime) -> Document:
    """The card to print, in the client's language; the same lines on the same day are one.

    The caller has reached the client.
    """
    rows = Client.objects.for_actor(Actor.of_service("aftercare.cards"), Purpose.OPERATIONS)
    client: Client = rows.select_related("site").get(pk=client_id)
    with override(client.language or "en"):
        card = card_of(actor, client)
        content: dict[str, Any] = {
            "lang": (client.language or "en").split("-")[0],
            "author": sender_name(),
            "title": card.title,
            "lines": [list(line) for line in card.lines],
            "breathing": list(card.breathing),
            "own_title": card.own_title,
            "own": list(card.own),
            "cut": _("Cut along the line and fold once."),
        }
    return make_document(
        actor=actor, client=client, kind=KIND, title=KIND, subject_id=client.pk, content=content,
        now=now, once=True,
    )  # fmt: skip
