"""What waits at the desks: calls, words that came in, assessments to co-sign, cups to collect."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.assessments.queries import awaiting_cosignature
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor, knows_names
from homeward.core.components import Act, Face, Need
from homeward.desk.admissions.pages.due import due_now
from homeward.desk.today.lines import Line, clock_words, face_of
from homeward.drugtests import queries as drug_tests
from homeward.families.queries import waiting_at_desk
from homeward.families.words import URGENCIES, said
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Role
from homeward.medications.stock_checks import overdue_since
from homeward.staff.models import Worker

COUNTS_KITS = (Role.NURSE, Role.TECHNICIAN)


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
    """The naloxone of one's own site, for nurses and technicians, once its count is overdue."""
    if not actor.has_role(*COUNTS_KITS):
        return
    worker = Worker.objects.select_related("site").filter(pk=actor.worker_id).first()
    since = overdue_since(worker.site, clock.now()) if worker and worker.site else None
    if worker is not None and since is not None:
        yield Line(
            1,
            since,
            Need(
                Face("Nx", _("Naloxone"), ""),
                _("kits to be counted"),
                _("due %(when)s") % {"when": clock_words(since)},
                Act(_("Count"), f"{reverse('desk:naloxone')}?site={worker.site.code}"),
                "attention",
            ),
            None,
        )


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
