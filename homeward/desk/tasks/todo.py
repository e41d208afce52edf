"""Everything that waits for one person, on one page, and what is late with those they supervise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.assessments.queries import awaiting_cosignature as assessments_waiting
from homeward.attendance.offline import SAME_DAY, TO_DO, waiting_entries
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Face, Need
from homeward.desk.admissions.times import by_when, when
from homeward.desk.clients.reach import chart_url, openable
from homeward.desk.incidents.waiting import incidents_waiting
from homeward.desk.offline.pages import WHAT
from homeward.desk.tasks.late import said_late
from homeward.desk.today.desks import kits_need
from homeward.desk.words import initials_of
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.medications.models import CountDuty
from homeward.notes.cosign_queue import WaitingOf, waiting_by_author
from homeward.notes.late import late_notes
from homeward.notes.models import ClientNote
from homeward.notes.queries import unsigned_notes_for
from homeward.progress.models import LevelReview
from homeward.tasks.kinds import kind_of
from homeward.tasks.models import CareTask
from homeward.tasks.queries import open_tasks_for

TONES = {"now": "urgent", "same_day": "urgent", "next_contact": "attention"}
# Duties by what is asked of their owner; any other is a task of its own kind.
REVIEWS = frozenset({"plan_review", "plan_stay", "plan_unsigned"})
SECOND_SIGNATURES = frozenset({"plan_cosignature", "plan_physician"})
CLIENT_SIGNATURES = frozenset({"plan_unanswered", "packet_paper"})
TEAM = frozenset({"plan_late", "note_late"})
SHOWN, NAMED = 12, 4
REVIEW_WINDOW = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of waiting thing; `count` is all of them, `needs` the first ones."""

    code: str
    title: str
    aside: str
    needs: tuple[Need, ...]
    count: int
    late: int
    url: str = ""
    url_words: str = ""


@dataclass(frozen=True, slots=True)
class TodoPage:
    """The whole page."""

    sections: tuple[Section, ...]
    count: int
    late: int


def todo_page(actor: Actor, now: datetime) -> TodoPage:
    """What waits, in sections that have something; what is due first stands at the top of each."""
    tasks = open_tasks_for(actor)
    made = [
        _tasks(actor, now, "tasks", _("Tasks"), [t for t in tasks if not _is_paperwork(t)]),
        _to_sign(actor, now),
        _to_cosign(actor, now, [t for t in tasks if t.kind in SECOND_SIGNATURES]),
        _reviews(actor, now, [t for t in tasks if t.kind in REVIEWS]),
        _tasks(
            actor,
            now,
            "client_signatures",
            _("Client signatures"),
            [t for t in tasks if t.kind in CLIENT_SIGNATURES],
        ),
        _team(actor, now, [t for t in tasks if t.kind in TEAM]),
        _kept_offline(actor, now, tasks),
        _of_the_house(actor, now),
        Section("incidents", _("Incidents"), "", *incidents_waiting(actor, now, SHOWN)),
    ]
    shown = tuple(each for each in made if each.count)
    return TodoPage(shown, sum(s.count for s in shown), sum(s.late for s in shown))


def _of_the_house(actor: Actor, now: datetime) -> Section:
    """Duties about the house and nobody in it: naloxone that is to be counted."""
    rows = CountDuty.objects.filter(owner_id=actor.worker_id, ended_at=None).exclude(owner=None)
    duties = list(rows.select_related("owner", "site").order_by("due_at"))
    needs = tuple(kits_need(duty, True, duty.due_at < now) for duty in duties)
    late = sum(duty.due_at < now for duty in duties)
    return Section("house", _("The house"), _("what is due first"), needs, len(needs), late)


def _is_paperwork(task: CareTask) -> bool:
    return task.kind in REVIEWS | SECOND_SIGNATURES | CLIENT_SIGNATURES | TEAM


def _tasks(actor: Actor, now: datetime, code: str, title: str, tasks: list[CareTask]) -> Section:
    needs = _task_needs(actor, now, tasks[:SHOWN])
    late = sum(task.due_at < now for task in tasks)
    return Section(code, title, _("what is due first"), needs, len(tasks), late)


