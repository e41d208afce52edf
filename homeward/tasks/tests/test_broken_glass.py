"""An emergency opening is looked at afterwards, by somebody else."""

import pytest

from homeward.core import clock
from homeward.kernel.purposes import Purpose
from homeward.people import actions as people
from homeward.people.models import AccessReason
from homeward.tasks import actions
from homeward.tasks.broken_glass import KIND
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON


@pytest.fixture
def broken(cast):
    clock.shift_to(NOON)
    return people.break_glass(
        actor=cast.ruth.actor,
        chart_number="HW-00001",
        code="medical_emergency",
        sentence="Collapsed in the lobby, needs allergies.",
        now=NOON,
    )


def duties():
    return CareTask.objects.unscoped("test").filter(kind=KIND)


class TestReviewOfBrokenGlass:
    def test_tells_every_privacy_officer_at_once(self, cast, broken):
        """Sam and Dina hold the duty; Ruth, who broke it, does not review herself."""
        owners = {task.owner_id for task in duties()}

        assert owners == {cast.sam.pk, cast.dina.pk}

    def test_the_first_finding_stands_and_ends_the_others(self, cast, broken):
        """One review is enough, and it is written beside the reason."""
        mine = duties().get(owner_id=cast.sam.pk)
        actions.complete_task(
            actor=cast.sam.actor,
            task_id=mine.pk,
            disposition="justified",
            note="Allergies were needed at once.",
            now=NOON,
        )

        reason = AccessReason.objects.unscoped("test").get(pk=broken.pk)
        assert (reason.reviewed_by_id, reason.finding) == (
            cast.sam.pk,
            "justified: Allergies were needed at once.",
        )
        assert not duties().filter(closed_at=None).exists()

    def test_a_director_reviews_who_changes_no_schedule(self, cast, broken):
        """Dina ends the duty she owns, and no other."""
        mine, other = duties().get(owner_id=cast.dina.pk), duties().get(owner_id=cast.sam.pk)
        with pytest.raises(CareTask.DoesNotExist):
            actions.complete_task(
                actor=cast.dina.actor, task_id=other.pk, disposition="justified",
                note="Not hers to end.", now=NOON,
            )  # fmt: skip
        actions.complete_task(
            actor=cast.dina.actor, task_id=mine.pk, disposition="not_justified",
            note="A colleague of the team was in the house.", now=NOON,
        )  # fmt: skip

        assert AccessReason.objects.unscoped("test").get(pk=broken.pk).reviewed_by == cast.dina.row

    def test_a_finding_needs_words(self, cast, broken):
        """Justified or not, the reviewer says why."""
        mine = duties().get(owner_id=cast.sam.pk)
        with pytest.raises(actions.DispositionNeedsNote):
            actions.complete_task(
                actor=cast.sam.actor, task_id=mine.pk, disposition="justified", now=NOON
            )

    def test_is_hidden_from_omar(self, cast, broken):
        """Another site's counselor knows nothing of it."""
        mine = duties().get(owner_id=cast.sam.pk)
        with pytest.raises(CareTask.DoesNotExist):
            actions.complete_task(
                actor=cast.omar.actor,
                task_id=mine.pk,
                disposition="justified",
                note="No business of his.",
                now=NOON,
            )

    def test_its_reads_stay_in_scope(self, cast, broken):
        """Ruth's own team relation is the emergency's, and ends with it."""
        held = CareTask.objects.for_actor(cast.ruth.actor, Purpose.TREATMENT)

        assert held.filter(kind=KIND).count() == 2
