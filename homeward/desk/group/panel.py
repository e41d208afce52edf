"""The selected client's own part: what is written, by whom, and what was written last time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.attendance.actions.say_where import ELSEWHERE
from homeward.attendance.models import RemotePlace
from homeward.attendance.words import THERE
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Fact
from homeward.desk.group.forms import ObservationForm, OtherMarkForm
from homeward.desk.group.note_forms import NoteForm
from homeward.desk.group.roster import Known, RosterRow, objective_words
from homeward.desk.notes.answers import contacts_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.notes.actions.observe import observations_of
from homeward.notes.asking import asked_of, first_answers, is_by_telehealth, is_past_lock
from homeward.notes.capacities import scribe_of, signs_notes, writers_of
from homeward.notes.choices import CAPACITIES, SECTIONS
from homeward.notes.drafting import families_of
from homeward.notes.formats import style_for
from homeward.notes.models import ClientNote
from homeward.notes.rules.names import Person, forms_of, names_found
from homeward.timetable.models import GroupSession


@dataclass(frozen=True, slots=True)
class LastTime:
    """The client's last signed note before this session, to read beside the writing."""

    when: str
    by: str
    body: str
    url: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation."""

    body: str
    by: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The selected client's own part."""

    client_id: UUID
    seat_id: UUID
    name: str
    chart_url: str
    counseling_url: str
    count: str
    form: NoteForm
    url: str
    saved: str
    names: str
    is_signed: bool
    note_url: str
    author: str
    writes_for: str
    written_by: tuple[str, ...]
    may_write: bool
    is_present: bool
    is_telehealth: bool
    is_late: bool
    afar: tuple[Fact, ...]
    afar_why: Decision | None
    last: LastTime | None
    observed: tuple[Seen, ...]
    observation_form: ObservationForm | None
    other_form: OtherMarkForm


def panel_of(
    actor: Actor,
    session: GroupSession,
    known: Known,
    rows: tuple[RosterRow, ...],
    client_id: UUID,
    typed: Any = None,
    observation_form: ObservationForm | None = None,
    *,
    may_write: bool,
    leaders: frozenset[UUID],
) -> Panel:
    """One client's part; a fixed few reads."""
    zone = ZoneInfo(session.site.time_zone)
    seat = next(seat for seat in known.seats if seat.client_id == client_id)
    row = next(row for row in rows if row.client_id == client_id)
    note = known.notes.get(client_id)
    mark = known.marks.get(seat.pk)
    present = [each for each in rows if each.is_present]
    place = present.index(row) + 1 if row in present else 0
    scribe = scribe_of(actor, session.pk) if not _is_own(actor, note) else None
    foreign = note is not None and not _is_own(actor, note)
    together = note is not None and {actor.worker_id, note.author_id} <= leaders
    for_author = scribe is not None and (note is None or note.author_id == scribe.writes_for_id)
    writes = may_write and session.cancelled_at is None
    is_writer = for_author or (signs_notes(actor) and (not foreign or together))
    people = [
        Person(str(each.client_id), forms_of(each.client.name, each.client.preferred_name))
        for each in known.seats
    ]
    people += families_of(session, (each.client_id for each in known.seats))
    is_late = is_past_lock(note, clock.now())
    return Panel(
        client_id=client_id,
        seat_id=seat.pk,
        name=row.name,
        chart_url=reverse("desk:chart", args=[client_id]),
        counseling_url=reverse("desk:counseling_notes", args=[client_id])
        if may(actor.roles, RecordClass.COUNSELING_NOTES, Access.WRITE)
        else "",
        count=_("note %(number)s of %(all)s") % {"number": place, "all": len(present)}
        if place
        else "",
        form=form_of(
            actor, session, note, known, client_id, typed, is_by_telehealth(mark), is_late
        ),
        url=reverse("desk:group_draft", args=[session.pk, client_id]),
        saved=saved_words(note.saved_at, zone) if note else "",
        names=names_words(note.body, client_id, people) if note else "",
        is_signed=bool(note and note.signed_at),
        note_url=reverse("desk:note", args=[note.pk]) if note else "",
        author=note.author.name if note and foreign else "",
        writes_for=scribe.writes_for.name if scribe and for_author else "",
        written_by=written_by(actor, note),
        may_write=writes and is_writer,
        is_present=row.is_present,
        is_telehealth=is_by_telehealth(mark),
        is_late=is_late,
        afar=afar_facts(known.places.get(seat.pk), zone),
        afar_why=_afar_why(known.places.get(seat.pk)),
        last=last_time(actor, session, client_id, zone),
        observed=_observed(actor, session, client_id, zone),
        observation_form=(observation_form or ObservationForm(auto_id="observed_%s"))
        if writes and not is_writer and not signs_notes(actor)
        else None,
        other_form=OtherMarkForm(
            auto_id="other_%s",
            initial={"seat": seat.pk, "client": client_id},
            version=mark.version if mark else None,
        ),
    )