def _task_needs(actor: Actor, now: datetime, tasks: Iterable[CareTask]) -> tuple[Need, ...]:
    rows = list(tasks)
    opens = openable(actor, (task.client_id for task in rows))
    return tuple(_task_need(task, now, chart_url(task.client_id, opens)) for task in rows)


def _task_need(task: CareTask, now: datetime, url: str) -> Need:
    kind, is_late = kind_of(task.kind), task.due_at < now
    name, look = task.client.short_name, "primary" if is_late or task.urgency in TONES else "quiet"
    due = _("due %(when)s") % {"when": by_when(task.due_at)}
    return Need(
        Face(initials_of(task.client.name), name, url),
        str(task.detail.get("words") or kind.words),
        " · ".join(filter(None, (due, _("late") if is_late else "", said_late(task)))),
        Act(_("Open"), reverse("desk:task", args=[task.pk]), look, about=str(kind.words)),
        "urgent" if is_late else TONES.get(task.urgency, "neutral"),
    )


def _to_sign(actor: Actor, now: datetime) -> Section:
    if actor.worker_id is None or not may(actor.roles, RecordClass.NOTES, Access.SIGN):
        return _nothing("to_sign")
    notes = unsigned_notes_for(actor, actor.worker_id)
    by_session: dict[Any, list[ClientNote]] = {}
    for note in notes:
        by_session.setdefault(note.session, []).append(note)
    needs = [_session_need(session, rows, now) for session, rows in by_session.items()]
    return Section(
        "to_sign",
        _("Notes to sign"),
        _("by when they are due"),
        tuple(needs[:SHOWN]),
        len(notes),
        sum(note.due_at < now for note in notes),
        reverse("desk:note_asides"),
        _("Deleted drafts and voided notes"),
    )


def _session_need(session: Any, notes: list[ClientNote], now: datetime) -> Need:
    first = min(note.due_at for note in notes)
    is_late = first < now
    words = ngettext("%d note", "%d notes", len(notes)) % len(notes)
    due = (_("was due %(when)s") if is_late else _("due %(when)s")) % {"when": when(first)}
    return Need(
        Face(str(len(notes)), f"{session.name}, {date_format(session.on, 'D j M')}"),
        words,
        f"{due} · {_whose(notes, len(notes))}",
        Act(
            _("Review and sign"),
            reverse("desk:group_review", args=[session.pk]),
            "primary",
            about=f"{session.name}, {date_format(session.on, 'D j M')}",
        ),
        "urgent" if is_late else "neutral",
    )


def _to_cosign(actor: Actor, now: datetime, tasks: list[CareTask]) -> Section:
    needs, count, late = list(_task_needs(actor, now, tasks)), len(tasks), 0
    if may(actor.roles, RecordClass.NOTES, Access.APPROVE):
        waiting = waiting_by_author(actor, now)
        count += sum(each.count for each in waiting)
        late += sum(each.late for each in waiting)
        needs += [_cosign_need(each, now) for each in waiting]
    if may(actor.roles, RecordClass.ASSESSMENT, Access.APPROVE):
        assessments = assessments_waiting(actor)
        count += len(assessments)
        needs += [_assessment_need(row) for row in assessments[:SHOWN]]
    return Section(
        "to_cosign",
        _("To co-sign"),
        _("by author"),
        tuple(needs[:SHOWN]),
        count,
        late + sum(task.due_at < now for task in tasks),
    )


def _cosign_need(waits: WaitingOf, now: datetime) -> Need:
    name = waits.author.name
    return Need(
        Face(initials_of(name), name),
        ngettext("%d note to co-sign", "%d notes to co-sign", waits.count) % waits.count,
        _("the first until %(when)s") % {"when": when(waits.due_at)},
        Act(
            _("Read and co-sign"),
            f"{reverse('desk:note_cosign_queue')}?note={waits.first.pk}",
            "primary",
            about=name,
        ),
        "urgent" if waits.due_at < now else "neutral",
    )


