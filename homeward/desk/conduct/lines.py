"""One line of a list or a timeline, and the words of steps and events."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.conduct import words
from homeward.conduct.models import Appeal, ClientReply
from homeward.core.components import Act
from homeward.kernel.reasons import Decision


@dataclass(frozen=True, slots=True)
class Line:
    """What, more about it, how it stands, and what can be done."""

    fact: str
    sub: str = ""
    state: str = ""
    tone: str = "neutral"
    act: Act | None = None
    initials: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the client said to something."""

    stance: str
    words: str
    sub: str


@dataclass(frozen=True, slots=True)
class AppealLine:
    """An appeal and its answer."""

    state: str
    tone: str
    words: str
    sub: str
    answer: str
    act: Act | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step with everything that hangs on it."""

    title: str
    sub: str
    words: str
    consequence: str
    ground: str
    decision: Decision
    said: tuple[Said, ...]
    appeal: AppealLine | None
    acts: tuple[Act, ...]
    paper_url: str = ""
    is_set_aside: bool = False


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event with its steps, the newest last."""

    title: str
    sub: str
    words: str
    is_clinical: bool
    steps: tuple[StepLine, ...] = field(default=())
    act: Act | None = None


def at_wall(instant: datetime, zone: str) -> str:
    """Day and time on the wall of a site."""
    return date_format(instant.astimezone(ZoneInfo(zone)), "D j M Y H:i")


def said_of(reply: ClientReply, zone: str) -> Said:
    """One reply in words."""
    how = (
        _("written down by %(name)s") % {"name": reply.by.name}
        if reply.by is not None
        else _("written by the client")
    )
    return Said(
        words.words(words.STANCES, reply.stance), reply.words, f"{at_wall(reply.at, zone)} · {how}"
    )


def appeal_line(appeal: Appeal, zone: str, act: Act | None = None) -> AppealLine:
    """An appeal, open or answered."""
    by = _("filed by the client") if appeal.filed_by_id is None else _("written down by staff")
    sub = f"{at_wall(appeal.filed_at, zone)} · {by}"
    if appeal.heard_at is None:
        until = _("answer by %(day)s") % {"day": date_format(appeal.answer_by, "D j M")}
        return AppealLine(_("Appeal open, %(until)s") % {"until": until}, "attention",
                          appeal.words, sub, "", act)  # fmt: skip
    heard = _("heard by %(name)s, %(when)s") % {
        "name": appeal.heard_by.name if appeal.heard_by else "",
        "when": at_wall(appeal.heard_at, zone),
    }
    return AppealLine(
        words.words(words.OUTCOMES, appeal.outcome), "done", appeal.words, f"{sub} · {heard}",
        appeal.answer, None,
    )  # fmt: skip
