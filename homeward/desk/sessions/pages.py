"""What one session's page prints."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.desk.sessions.forms import CancelForm, LeaderForm, LinkForm, PlaceForm
from homeward.kernel.reasons import Decision, State
from homeward.kernel.records import RecordClass
from homeward.notes.choices import KINDS, STYLES
from homeward.notes.formats import style_for
from homeward.timetable.joining import link_for_leader
from homeward.timetable.models import GroupSession
from homeward.timetable.permissions import may_change_session, works_at
from homeward.timetable.queries import session_rows
from homeward.timetable.standing_in import SessionLink
from homeward.timetable.substitutes import Candidate, substitutes_for
from homeward.timetable.words import CANCELLING

MOST_SHOWN = 6
# What speaks against somebody who could lead; it forbids nothing and puts them lower in the list.
CAUTIONS = {
    "stand_in_works_then": gettext_lazy("does not work at that hour"),
    "stand_in_load": gettext_lazy("leads much that day"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A colleague who could lead, or could not."""

    name: str
    title: str
    faces: str
    cautions: tuple[str, ...]
    decision: Decision
    form: LeaderForm | None


@dataclass(frozen=True, slots=True)
class SessionPage:
    """All the template prints."""

    session_id: UUID
    title: str
    subline: str
    state: str
    facts: tuple[Fact, ...]
    is_open: bool
    may_change: bool
    could: tuple[Line, ...]
    others: tuple[Line, ...]
    place_form: PlaceForm | None
    place_decision: Decision | None
    link_form: LinkForm | None
    link_state: str
    link: str
    cancel_form: CancelForm | None
    room_url: str
    sign_in_url: str
    week_url: str

    @classmethod
    def of(
        cls, actor: Actor, session_id: UUID, now: datetime, typed: Any = None,
        decision: Decision | None = None,
    ) -> "SessionPage":  # fmt: skip
        """A fixed few reads; forms only where the reader may act."""
        session = session_of(actor, session_id)
        is_open = not (session.cancelled_at or session.closed_at) and session.ends_at > now
        writes = may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)
        change = is_open and writes and may_change_session(actor, session)
        found = substitutes_for(session) if change else []
        kept = SessionLink.objects.filter(session=session).first() if change else None
        is_group = session.group_id is not None
        return cls(
            session_id=session.pk,
            title=session.name,
            subline=_when(session),
            state=_state(session, now),
            facts=_facts(session),
            is_open=is_open,
            may_change=change,
            could=tuple(_line(each, session, typed) for each in found if each.fits)[:MOST_SHOWN],
            others=tuple(_line(each, None, None) for each in found if not each.fits),
            place_form=_typed(PlaceForm, typed) if is_open and writes and is_group else None,
            place_decision=decision,
            # No link has version 0: one that somebody else set meanwhile is then noticed.
            link_form=_typed(LinkForm, typed, version=kept.version if kept else 0)
            if change and session.program.is_telehealth_allowed
            else None,
            link_state=_link_state(kept, session),
            link=link_for_leader(actor, session),
            cancel_form=_typed(CancelForm, typed, version=session.version) if change else None,
            room_url=reverse("desk:group_room", args=[session.pk]),
            sign_in_url=reverse("desk:print_sign_in", args=[session.pk]),
            week_url=f"{reverse('desk:week')}?week={session.on.isoformat()}",
        )


def session_of(actor: Actor, session_id: UUID) -> GroupSession:
    """A session at a site where the actor works; GroupSession.DoesNotExist otherwise."""
    session = session_rows().get(pk=session_id)
    if not works_at(actor, session.site_id):
        raise GroupSession.DoesNotExist
    return session


def _typed(form: Any, typed: Any, **more: Any) -> Any:
    """What was typed where it was this form, else a fresh one."""
    return typed if isinstance(typed, form) else form(auto_id=f"{form.__name__}_%s", **more)


def _line(candidate: Candidate, session: GroupSession | None, typed: Any) -> Line:
    faces = candidate.new_faces
    worker = candidate.worker
    mine = isinstance(typed, LeaderForm) and typed.data.get("worker") == str(worker.pk)
    form = None
    if session is not None:
        form = typed if mine else LeaderForm(
            initial={"worker": worker.pk}, version=session.version, auto_id=f"lead_{worker.pk}_%s"
        )  # fmt: skip
    said = (
        _("known to everybody seated")
        if not faces
        else ngettext("a new face for %d client", "a new face for %d clients", faces) % faces
    )
    cautions = tuple(
        str(CAUTIONS[line.code])
        for line in candidate.decision.lines(State.NOT_MET)
        if line.code in CAUTIONS
    )
    return Line(worker.name, worker.title, said, cautions, candidate.decision, form)


def _when(session: GroupSession) -> str:
    zone = ZoneInfo(session.site.time_zone)
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    room = session.room.name if session.room else ""
    parts = (date_format(begins, "l j F"), f"{begins:%H:%M}–{ends:%H:%M}", room)
    return " · ".join(filter(None, parts))


def _facts(session: GroupSession) -> tuple[Fact, ...]:
    held = session.cancelled_at is None
    leaders = ", ".join(each.worker.name for each in session.leaders.all())
    style = style_for(session.program_id, session.session_type.kind, session.on)
    facts = [
        Fact(_("Kind"), str(KINDS.get(session.session_type.kind, session.session_type.name))),
        Fact(_("Notes"), str(STYLES[style or "words"])),
        Fact(_("Led by"), leaders or (_("nobody yet") if held else _("nobody"))),
        Fact(
            _("Seats"),
            _("%(taken)s of %(capacity)s")
            % {"taken": session.seats_taken, "capacity": session.capacity}
            if held
            else _("given back"),
        ),
        Fact(
            _("Counts toward the week"),
            _("%(minutes)s min") % {"minutes": session.clinical_minutes},
        ),
    ]
    if session.topic:
        facts.append(Fact(_("Topic"), session.topic.title))
    if not held:
        facts.append(Fact(_("Cancelled"), _why(session)))
    return tuple(facts)


def _why(session: GroupSession) -> str:
    return str(CANCELLING.get(session.cancelled_reason, _("Other reason")))


def _state(session: GroupSession, now: datetime) -> str:
    """Why nothing can be changed here any more; empty while something can."""
    if session.cancelled_at:
        return _("This session is cancelled (%(why)s). Nobody leads it and every seat is free.") % {
            "why": _why(session)
        }
    if session.closed_at:
        return _("The register of this session is closed. It stays as it was.")
    return _("This session is over. It stays as it was.") if session.ends_at <= now else ""


def _link_state(kept: SessionLink | None, session: GroupSession) -> str:
    if kept is None or not kept.address:
        return _("No link is kept.")
    at = kept.set_at.astimezone(ZoneInfo(session.site.time_zone))
    return _("A link is kept since %(when)s.") % {"when": date_format(at, "j M H:i")}
