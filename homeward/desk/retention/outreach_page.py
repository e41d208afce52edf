"""Who is to be reached, by whom, by when and by which ways; one ladder with its rungs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.components import Act, Moment, Tab
from homeward.core.forms import ActionForm
from homeward.desk.clients.reach import chart_url, initials_for, openable, short_name_for
from homeward.desk.retention.shown import moment_words
from homeward.kernel.reasons import Decision
from homeward.program.queries import numbers_for
from homeward.progress.outreach import Missed
from homeward.progress.rules.outreach import STEPS, LadderNumbers
from homeward.progress.words import CHANNELS, TRIES
from homeward.progress.words import STEPS as STEP_WORDS
from homeward.retention.models import OutreachRung
from homeward.retention.queries import ToReach, worklist
from homeward.retention.words import BECAUSE

MINE = "mine"
NO_VOICEMAIL = "never"


@dataclass(frozen=True, slots=True)
class Press:
    """One button: a whole try."""

    value: str
    label: str
    kind: str = "quiet"


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One client to reach."""

    initials: str
    name: str
    url: str
    fact: str
    sub: str
    due: str
    tone: str
    is_in_danger: bool
    address: str
    step: str
    presses: tuple[Press, ...]
    open_act: Act
    form: ActionForm


@dataclass(frozen=True, slots=True)
class ReachList:
    """The whole list."""

    subline: str
    filters: tuple[Tab, ...]
    rows: tuple[ReachRow, ...]

    @classmethod
    def of(cls, actor: Actor, show: str, now: datetime) -> "ReachList":
        """Danger first, then what is due first."""
        found = worklist(actor, now)
        mine = [row for row in found if row.rung and row.rung.owner_id == actor.worker_id]
        shown = mine if show == MINE else found
        opens = openable(actor, (row.item.mark.client_id for row in shown))
        here = reverse("desk:outreach_list")
        late = sum(row.due_at < now for row in found)
        return cls(
            subline=_subline(len(found), late),
            filters=(
                Tab(_("Everybody in your reach"), here, show != MINE, len(found)),
                Tab(_("Yours"), f"{here}?show={MINE}", show == MINE, len(mine)),
            ),
            rows=tuple(_row(actor, row, opens, now) for row in shown),
        )


def _subline(count: int, late: int) -> str:
    said = ngettext(
        "%(count)s person did not come and is not reached yet",
        "%(count)s people did not come and are not reached yet",
        count,
    ) % {"count": count}
    steps = ngettext("%(count)s step is late", "%(count)s steps are late", late)
    return f"{said} · {steps % {'count': late}}" if late else said


def _row(actor: Actor, row: ToReach, opens: frozenset[UUID], now: datetime) -> ReachRow:
    client: Any = row.item.mark.client
    address = reverse("desk:outreach", args=[row.item.mark.pk])
    is_late = row.due_at < now
    due = _("due since %(when)s") if is_late else _("by %(when)s")
    owner = row.rung.owner.name if row.rung else _("given to nobody yet")
    return ReachRow(
        initials=initials_for(actor, client),
        name=short_name_for(actor, client),
        url=chart_url(client.pk, opens),
        fact=away_words(row.item),
        sub=f"{STEP_WORDS[row.item.next.step]} · {owner} · {tries_words(row.item)}",
        due=due % {"when": moment_words(row.due_at)},
        tone="urgent" if is_late or row.item.is_in_danger else "attention",
        is_in_danger=row.item.is_in_danger,
        address=address,
        step=row.item.next.step,
        presses=_presses(row.rung),
        open_act=Act(_("Open"), address, about=short_name_for(actor, client)),
        form=ActionForm(),
    )


def _presses(rung: OutreachRung | None) -> tuple[Press, ...]:
    """The buttons that the ways known when the rung was opened allow; each try asks again."""
    known = rung.decision["extras"] if rung else {}
    open_ways, voicemail = known.get("channels", ["call"]), known.get("voicemail", "")
    made = []
    if "text" in open_ways:
        made.append(Press("text:sent", _("Send the text")))
    if "call" in open_ways:
        made.append(Press("call:reached", _("Reached"), "primary"))
        if voicemail != NO_VOICEMAIL:
            made.append(Press("call:left_message", _("Left a message")))
        made.append(Press("call:no_answer", _("No answer")))
    return tuple(made)


