"""What the notices of a client print."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.core.reasons_words import words_for
from homeward.desk.admissions.times import when
from homeward.kernel.records import RecordClass
from homeward.notices.carriers import connected
from homeward.notices.inbound import said_stop
from homeward.notices.labels import CHANNELS, CODES, STATES
from homeward.notices.models import Channel, Notice
from homeward.notices.queries import choices_of, notices_of
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """One way to reach the client, what they said, and whether anything carries it."""

    name: str
    sub: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One notice and what became of it."""

    what: str
    sub: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True)
class Notices:
    """How the client may be reached, and what went out."""

    channels: tuple[ChannelLine, ...]
    notices: tuple[NoticeLine, ...]
    acts: tuple[Act, ...]
    unconnected: str

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "Notices":
        """As the actor may read it."""
        writes = may(actor.roles, RecordClass.MESSAGES, Access.WRITE)
        loose = [str(CHANNELS[code]) for code in Channel.values if not connected(code)]
        return cls(
            tuple(_channels(actor, client)),
            tuple(_line(row) for row in notices_of(actor, client)),
            (
                Act(_("Send a notice"), reverse("desk:notice_new", args=[client.pk]), "primary"),
                Act(_("What they said"), reverse("desk:contact_choice", args=[client.pk])),
            )
            if writes
            else (),
            ", ".join(loose),
        )


def agreed_channels(client: Client) -> list[tuple[str, str]]:
    """The channels that may be used now; the client's own page always may."""
    said = choices_of(client)
    agreed = [
        (code, str(CHANNELS[code]))
        for code, row in said.items()
        if row.is_wanted and not (code == Channel.TEXT and said_stop(row.address))
    ]
    return [("note", str(CHANNELS["note"])), *(each for each in agreed if each[0] != "note")]


def _channels(actor: Actor, client: Client) -> list[ChannelLine]:
    said = choices_of(client, actor=actor)
    lines = []
    for code in Channel.values:
        choice = said.get(code)
        if code == Channel.NOTE:
            lines.append(ChannelLine(str(CHANNELS[code]), "", _("always"), "done"))
        elif choice is None:
            lines.append(ChannelLine(str(CHANNELS[code]), "", _("not asked"), "neutral"))
        elif code == Channel.TEXT and choice.is_wanted and said_stop(choice.address):
            lines.append(
                ChannelLine(
                    str(CHANNELS[code]),
                    " · ".join((choice.address, _("START, sent from it, lets texts come again"))),
                    _("said STOP"),
                    "urgent",
                )
            )
        elif not choice.is_wanted:
            lines.append(ChannelLine(str(CHANNELS[code]), when(choice.said_at), _("no"), "urgent"))
        else:
            hours = _("from %(first)s:00 to %(last)s:00") % {
                "first": choice.from_hour, "last": choice.until_hour,
            }  # fmt: skip
            sub = " · ".join((choice.address, hours, when(choice.said_at)))
            lines.append(ChannelLine(str(CHANNELS[code]), sub, _("yes"), "done"))
    return lines


def _line(row: Notice) -> NoticeLine:
    outcome = getattr(row, "outcome", None)
    words, tone = STATES[outcome.state if outcome else "waiting"]
    why = words_for(outcome.reason) if outcome and outcome.reason else ""
    by = row.queued_by.name if row.queued_by else _("Homeward itself")
    parts = (when(row.queued_at), str(CHANNELS[row.channel]), by, why)
    return NoticeLine(
        str(CODES.get(row.code, row.code)), " · ".join(filter(None, parts)), str(words), tone
    )
