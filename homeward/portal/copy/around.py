"""What stands around the care, in the copy: needs and where they led, appointments, talks about
rules, and who received what.

Talks are in the words of the client's own page; the list of what left is the account they are owed
(42 CFR 2.25), all of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.linkage.models import Need, NeedReferral, OutsideAppointment
from homeward.linkage.words import APPOINTMENT_STATES, NEEDS, REFERRAL_OUTCOMES, REFERRAL_STATES
from homeward.portal.account import AccountLine, every_line
from homeward.portal.conduct import NoteLine, Talk, every_note, every_talk
from homeward.portal.copy.parts import Part, Text
from homeward.portal.own import Own
from homeward.progress.models import Appointment


@dataclass(frozen=True, slots=True)
class Around:
    """The rows, oldest first; what left the newest first."""

    needs: tuple[Need, ...]
    referrals: tuple[NeedReferral, ...]
    outside: tuple[OutsideAppointment, ...]
    aftercare: tuple[Appointment, ...]
    talks: tuple[Talk, ...]
    short_notes: tuple[NoteLine, ...]
    left: tuple[AccountLine, ...]

    @classmethod
    def of(cls, own: Own, rows: Callable[..., Any]) -> "Around":
        """`rows` reads one model in the person's own scope."""
        return cls(
            needs=tuple(rows(Need, "opened_at")),
            referrals=tuple(rows(NeedReferral, "sent_at").select_related("service", "need")),
            outside=tuple(rows(OutsideAppointment, "at")),
            aftercare=tuple(rows(Appointment, "at")),
            talks=every_talk(own),
            short_notes=every_note(own, get_language() or ""),
            left=every_line(own),
        )


def parts(around: Around, own: Own) -> tuple[Part, ...]:
    """In words."""
    return (
        _needs(around, own), _referrals(around, own), _appointments(around, own), _talks(around),
        _left(around),
    )  # fmt: skip


def _needs(around: Around, own: Own) -> Part:
    states = {"open": _("open"), "met": _("met"), "dropped": _("set aside")}
    return Part(
        _("What you need beside care"),
        (_("What"), _("Since"), _("How it stands"), _("Your words")),
        tuple(
            (
                str(NEEDS.get(row.kind, row.kind)), _day(own, row.opened_at),
                states.get(row.state, row.state), row.own_words,
            )
            for row in around.needs
        ),
    )  # fmt: skip


def _referrals(around: Around, own: Own) -> Part:
    def stands(row: NeedReferral) -> str:
        words = REFERRAL_OUTCOMES.get(row.outcome) or REFERRAL_STATES.get(row.state, row.state)
        return ". ".join(filter(None, (str(words), row.reason)))

    return Part(
        _("Where you were sent for it"),
        (_("Day"), _("What"), _("Place"), _("How it stands")),
        tuple(
            (
                _day(own, row.sent_at), str(NEEDS.get(row.need.kind, row.need.kind)),
                row.service.name, stands(row),
            )
            for row in around.referrals
        ),
    )  # fmt: skip


def _appointments(around: Around, own: Own) -> Part:
    kept = {True: _("kept"), False: _("missed"), None: ""}
    lines = [
        (row.at, row.provider, row.place, str(APPOINTMENT_STATES.get(row.state, row.state)))
        for row in around.outside
    ]
    lines += [(row.at, row.with_whom, row.place, kept[row.kept]) for row in around.aftercare]
    return Part(
        _("Appointments at other places"),
        (_("When"), _("With whom"), _("Place"), _("How it stands")),
        tuple((_at(own, at), *told) for at, *told in sorted(lines, key=lambda line: line[0])),
    )


def _talks(around: Around) -> Part:
    return Part(_("Rules and talks"), texts=tuple(_each_talk(around)))


def _each_talk(around: Around) -> Iterator[Text]:
    for talk in around.talks:
        lines = [talk.happened, talk.words, talk.consequence, talk.ground]
        lines += [f"{stance}. {words}".rstrip() for stance, words, _on in talk.said]
        if talk.appeal:
            lines.append(
                _("You asked to look at it again: %(words)s") % {"words": talk.appeal_words}
            )
            lines += [talk.appeal, talk.appeal_answer]
        sub = f"{talk.when} · {talk.with_whom}"
        yield Text(talk.title, sub, "\n".join(filter(None, lines)))
    for note in around.short_notes:
        lines = [note.words, *(f"{stance}. {words}".rstrip() for stance, words, _on in note.said)]
        yield Text(_("A short note"), note.when, "\n".join(filter(None, [note.rule, *lines])))


def _left(around: Around) -> Part:
    return Part(
        _("Who received something about you"),
        (_("When"), _("Who"), _("What"), _("What for"), _("Why it was allowed"), _("How")),
        tuple(
            (
                line.when, line.who, line.what, line.why,
                ". ".join(filter(None, (line.basis, line.unasked))), line.how,
            )
            for line in around.left
        ),
    )  # fmt: skip


def _day(own: Own, instant: datetime) -> str:
    return date_format(own.at_wall(instant), "DATE_FORMAT")


def _at(own: Own, instant: datetime) -> str:
    return date_format(own.at_wall(instant), "DATETIME_FORMAT")
