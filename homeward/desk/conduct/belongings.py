"""Belongings on one client's tab: the consent, searches, and what was found."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.conduct import words
from homeward.conduct.actions.searches import consent_in_force
from homeward.conduct.models import BelongingsSearch, FoundItem, Witness
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act
from homeward.desk.conduct.lines import Line, at_wall
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def search_lines(actor: Actor, client: Client, zone: str) -> list[Line]:
    """The last searches, what was found and what became of it, disputed ones marked."""
    rows = BelongingsSearch.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    found = rows.select_related("by", "second").order_by("-at")[:10]
    disputed = _disputed(actor, client)
    lines = [
        Line(
            _("The client said no; nothing was looked through")
            if row.is_declined
            else ", ".join(words.words(words.PLACES, place) for place in row.places),
            f"{at_wall(row.at, zone)} · {row.by.name}"
            + (f", {row.second.name}" if row.second else ""),
            disputed.get(row.pk, ""),
            "urgent",
        )
        for row in found
    ]
    things = FoundItem.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    for row in things.order_by("ended_at", "-secured_at")[:10]:
        ended = row.ended_at is not None
        lines.append(
            Line(
                f"{words.words(words.ITEMS, row.kind)}: {row.words}",
                words.words(words.WAYS, row.way) if ended else row.secured_where,
                disputed.get(row.pk) or (_("ended") if ended else _("locked up")),
                "urgent" if row.pk in disputed else "neutral" if ended else "attention",
                None
                if ended
                else Act(
                    _("What becomes of it"), reverse("desk:conduct_item", args=[row.pk]),
                    about=words.words(words.ITEMS, row.kind),
                ),
            )
        )  # fmt: skip
    return lines


def _disputed(actor: Actor, client: Client) -> dict[Any, str]:
    """Searches and endings whose second person says that they were not there."""
    rows = Witness.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, was_there=False
    )
    return {
        row.search_id or row.item_id: _("disputed: %(name)s says they were not there")
        % {"name": row.worker.name}
        for row in rows.select_related("worker")
    }


def search_consent_of(client: Client, at_door: bool) -> dict[str, Any]:
    """Whether they agreed in writing, and what may be done about it."""
    held = consent_in_force(client.pk)
    said = (
        _("Agreed in writing on %(day)s that belongings may be looked through.")
        % {"day": date_format(local_day(held.signed_at, client.site.time_zone), "j M Y")}
        if held
        else _("Has not agreed to searches of belongings. Nothing is looked through.")
    )
    url = reverse("desk:conduct_search_consent", args=[client.pk])
    act = Act(_("End the consent") if held else _("Sign the consent"), url)
    return {"consent": said, "consent_act": act if at_door else None}
