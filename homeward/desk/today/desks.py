"""What waits at the desks: calls, words that came in, assessments to co-sign, cups to collect."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.assessments.queries import awaiting_cosignature
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act, Face, Need
from homeward.desk.admissions.pages.due import due_now
from homeward.desk.today.lines import Line, clock_words, face_of
from homeward.drugtests import queries as drug_tests
from homeward.families.queries import danger_at_desk, waiting_at_desk
from homeward.families.words import URGENCIES, said
from homeward.incentives.queries import waiting
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.medications.counting_kits import COUNTS_KITS, duty_at
from homeward.medications.models import CountDuty
from homeward.staff.models import Worker
from homeward.timetable.roster import DutyShift

GO_TO_DANGER = (
    Role.DIRECTOR, Role.SUPERVISOR, Role.COUNSELOR, Role.PHYSICIAN, Role.PSYCHOLOGIST, Role.NURSE,
)  # fmt: skip


def calls_due(actor: Actor) -> Iterator[Line]:
    """Callbacks, wait-list contacts and interim services of the admissions desk."""
    if not may(actor.roles, RecordClass.INQUIRIES, Access.WRITE):
        return
    for due in due_now(actor, clock.now()):
        yield Line(
            1 if due.is_late else 2,
            due.due_at,
            Need(
                Face(due.initials, due.name, due.url),
                due.fact,
                due.sub,
                due.act,
                "attention" if due.is_late else "neutral",
            ),
            None,
        )


def kits_to_count(actor: Actor) -> Iterator[Line]:
    """The naloxone of one's own site whose count is overdue: for who has the duty, for the other
    nurses and technicians, and once the duty is late for whoever answers for the site."""
    answers = actor.has_role(Role.SUPERVISOR, Role.DIRECTOR)
    if not actor.has_role(*COUNTS_KITS) and not answers:
        return
    worker = Worker.objects.select_related("site").filter(pk=actor.worker_id).first()
    duty = duty_at(worker.site) if worker and worker.site else None
    if worker is None or duty is None:
        return
    is_mine, is_late = duty.owner_id == worker.pk, duty.due_at < clock.now()
    if is_mine or is_late or actor.has_role(*COUNTS_KITS):
        yield Line(0 if is_mine else 1, duty.due_at, kits_need(duty, is_mine, is_late), None)


def kits_need(duty: CountDuty, is_mine: bool, is_late: bool) -> Need:
    """The duty in words: to be counted by when, and by whom where it is somebody else's."""
    due = _("count due since %(since)s · by %(when)s") % {
        "since": clock_words(duty.since), "when": clock_words(duty.due_at),
    }  # fmt: skip
    whose = "" if is_mine else _("%(name)s counts") % {"name": duty.owner.name}
    return Need(
        Face("Nx", _("Naloxone"), ""),
        _("kits to be counted"),
        " · ".join(filter(None, (due, _("late") if is_late else "", whose))),
        Act(_("Count"), f"{reverse('desk:naloxone')}?site={duty.site.code}",
            "primary" if is_mine else "quiet"),
        "urgent" if is_late else "attention",
    )  # fmt: skip


def words_at_desk(actor: Actor) -> Iterator[Line]:
    """Words over the send-only line in which nobody is named for certain; danger first of all."""
    if not may(actor.roles, RecordClass.INQUIRIES, Access.WRITE):
        return
    for row in waiting_at_desk(actor):
        urgency = said(URGENCIES, row.urgency)
        is_late = row.due_at < clock.now()
        tone = "urgent" if row.urgency == "now" else "attention" if is_late else "neutral"
        yield Line(
            0 if row.urgency == "now" else 1 if is_late else 2,
            row.due_at,
            Need(
                Face("?", _("Somebody"), ""),
                _("told us something"),
                _("%(urgency)s · read by %(when)s")
                % {"urgency": urgency, "when": clock_words(row.due_at)},
                Act(_("Read"), reverse("desk:family_sent", args=[row.pk]), about=urgency),
                tone,
            ),
            None,
        )


def danger_waits(actor: Actor) -> Iterator[Line]:
    """Danger told about nobody known, which the desk has: for who is on duty at once, and for
    everybody who goes to somebody in danger once the desk is late. Not a word of what was written.
    """
    if may(actor.roles, RecordClass.INQUIRIES, Access.WRITE) or not actor.has_role(*GO_TO_DANGER):
        return
    now = clock.now()
    rows = danger_at_desk(actor.site_ids)
    shifts = DutyShift.objects.filter(
        worker_id=actor.worker_id, removed_at=None, starts_at__lte=now, ends_at__gt=now
    )
    duty = set(shifts.values_list("site_id", flat=True)) if rows else set()
    for row in rows:
        if row.due_at > now and row.site_id not in duty:
            continue
        yield Line(
            0,
            row.due_at,
            Need(
                Face("!", _("Somebody"), ""),
                _("told of danger, and named nobody for certain"),
                _("came %(when)s · read it with the front desk now")
                % {"when": clock_words(row.sent_at)},
                None,
                "urgent",
            ),
            None,
        )


def second_persons(actor: Actor) -> Iterator[Line]:
    """Cards, prizes and amounts a colleague wrote down, which need somebody else: one line."""
    if not may(actor.roles, RecordClass.SCHEDULE, Access.WRITE):
        return
    rows = [row for row in waiting(actor) if row.proposed_by_id != actor.worker_id]
    if not rows:
        return
    count = len(rows)
    yield Line(
        2,
        rows[0].proposed_at,
        Need(
            Face("2", _("Incentives"), ""),
            ngettext(
                "%d step waits for a second person",
                "%d steps wait for a second person",
                count,
            )
            % count,
            _("the oldest since %(when)s") % {"when": clock_words(rows[0].proposed_at)},
            Act(_("Look"), reverse("desk:incentives"), about=_("Incentives")),
        ),
        None,
    )


def to_cosign(actor: Actor) -> Iterator[Line]:
    """Assessments that somebody under supervision signed."""
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.APPROVE):
        return
    for row in awaiting_cosignature(actor):
        yield Line(
            2,
            row.signed_at,
            Need(
                face_of(row.client),
                _("assessment waits for your co-signature"),
                _("signed by %(name)s %(when)s")
                % {"name": row.signed_by.name, "when": clock_words(row.signed_at)},
                Act(_("Read and co-sign"), reverse("desk:assessment", args=[row.pk])),
            ),
            row.client_id,
        )


def to_collect(actor: Actor) -> Iterator[Line]:
    """Who is still to give a specimen, for whoever collects and reads no results."""
    if not may(actor.roles, RecordClass.DRUG_TESTS, Access.WRITE):
        return
    if drug_tests.reads_results(actor) or not knows_names(actor):
        return
    for test in drug_tests.drug_tests_today(actor, clock.now()):
        if test.state not in drug_tests.WAITING:
            continue
        yield Line(
            2,
            test.due_at or test.ordered_at,
            Need(
                face_of(test.client),
                _("still to test"),
                _("until %(when)s") % {"when": clock_words(test.due_at)} if test.due_at else "",
                Act(_("Collect"), reverse("desk:drug_test_collection", args=[test.pk])),
            ),
            test.client_id,
        )