def away_words(item: Missed) -> str:
    """Since when somebody is missed, and on how many days."""
    day = date_format(item.mark.on, "l j F")
    if not item.is_marked:
        return _("not here yet, and nobody marked their seat")
    if item.days == 1:
        return _("missed %(day)s without a word") % {"day": day}
    return _("missed %(days)s days without a word, the first on %(day)s") % {
        "days": item.days,
        "day": day,
    }


def tries_words(item: Missed) -> str:
    """How often somebody tried."""
    if not item.tries:
        return _("not tried yet")
    tries = ngettext("%(count)s try so far", "%(count)s tries so far", len(item.tries))
    return tries % {"count": len(item.tries)}


@dataclass(frozen=True, slots=True)
class Ladder:
    """One ladder: its step now with the ways, what was tried, and the rungs still to come."""

    name: str
    initials: str
    fact: str
    title: str
    owner: str
    due: str
    is_late: bool
    is_in_danger: bool
    is_deciding: bool
    ways: Decision
    voicemail: str
    tries: tuple[Moment, ...]
    not_taken: tuple[str, ...]
    ahead: tuple[Moment, ...]
    history: Act

    @classmethod
    def of(
        cls, actor: Actor, item: Missed, rung: OutreachRung | None, ways: Decision, now: datetime
    ) -> "Ladder":
        """Everything in words."""
        client: Any = item.mark.client
        due_at = rung.due_at if rung else item.next.due_at
        return cls(
            name=short_name_for(actor, client),
            initials=initials_for(actor, client),
            fact=away_words(item),
            title=str(STEP_WORDS[item.next.step]),
            owner=rung.owner.name if rung else "",
            due=moment_words(due_at),
            is_late=due_at < now,
            is_in_danger=item.is_in_danger,
            is_deciding=not item.next.channels,
            ways=ways,
            voicemail=voicemail_words(str(ways.extras["voicemail"])),
            tries=tries_of(item),
            not_taken=tuple(str(STEP_WORDS[step]) for step in item.next.not_taken),
            ahead=tuple(_ahead(item, now)),
            history=Act(_("Signals and outreach"), reverse("desk:chart_signals", args=[client.pk])),
        )


def voicemail_words(code: str) -> str:
    """What may be said to a machine."""
    if code == NO_VOICEMAIL:
        return _("Leave no voicemail.")
    return _("On a voicemail: your first name and a number, nothing else.")


def tries_of(item: Missed) -> tuple[Moment, ...]:
    """The tries so far, in order."""
    return tuple(
        Moment(
            moment_words(row.at),
            f"{CHANNELS.get(row.channel, row.channel)}: {TRIES.get(row.outcome, row.outcome)}",
            row.by.name,
            row.note,
        )
        for row in item.tries
    )


def _ahead(item: Missed, now: datetime) -> list[Moment]:
    numbers = LadderNumbers.of(numbers_for(item.mark.episode.program_id, local_day(now)))
    began = item.mark.session.starts_at
    later = STEPS[STEPS.index(item.next.step) + 1 :] if item.next.step in STEPS else STEPS
    return [
        Moment(moment_words(began + numbers.after[step]), str(STEP_WORDS[step])) for step in later
    ]


def rung_moments(rungs: list[OutreachRung]) -> tuple[Moment, ...]:
    """The rungs of somebody's ladders, the newest first, with how each ended."""
    return tuple(_rung_moment(rung) for rung in rungs)


def _rung_moment(rung: OutreachRung) -> Moment:
    if rung.state == OutreachRung.State.OPEN:
        what = _("due %(when)s") % {"when": moment_words(rung.due_at)}
        return Moment(
            moment_words(rung.opened_at), str(STEP_WORDS[rung.step]), rung.owner.name, what,
            tone="attention",
        )  # fmt: skip
    by = rung.closed_by.name if rung.closed_by else ""
    if rung.state == OutreachRung.State.STOPPED:
        why = _("ended: %(why)s") % {"why": BECAUSE.get(rung.stopped_by, rung.stopped_by)}
        return Moment(moment_words(rung.closed_at), str(STEP_WORDS[rung.step]), by, why)
    tried: Any = rung.attempt
    said = (
        f"{CHANNELS.get(tried.channel, tried.channel)}: {TRIES.get(tried.outcome, tried.outcome)}"
    )
    return Moment(
        moment_words(rung.closed_at), str(STEP_WORDS[rung.step]), by,
        " · ".join(filter(None, (said, tried.note))), tone="done",
    )  # fmt: skip
