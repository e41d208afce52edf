"""What happened elsewhere is counted at once for those who take part; discharge ends a course."""

from homeward.attendance.facts import RegisterClosed
from homeward.attendance.models import AttendanceMark
from homeward.core.facts import listens_to
from homeward.drugtests.facts import TestEnded, TestResulted
from homeward.incentives.actions.counting import count, count_test
from homeward.incentives.actions.courses import end_course
from homeward.incentives.ledger import LEDGER
from homeward.incentives.models import Enrolment, Protocol
from homeward.incentives.queries import courses_of, unended_course_of
from homeward.incentives.rules.counting import of_seat
from homeward.kernel.purposes import Purpose
from homeward.progress.facts import ClientDischarged


@listens_to(TestResulted)
def result_counts(fact: TestResulted) -> None:
    """A result, or a result that changed."""
    count_test(actor=fact.actor, test_id=fact.test_id, now=fact.at)


@listens_to(TestEnded)
def ended_test_counts(fact: TestEnded) -> None:
    """A test missed, refused, or excused."""
    count_test(actor=fact.actor, test_id=fact.test_id, now=fact.at)


@listens_to(RegisterClosed)
def sessions_count(fact: RegisterClosed) -> None:
    """The seats of a closed register, once each."""
    if not Protocol.objects.filter(target=Protocol.Target.SESSION, ended_at=None).exists():
        return
    rows = AttendanceMark.objects.for_actor(LEDGER, Purpose.OPERATIONS)
    marks = {row.client_id: row for row in rows.filter(pk__in=fact.mark_ids).select_related(
        "session")}  # fmt: skip
    for course in courses_of(marks, Protocol.Target.SESSION):
        mark = marks[course.client_id]
        outcome = of_seat(mark.state)
        if outcome is not None and mark.session.starts_at >= course.signed_at:
            origin = f"session:{mark.seat_id}"
            count(course, origin, mark.on, outcome, actor=fact.actor, now=fact.at)


@listens_to(ClientDischarged)
def course_ends_with_care(fact: ClientDischarged) -> None:
    """What is owed stays owed."""
    row = unended_course_of(fact.client_id)
    if row is not None:
        end_course(row, Enrolment.Ending.DISCHARGE, fact.actor, fact.at)