def _assessment_need(row: Any) -> Need:
    return Need(
        Face(initials_of(row.client.name), row.client.short_name),
        _("assessment waits for your co-signature"),
        _("signed by %(name)s %(when)s")
        % {"name": row.signed_by.name, "when": when(row.signed_at)},
        Act(_("Read and co-sign"), reverse("desk:assessment", args=[row.pk])),
    )


def _reviews(actor: Actor, now: datetime, tasks: list[CareTask]) -> Section:
    needs, found = list(_task_needs(actor, now, tasks[:SHOWN])), []
    if may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN):
        rows = LevelReview.objects.for_actor(actor, Purpose.TREATMENT).filter(
            outcome="", episode__ended_at=None, week_of__gt=(now - REVIEW_WINDOW).date()
        )
        found = list(rows.exclude(suggested="").select_related("client").order_by("opened_at"))
        needs += [
            Need(
                Face(initials_of(row.client.name), row.client.short_name),
                _("level-of-care review"),
                _("of %(day)s") % {"day": date_format(row.week_of, "D j M")},
                Act(
                    _("Decide"), reverse("desk:review", args=[row.pk]), about=row.client.short_name
                ),
            )
            for row in found[:SHOWN]
        ]
    return Section(
        "reviews",
        _("Reviews"),
        _("plans and levels of care"),
        tuple(needs[:SHOWN]),
        len(tasks) + len(found),
        sum(task.due_at < now for task in tasks),
    )


def _team(actor: Actor, now: datetime, tasks: list[CareTask]) -> Section:
    late = late_notes(actor, now)
    needs = [
        Need(
            Face(initials_of(each.author.name), each.author.name),
            ngettext("%d late note", "%d late notes", each.count) % each.count,
            _("the oldest was due %(when)s: %(whose)s")
            % {"when": when(each.notes[0].due_at), "whose": _whose(each.notes, each.count)},
            None,
            "urgent",
        )
        for each in late
    ]
    # Whoever is listed by name above is not listed a second time by the session.
    named = {str(each.author.pk) for each in late}
    tasks = [task for task in tasks if task.detail.get("owner_id") not in named]
    needs += _task_needs(actor, now, tasks[:SHOWN])
    count = sum(each.count for each in late) + len(tasks)
    return Section(
        "team",
        _("Late with those you supervise"),
        _("by person, longest first"),
        tuple(needs[:SHOWN]),
        count,
        count,
    )


def _kept_offline(actor: Actor, now: datetime, tasks: list[CareTask]) -> Section:
    """What a device kept without network and was not taken in, where no task about a client says
    so: the part of a note that everybody shares, above all."""
    told = {task.origin for task in tasks}
    rows = [each for each in waiting_entries(actor) if f"{TO_DO.code}:{each.key}" not in told]
    late = sum(row.received_at + SAME_DAY < now for row in rows)
    needs = tuple(
        Need(
            Face("", f"{row.session.name}, {date_format(row.session.on, 'D j M')}"),
            str(WHAT.get(row.what, row.what)),
            _("written %(when)s") % {"when": when(row.said_at)},
            Act(
                _("Read and enter"), reverse("desk:offline_waiting"), "primary",
                about=row.session.name,
            ),
            "urgent",
        )
        for row in rows[:SHOWN]
    )  # fmt: skip
    title = _("Written without network, not taken in")
    return Section("offline", title, _("put it in its place by hand"), needs, len(rows), late)


def _whose(notes: Iterable[ClientNote], count: int) -> str:
    """The clients of the notes due first, by name; that there are more is said."""
    rows = list(notes)
    names = list(dict.fromkeys(note.client.short_name for note in rows))
    has_more = count > len(rows) or len(names) > NAMED
    return ", ".join(names[:NAMED]) + (" …" if has_more else "")


def _nothing(code: str) -> Section:
    return Section(code, "", "", (), 0, 0)
