"""What the pages after care print."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.aftercare import words
from homeward.aftercare.models import Leaving
from homeward.aftercare.queries import Listed, check_ups_due, figures, to_settle
from homeward.aftercare.rules import checkups as rules
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Cell, Column, Face, Fact, Figure, Need, Row, Table
from homeward.desk.offered import is_offered, offered_of
from homeward.desk.words import initials_of
from homeward.kernel.records import RecordClass
from homeward.people.actions import may_end_stop
from homeward.people.models import Stop
from homeward.progress.actions import may_sign_for
from homeward.progress.losing import Lost, out_of_contact
from homeward.progress.rules.contact import CLOSE

MOST_SETTLED = 8


@dataclass(frozen=True, slots=True)
class CarePage:
    """Whom to reach, what to settle, who is out of contact, and what the figures say."""

    due: tuple[Need, ...]
    lost: tuple[Need, ...]
    settle: tuple[Need, ...]
    settle_aside: str
    strip: tuple[Figure, ...]
    table: Table

    @classmethod
    def of(cls, actor: Actor, now: datetime) -> "CarePage":
        """Everything in the reader's reach."""
        told, settle = figures(actor, now), to_settle(actor, now)
        due, lost = check_ups_due(actor, now), []
        if may(actor.roles, RecordClass.SCHEDULE, Access.READ):
            lost = out_of_contact(actor, now)
        tried = offered_of(
            actor, "desk:follow_up", [item.row.client_id for item in due], RecordClass.MESSAGES
        )
        ended = offered_of(
            actor, "desk:discharge", [item.episode.client_id for item in lost], RecordClass.NOTES,
            Access.SIGN,
        )  # fmt: skip
        settled = offered_of(
            actor, "desk:appointment_settle", [row.client_id for row in settle[:MOST_SETTLED]]
        )
        return cls(
            due=tuple(_due(item, item.row.client_id in tried) for item in due),
            lost=tuple(_lost(item, item.episode.client_id in ended) for item in lost),
            settle=tuple(_settle(row, row.client_id in settled) for row in settle[:MOST_SETTLED]),
            settle_aside=_("%(shown)s of %(all)s, the oldest first")
            % {"shown": MOST_SETTLED, "all": len(settle)}
            if len(settle) > MOST_SETTLED
            else "",
            strip=_strip(told[0]),
            table=_table(told),
        )


def after_words(months: int) -> str:
    """Which check-up it is; 0 is all of them."""
    if not months:
        return _("All")
    return ngettext("After %(count)s month", "After %(count)s months", months) % {"count": months}


def _face(client: Any, url: str = "") -> Face:
    return Face(initials_of(client.name), client.short_name, url)


def _due(item: Listed, is_offered: bool) -> Need:
    due = date_format(item.row.due_on, "j F")
    is_due = item.decision.outcome == rules.DUE
    fact = (
        after_words(item.row.months)
        + " · "
        + (_("due since %(day)s") if is_due else _("due on %(day)s")) % {"day": due}
    )
    way = str(words.CHANNELS.get(item.wish.channel, ""))
    tries = ngettext("%(count)s try", "%(count)s tries", item.tries) % {"count": item.tries}
    sub = _("%(way)s, %(first)s to %(last)s o’clock · %(tries)s") % {
        "way": way, "first": item.wish.from_hour, "last": item.wish.until_hour, "tries": tries,
    }  # fmt: skip
    act = None
    if is_offered:
        act = Act(_("Write down a try"), reverse("desk:follow_up", args=[item.row.pk]))
    return Need(_face(item.row.client), fact, sub, act, "attention" if is_due else "neutral")


def _lost(item: Lost, is_offered: bool) -> Need:
    client = item.episode.client
    days = ngettext("%(count)s day", "%(count)s days", item.away.days) % {"count": item.away.days}
    fact = _("not seen for %(days)s") % {"days": days}
    tries = ngettext("%(count)s try since", "%(count)s tries since", item.away.tries)
    sub = " · ".join(
        (
            tries % {"count": item.away.tries},
            _("the case is closed now")
            if item.decision.outcome == CLOSE
            else _("the team decides"),
        )
    )
    act = None
    if is_offered:
        act = Act(_("Open the discharge"), reverse("desk:discharge", args=[client.pk]))
    return Need(
        _face(client), fact, sub, act, "urgent" if item.decision.outcome == CLOSE else "attention"
    )


