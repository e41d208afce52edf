"""The materials of one session: what it uses, who gets the handout, and what was handed out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.curriculum import actions, queries, words
from homeward.curriculum.models import HandedOut, Material, MaterialVersion, SessionMaterial
from homeward.desk.clients.reach import short_name_for
from homeward.desk.materials.forms import SendForm
from homeward.desk.materials.pieces import Look, label_of
from homeward.desk.refusing import say_no
from homeward.desk.sessions.pages import session_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.spoken import language_of

HOW = {
    "printed": lambda: _("printed"),
    "sent": lambda: _("sent to phones"),
    "run_sheet": lambda: _("run sheet printed"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One wording that belongs to the session."""

    label: str
    title: str
    sub: str
    look: Look
    version_id: UUID
    how: str
    url: str


@dataclass(frozen=True, slots=True)
class SessionPage:
    """The session's materials, who sits there, and what was used."""

    session: GroupSession
    subline: str
    topic: str
    topic_url: str
    sheets: tuple[Sheet, ...]
    untranslated: tuple[str, ...]
    spoken: str
    form: SendForm | None
    got: tuple[tuple[str, str], ...]
    used: tuple[tuple[str, str], ...]
    back_url: str
    may_send: bool

    @classmethod
    def of(
        cls, actor: Actor, session: GroupSession, now: datetime, typed: SendForm | None = None
    ) -> "SessionPage":
        handouts = queries.used_by_session(session, Material.Kind.HANDOUT, now)
        guides = queries.used_by_session(session, Material.Kind.RUN_SHEET, now)
        spoken = language_of(session)
        sheets = [
            _sheet(row) for rows in (guides, handouts) for row in _own_language_first(rows, spoken)
        ]
        writes = may(actor.roles, RecordClass.SCHEDULE, Access.WRITE)
        rows = HandedOut.objects.for_actor(actor, Purpose.TREATMENT).filter(session=session)
        got = list(rows.select_related("client", "material_version"))
        starts = localtime(session.starts_at)
        return cls(
            session,
            f"{session.name} · {date_format(starts, 'l j F, H:i')}",
            session.topic.title if session.topic else "",
            reverse("desk:material_topic", args=[session.topic_id]) if session.topic_id else "",
            tuple(sheets),
            tuple(
                str(words.KINDS[kind])
                for kind, rows in (("run_sheet", guides), ("handout", handouts))
                if rows and spoken not in rows
            ),
            str(words.LANGUAGES.get(spoken, spoken)),
            typed or (form_for(actor, session) if writes and handouts else None),
            tuple(
                (
                    short_name_for(actor, row.client),
                    _("version %(number)s") % {"number": row.material_version.number},
                )
                for row in got
            ),
            tuple(_used(row) for row in queries.uses_of(session)),
            reverse("desk:session", args=[session.pk]),
            writes,
        )


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.WRITE)
def session_materials(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """What the session uses; sending puts the handout on the pages of those chosen."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    session = session_of(actor, session_id)
    if request.method == "GET":
        return _shown(request, SessionPage.of(actor, session, now))
    form = form_for(actor, session, request.POST)
    if form.is_valid():
        try:
            made = actions.hand_out(
                actor=actor,
                session_id=session.pk,
                client_ids=[UUID(each) for each in form.cleaned_data["clients"]],
                now=now,
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            say_no(form, refusal, dict.fromkeys(refusal.codes, "clients"))
        else:
            said = ngettext("On %d page now.", "On %d pages now.", len(made)) % len(made)
            messages.success(request, said if made else _("Everybody chosen has it already."))
            return redirect("desk:session_materials", session.pk)
    return _shown(request, SessionPage.of(actor, session, now, form), 422)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def session_material_use(request: HttpRequest, session_id: UUID, wording_id: UUID) -> HttpResponse:
    """Print a wording for this session; it stays attached to the session."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    session = session_of(actor, session_id)
    kinds = {
        row.pk: kind
        for kind in Material.Kind.values
        for row in queries.used_by_session(session, kind, now).values()
    }
    how = SessionMaterial.How.RUN_SHEET
    if kinds.get(wording_id) == Material.Kind.HANDOUT:
        how = SessionMaterial.How.PRINTED
    form = SendForm(request.POST)
    try:
        actions.note_use(
            actor=actor, session_id=session.pk, version_id=wording_id, how=how, now=now
        )
    except NotAllowed:
        raise
    except Refusal as refusal:
        form.full_clean()
        say_no(form, refusal)
        return _shown(request, SessionPage.of(actor, session, now, form), 422)
    return redirect("desk:material_version", wording_id)


def form_for(actor: Actor, session: GroupSession, typed: object = None) -> SendForm:
    """The clients of the session within the actor's reach, everybody ticked at first."""
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        session=session, released_at=None
    )
    names = sorted(
        ((str(seat.client_id), short_name_for(actor, seat.client)) for seat in
         seats.select_related("client")),
        key=lambda each: each[1],
    )  # fmt: skip
    return SendForm(typed, choices=names)


def _own_language_first(rows: dict[str, MaterialVersion], spoken: str) -> list[MaterialVersion]:
    return [rows[each] for each in sorted(rows, key=lambda each: (each != spoken, each))]


def _sheet(version: MaterialVersion) -> Sheet:
    made_for = version.material
    is_handout = made_for.kind == Material.Kind.HANDOUT
    return Sheet(
        label_of(made_for.kind, made_for.language),
        version.title,
        _("version %(number)s") % {"number": version.number},
        Look.of_version(version),
        version.pk,
        _("Print for the room") if is_handout else _("Print the run sheet"),
        reverse("desk:material_version", args=[version.pk]),
    )


def _used(row: SessionMaterial) -> tuple[str, str]:
    version = row.material_version
    made_for = version.material
    what = f"{label_of(made_for.kind, made_for.language)}, {HOW[row.how]()}"
    when = date_format(localtime(row.used_at), "j M, H:i")
    who = row.used_by.name if row.used_by else ""
    sub = _("version %(number)s") % {"number": version.number}
    return what, " · ".join(filter(None, (sub, when, who)))


def _shown(request: HttpRequest, page: SessionPage, status: int = 200) -> HttpResponse:
    facts = {"page": page, "form": page.form}
    return render(request, "desk/materials/session.html", facts, status=status)
