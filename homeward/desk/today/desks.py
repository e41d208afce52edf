"""What waits at the desks: calls to make, assessments to co-sign, cups to collect."""

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
from homeward.kernel.records import RecordClass


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