def _settle(row: Any, is_offered: bool) -> Need:
    when = date_format(timezone.localtime(row.at), "D j M, H:i")
    act = None
    if is_offered:
        act = Act(_("Kept or missed"), reverse("desk:appointment_settle", args=[row.pk]))
    return Need(
        _face(row.client), _("appointment on %(when)s") % {"when": when}, row.with_whom, act
    )


def _strip(all_of: rules.Figures) -> tuple[Figure, ...]:
    percent = "" if all_of.percent is None else f" ({all_of.percent}%)"
    return (
        Figure(
            _("%(reached)s of %(due)s") % {"reached": all_of.reached, "due": all_of.due} + percent,
            _("reached of due, 13 months"),
        ),
        Figure(str(all_of.not_reached), _("not reached")),
        Figure(str(all_of.not_tried), _("not tried often enough")),
        Figure(str(all_of.waiting), _("still open")),
        Figure(str(all_of.tries), _("tries")),
    )


def _table(told: dict[int, rules.Figures]) -> Table:
    names = ("due", "reached", "declined", "not_reached", "not_tried", "no_consent", "waiting",
             "stopped", "returned", "tries")  # fmt: skip
    heads = (
        _("Due"), _("Reached"), _("Declined"), _("Not reached"), _("Not tried"), _("No consent"),
        _("Open"),
        _("Stopped"), _("Came back"), _("Tries"),
    )  # fmt: skip
    return Table(
        caption=_("Check-ups whose day has come; stopped and came back are not in “due”"),
        columns=(Column(_("Check-up")), *(Column(head, numeric=True) for head in heads)),
        rows=tuple(
            Row(
                (
                    Cell(after_words(months)),
                    *(Cell(str(getattr(line, name))) for name in names),
                )
            )
            for months, line in told.items()
        ),
    )


@dataclass(frozen=True, slots=True)
class LeftPage:
    """Somebody left: what was done, and what is still to do."""

    facts: tuple[Fact, ...]
    seconds: str
    acts: tuple[Act, ...]

    @classmethod
    def of(cls, actor: Actor, episode: Any, row: Leaving) -> "LeftPage":
        """As it was written down."""
        client_id = episode.client_id
        acts = [Act(_("Crisis card"), reverse("desk:crisis_card", args=[client_id]), "primary")]
        if row.card_id and may(actor.roles, RecordClass.NOTES, Access.READ):
            url = reverse("desk:document", args=[row.card_id])
            acts[0] = Act(_("Print the crisis card"), url, "primary")
        if may_sign_for(actor, episode.client):
            acts.append(Act(_("Finish the discharge"), reverse("desk:discharge", args=[client_id])))
        again = reverse("desk:leaving_now", args=[client_id]) + "?again=1"
        acts.append(Act(_("Once more"), again, "plain"))
        return cls(
            facts=tuple(
                Fact(str(label), str(words.ANSWERS[step].get(row.answers.get(step, ""), "")))
                for step, label in words.STEPS.items()
            )
            + ((Fact(_("Anything else"), row.words),) if row.words else ()),
            seconds=ngettext("%(count)s second", "%(count)s seconds", row.seconds)
            % {"count": row.seconds}
            if row.seconds is not None
            else "",
            acts=tuple(acts),
        )


@dataclass(frozen=True, slots=True)
class StopPage:
    """The stop that stands."""

    kind: str
    facts: tuple[Fact, ...]
    act: Act | None

    @classmethod
    def of(cls, actor: Actor, client: Any, row: Stop) -> "StopPage":
        """As it was written down."""
        known = may(actor.roles, RecordClass.SCHEDULE, Access.READ)
        facts = [
            Fact(_("Since"), date_format(row.since_on, "j F Y")),
            Fact(_("Who told"), str(words.KNOWN_BY.get(row.known_by, ""))),
            Fact(
                _("Written down"),
                " · ".join(
                    filter(
                        None,
                        (
                            row.recorded_by.name if row.recorded_by else "",
                            date_format(timezone.localtime(row.recorded_at), "j F Y, H:i"),
                        ),
                    )
                ),
            ),
        ]
        if known and row.note:
            facts.append(Fact(_("Note"), row.note))
        return cls(
            kind=str(words.STOPS[row.kind]),
            facts=tuple(facts),
            act=Act(_("End this stop"), reverse("desk:stop_end", args=[row.pk]))
            if may_end_stop(actor, row) and is_offered(actor, "desk:stop_end", client)
            else None,
        )
