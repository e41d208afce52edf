"""What the client asked to keep, with the answers; how they may be reached, with what was sent."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.models import RestrictionAnswer, RestrictionRequest
from homeward.consents.paper import RECEIVERS, RECORDS, listed
from homeward.kernel.purposes import Purpose
from homeward.notices.inbound import said_stop
from homeward.notices.labels import CODES, STATES
from homeward.notices.models import Channel
from homeward.notices.queries import choices_of, notices_of
from homeward.people.models import Contact
from homeward.portal.own import Own
from homeward.portal.sharing_forms import WAYS


@dataclass(frozen=True, slots=True)
class Line:
    """A fact, what stands below it, and how it stands."""

    fact: str
    sub: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """The newest first."""

    lines: tuple[Line, ...]

    @classmethod
    def of(cls, own: Own) -> "Wishes":
        """Each wish with the last answer."""
        rows = RestrictionRequest.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
        said = RestrictionAnswer.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
        last = {row.request_id: row for row in said.filter(client_id=own.client.pk).order_by("at")}
        asked = rows.filter(client_id=own.client.pk).select_related("contact", "party")
        return cls(tuple(_wish(own, row, last.get(row.pk)) for row in asked.order_by("-asked_at")))


@dataclass(frozen=True, slots=True)
class Reach:
    """Each way, and the notices that went."""

    ways: tuple[Line, ...]
    sent: tuple[Line, ...]

    @classmethod
    def of(cls, own: Own) -> "Reach":
        """As the client said last."""
        return cls(tuple(_ways(own)), tuple(_sent(own)))


def contacts_of_mine(own: Own) -> list[Contact]:
    """The people beside the client, by name."""
    rows = Contact.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return list(rows.filter(client_id=own.client.pk).order_by("name"))


def _wish(own: Own, row: RestrictionRequest, answer: RestrictionAnswer | None) -> Line:
    named = row.contact or row.party
    whom = str(named.name) if named else ""
    if not whom and row.recipient_class:
        whom = listed([row.recipient_class], RECEIVERS)
    asked = date_format(own.at_wall(row.asked_at), "DATE_FORMAT")
    words, tone = _("waits for an answer"), "attention"
    reason = ""
    if answer is not None:
        agreed = answer.is_agreed
        words, tone = (_("agreed"), "done") if agreed else (_("not agreed"), "neutral")
        reason = "" if agreed else answer.reason
    return Line(
        listed(row.classes, RECORDS),
        " · ".join(filter(None, (whom or _("from everybody outside"), asked, reason))),
        words,
        tone,
    )


def _ways(own: Own) -> list[Line]:
    said = choices_of(own.client, actor=own.actor)
    lines = [Line(_("A note on this page"), "", _("always"), "done")]
    for code in (each for each in Channel.values if each in WAYS):
        choice = said.get(code)
        if choice and choice.is_wanted and code == Channel.TEXT and said_stop(choice.address):
            sub = " · ".join((choice.address, _("Text START from it to get texts again.")))
            lines.append(Line(str(WAYS[code]), sub, _("stopped"), "neutral"))
            continue
        if choice is None or not choice.is_wanted:
            state = _("never") if choice else _("not asked")
            lines.append(Line(str(WAYS[code]), "", state, "neutral"))
            continue
        hours = _("from %(first)s:00 to %(last)s:00") % {
            "first": choice.from_hour, "last": choice.until_hour,
        }  # fmt: skip
        lines.append(Line(str(WAYS[code]), f"{choice.address} · {hours}", _("yes"), "done"))
    return lines


def _sent(own: Own) -> list[Line]:
    lines = []
    for row in notices_of(own.actor, own.client, 20):
        outcome = getattr(row, "outcome", None)
        words, tone = STATES[outcome.state if outcome else "waiting"]
        day = date_format(own.at_wall(row.queued_at), "DATETIME_FORMAT")
        lines.append(Line(str(CODES.get(row.code, row.code)), day, str(words), tone))
    return lines
