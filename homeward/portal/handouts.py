"""The client's own handouts, the newest first, in the wording they were given."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.curriculum.models import HandedOut
from homeward.curriculum.queries import handed_to
from homeward.kernel.purposes import Purpose
from homeward.portal.own import Own
from homeward.publishing.rules.markup import Block, blocks_of

NEW_FOR = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class HandoutLine:
    """One handout in the list."""

    title: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class HandoutPage:
    """One handout as it reads."""

    title: str
    lead: str
    language: str
    is_in_english_only: bool
    blocks: tuple[Block, ...]
    when: str

    @classmethod
    def of(cls, own: Own, handed_id: UUID) -> "HandoutPage":
        """Raises HandedOut.DoesNotExist for what is not the client's own."""
        rows = HandedOut.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
        row = rows.select_related("material_version__material").get(pk=handed_id, client=own.client)
        wording = row.material_version
        language = wording.material.language
        return cls(
            wording.title,
            wording.lead,
            language,
            own.client.language[:2] != language,
            blocks_of(wording.body),
            date_format(own.at_wall(row.handed_at), "j F Y"),
        )


def new_handouts(own: Own) -> tuple[HandoutLine, ...]:
    """What was handed out in the last days, for the first page."""
    rows = HandedOut.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return _lines(own, rows.filter(client=own.client, handed_at__gt=own.now - NEW_FOR))


def own_handouts(own: Own) -> tuple[HandoutLine, ...]:
    """Every handout on the client's page."""
    rows = HandedOut.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return _lines(own, rows.filter(client=own.client))


def _lines(own: Own, rows: Any) -> tuple[HandoutLine, ...]:
    return tuple(
        HandoutLine(
            row.material_version.title,
            _("from %(day)s") % {"day": date_format(own.at_wall(row.handed_at), "j F Y")},
            reverse("portal:handout", args=[row.pk]),
        )
        for row in handed_to(rows)
    )
