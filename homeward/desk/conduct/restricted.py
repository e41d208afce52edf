"""Restrictions of one client as those may see them: the reason for few, the rest for the team."""

from datetime import date
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.conduct import words
from homeward.conduct.models import ContactRestriction
from homeward.conduct.reaching import every, is_about, is_in_charge, may_lead
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.conduct.lines import Line
from homeward.people.models import Client
from homeward.timetable.models import GroupMembership
from homeward.timetable.seating import standing_on


def restriction_lines(actor: Actor, client: Client, today: date) -> tuple[Line, ...]:
    """What binds this client now or will; nothing for who does not lead their care.

    The other person is named only to who set it and to who is in charge; the other client's own
    team sees that a placement rule holds and whom to ask.
    """
    if not may_lead(actor, client):
        return ()
    rows = (
        every(ContactRestriction)
        .filter(Q(client_id=client.pk) | Q(other_id=client.pk))
        .filter(review_on__gt=today, ended_on=None)
        .select_related("other", "worker", "contact", "ask", "by", "client")
        .order_by("review_on")
    )
    return tuple(_line(actor, client, row) for row in rows if not is_about(actor, row))


def knows_whole(actor: Actor, row: ContactRestriction) -> bool:
    """Whether the actor may read who it is about and why: its author, and who is in charge.

    Never the one it keeps away, whatever their office.
    """
    return not is_about(actor, row) and (row.by_id == actor.worker_id or is_in_charge(actor))


def other_name(row: ContactRestriction, client_id: UUID) -> str:
    """Who the other one is."""
    if row.other is not None:
        return row.other.name if row.client_id == client_id else row.client.name
    if row.worker is not None:
        return row.worker.name
    return row.contact.name if row.contact is not None else row.visitor


def _line(actor: Actor, client: Client, row: ContactRestriction) -> Line:
    until = _("review day %(day)s") % {"day": date_format(row.review_on, "j M Y")}
    if not knows_whole(actor, row):
        return Line(
            _("A placement rule holds. Ask %(name)s before seating.") % {"name": row.ask.name},
            until,
        )
    sub = [words.words(words.BETWEEN, row.between), until]
    if shared := shared_groups(row):
        sub.append(_("still together in %(groups)s") % {"groups": shared})
    return Line(
        _("Stays away from %(name)s") % {"name": other_name(row, client.pk)},
        " · ".join(sub),
        words.words(words.REACHES, row.reach),
        "attention" if shared else "neutral",
        Act(
            _("Review"), reverse("desk:conduct_restriction", args=[row.pk]),
            about=other_name(row, client.pk),
        ),
    )  # fmt: skip


def shared_groups(row: ContactRestriction) -> str:
    """Groups in which the two still hold standing seats, or the worker leads the client's group."""
    standing = every(GroupMembership).filter(standing_on(row.starts_on), client_id=row.client_id)
    if row.other_id is not None:
        theirs = every(GroupMembership).filter(standing_on(row.starts_on), client_id=row.other_id)
        standing = standing.filter(group_id__in=theirs.values("group_id"))
    elif row.worker_id is not None:
        standing = standing.filter(group__leader_id=row.worker_id)
    else:
        return ""
    return ", ".join(sorted(set(standing.values_list("group__name", flat=True))))
