"""Questionnaires that are due or overdue on one's own caseload, the most pressing first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.clients.reach import chart_url
from homeward.desk.measures.pages.scores import short_title
from homeward.desk.words import initials_of
from homeward.instruments.rules.schedule import Due, Standing
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.progress.measuring import pressing_for

MOST_PRESSING = 5


@dataclass(frozen=True, slots=True)
class Pressing:
    """One client with the questionnaire that presses most, and the way to ask it."""

    initials: str
    name: str
    url: str
    words: str
    tag: str
    tone: str
    act: Act


def questionnaires_due(
    actor: Actor, episodes: Sequence[Episode], today: date, opens: frozenset[UUID]
) -> tuple[tuple[Pressing, ...], int]:
    """The most pressing, one line a client, overdue before due; and how many more there are.

    Nothing for who may not ask a questionnaire. `opens` are the clients whose chart opens for the
    reader.
    """
    if not episodes or not may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE):
        return (), 0
    clients = {episode.client_id: episode.client for episode in episodes}
    found = pressing_for(actor, list(clients.values()), today)
    order = sorted(
        found.items(), key=lambda each: (each[1].standing is not Standing.OVERDUE, each[1].due_on)
    )
    shown = tuple(
        _pressing(clients[client_id], due, chart_url(client_id, opens))
        for client_id, due in order[:MOST_PRESSING]
    )
    return shown, len(order) - len(shown)


def _pressing(client: Client, due: Due, url: str) -> Pressing:
    name = short_title(due.instrument)
    day = date_format(due.due_on, "j M")
    is_overdue = due.standing is Standing.OVERDUE
    return Pressing(
        initials=initials_of(client.name),
        name=client.short_name,
        url=url,
        words=name,
        tag=(_("since %(day)s") if is_overdue else _("by %(day)s")) % {"day": day},
        tone="urgent" if is_overdue else "attention",
        act=Act(
            _("Ask"), reverse("desk:questionnaire", args=[client.pk, due.instrument]), about=name
        ),
    )
