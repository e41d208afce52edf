"""The client's own handouts, the newest first, in the wording they were given.

Beside them stands what their groups have talked about, and what is still to come.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.forms import ActionForm
from homeward.curriculum.hearing import Hearing, hearing_of
from homeward.curriculum.models import HandedOut, Material, SheetChoice
from homeward.curriculum.queries import handed_to, newest_versions
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
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One thing the groups talk about, and when."""

    title: str
    when: str


@dataclass(frozen=True, slots=True)
class Learning:
    """The sheets, what was heard, and what comes; a topic stands in one list only."""

    sheets: tuple[HandoutLine, ...]
    heard: tuple[TopicLine, ...]
    coming: tuple[TopicLine, ...]

    @classmethod
    def of(cls, own: Own) -> "Learning":
        """Outside an episode there are the sheets alone."""
        sheets = own_handouts(own)
        if own.episode is None:
            return cls(sheets, (), ())
        topics = hearing_of(own.actor, own.episode, own.now)
        titles = _titles(own, topics)
        heard = [each for each in topics if each.state == "heard"]
        heard.sort(key=lambda each: each.last_on or date.min, reverse=True)
        coming = [each for each in topics if each.state != "heard"]
        coming.sort(key=lambda each: (each.next_on is None, each.next_on or date.max))
        return cls(
            sheets,
            tuple(TopicLine(titles[each.topic.pk], _day(each.last_on)) for each in heard),
            tuple(TopicLine(titles[each.topic.pk], _day(each.next_on)) for each in coming),
        )


def _day(on: date | None) -> str:
    return date_format(on, "l j F") if on else ""


def _titles(own: Own, topics: tuple[Hearing, ...]) -> dict[UUID, str]:
    """Each topic as its sheet is called in the client's language, else by its own name."""
    spoken = own.client.language[:2]
    wordings = newest_versions(each.topic.pk for each in topics)
    return {
        each.topic.pk: wordings[key].title
        if (key := (each.topic.pk, str(Material.Kind.HANDOUT), spoken)) in wordings
        else each.topic.title
        for each in topics
    }


@dataclass(frozen=True, slots=True)
class HandoutPage:
    """One handout as it reads."""

    title: str
    lead: str
    language: str
    is_in_english_only: bool
    blocks: tuple[Block, ...]
    when: str
    handed_id: UUID
    is_kept: bool
    form: ActionForm

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
            row.pk,
            row.pk in kept_by(own),
            ActionForm(),
        )


def kept_by(own: Own) -> frozenset[UUID]:
    """The handouts that the client wants on their phone."""
    rows = SheetChoice.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    kept = rows.filter(client=own.client, is_kept=True)
    return frozenset(kept.values_list("handed_id", flat=True))


def new_handouts(own: Own) -> tuple[HandoutLine, ...]:
    """What was handed out in the last days, for the first page."""
    rows = HandedOut.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return _lines(own, rows.filter(client=own.client, handed_at__gt=own.now - NEW_FOR))


def own_handouts(own: Own) -> tuple[HandoutLine, ...]:
    """Every handout on the client's page."""
    rows = HandedOut.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return _lines(own, rows.filter(client=own.client), kept_by(own))


def _lines(own: Own, rows: Any, kept: frozenset[UUID] = frozenset()) -> tuple[HandoutLine, ...]:
    return tuple(
        HandoutLine(
            row.material_version.title,
            _("from %(day)s") % {"day": date_format(own.at_wall(row.handed_at), "j F Y")},
            reverse("portal:handout", args=[row.pk]),
            row.pk in kept,
        )
        for row in handed_to(rows)
    )