def afar_facts(said: RemotePlace | None, zone: ZoneInfo) -> tuple[Fact, ...]:
    """Where the client said they are, whom to call near them, and who hears."""
    if said is None:
        return ()
    place = said.place if said.state == ELSEWHERE else f"{said.place}, {said.state}"
    return (
        Fact(_("Where they are"), place),
        Fact(_("To call near them"), f"{said.near_name}, {said.near_phone}"),
        Fact(_("Who hears"), str(THERE[said.who_is_there])),
        Fact(_("Said at"), f"{said.said_at.astimezone(zone):%H:%M}"),
    )


def _afar_why(said: RemotePlace | None) -> Decision | None:
    return decision_from_json(said.decision) if said else None


def form_of(
    actor: Actor,
    session: GroupSession,
    note: ClientNote | None,
    known: Known,
    client_id: UUID,
    typed: Any,
    is_telehealth: bool,
    is_late: bool = False,
) -> NoteForm:
    """The form of one client's part, in the note's format or the program's for a new one."""
    objectives = known.objectives.get(client_id, [])
    offered: list[Any] = [(str(each.pk), objective_words(each)) for each in objectives]
    if note and note.objective and note.objective not in objectives:
        offered.append((str(note.objective_id), objective_words(note.objective)))
    kind = session.session_type.kind
    asked = asked_of(session, is_telehealth=is_telehealth, is_late=is_late)
    return NoteForm.of(
        note,
        typed,
        suggested=str(objectives[0].pk) if objectives else "",
        known=first_answers(client_id, session) if is_telehealth else {},
        style=note.style if note else style_for(session.program_id, kind, session.on),
        asked=asked,
        objectives=offered,
        contacts=contacts_for(actor, asked, client_id),
    )


def last_time(
    actor: Actor, session: GroupSession, client_id: UUID, zone: ZoneInfo
) -> LastTime | None:
    """What was signed about this client last before this session; to read, never to fill in."""
    rows = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client_id, session__starts_at__lt=session.starts_at, signed_at__isnull=False
    )
    note = rows.select_related("author", "session").order_by("-session__starts_at").first()
    if note is None:
        return None
    return LastTime(
        when=f"{date_format(note.on, 'D j M')} · {note.session.name}",
        by=note.author.name,
        body=note.body,
        url=reverse("desk:note", args=[note.pk]),
    )


def written_by(actor: Actor, note: ClientNote | None) -> tuple[str, ...]:
    """Who wrote what, where more than its author wrote."""
    if note is None:
        return ()
    by: dict[tuple[str, str], list[str]] = {}
    for row in writers_of(actor, note):
        by.setdefault((row.worker.name, row.capacity), []).append(part_words(row.part))
    if len(by) < 2 and not any(capacity != "author" for _name, capacity in by):
        return ()
    return tuple(
        _("%(name)s, %(capacity)s: %(parts)s")
        % {"name": name, "capacity": CAPACITIES[capacity], "parts": ", ".join(parts)}
        for (name, capacity), parts in by.items()
    )


def part_words(code: str) -> str:
    """A part of a note by name."""
    known = {
        "participation": _("took part"),
        "response": _("response"),
        "body": _("words"),
        "objective": _("objective"),
        "progress": _("progress"),
    }
    if code in known:
        return known[code]
    section = SECTIONS.get(code.removeprefix("section_"), "")
    return str(section).partition(":")[0] or code.removeprefix("t_").replace("_", " ")


def saved_words(at: datetime, zone: Any) -> str:
    """When something was last saved, to the second."""
    wall = zone if isinstance(zone, ZoneInfo) else ZoneInfo(zone)
    return _("saved %(time)s") % {"time": time_format(at.astimezone(wall), "H:i:s")}


def names_words(body: str, client_id: UUID, people: Iterable[Person]) -> str:
    """Other clients named in a draft, for its author to see while writing."""
    everyone = tuple(people)
    own = next((person.forms for person in everyone if person.ref == str(client_id)), ())
    others = [person for person in everyone if person.ref != str(client_id)]
    found = list(dict.fromkeys(place.name for place in names_found(body, others, own)))
    if not found:
        return ""
    quoted = ", ".join(f"“{name}”" for name in found)
    return _("%(count)s found: %(names)s") % {"count": len(found), "names": quoted}


def _is_own(actor: Actor, note: ClientNote | None) -> bool:
    return note is not None and note.author_id == actor.worker_id


def _observed(
    actor: Actor, session: GroupSession, client_id: UUID, zone: ZoneInfo
) -> tuple[Seen, ...]:
    return tuple(
        Seen(
            row.body,
            _("%(name)s, %(time)s")
            % {"name": row.author.name, "time": f"{row.at.astimezone(zone):%H:%M}"},
        )
        for row in observations_of(actor, session.pk, client_id)
    )
