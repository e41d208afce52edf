"""Second signatures: whose plan needs one, whose counts, as of the day of signing."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.plans import actions
from homeward.plans.cosigning import KIND, due_on, needs_second
from homeward.plans.models import Plan
from homeward.plans.reviewing import next_review_on
from homeward.plans.rules.cosigning import NEEDED, Held, cosigning_of, second_signature_of
from homeward.plans.tests.test_sign_plan import in_force, sign, start
from homeward.program.models import Deadline
from homeward.staff.models import Credential, Supervision
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import LONG_AGO, NOON, Cast

ALONE = Held(titles="LPC", signs_alone=True)
TRAINEE = Held(titles="LPC associate", signs_alone=False)
NONE = Held(titles="", signs_alone=False)


@pytest.fixture(autouse=True)
def _tuesday():
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


@pytest.mark.parametrize(
    "author, outcome", [(ALONE, "not_needed"), (TRAINEE, "needed"), (NONE, "needed")]
)
def test_the_authors_credential_decides(author, outcome):
    assert cosigning_of(author).outcome == outcome


@pytest.mark.parametrize(
    "is_author, held, supervises, missing",
    [
        (False, ALONE, True, []),
        (True, ALONE, True, ["cosigner_is_another"]),
        (False, TRAINEE, True, ["cosigner_signs_alone"]),
        (False, NONE, True, ["cosigner_signs_alone"]),
        (False, ALONE, False, ["cosigner_supervises"]),
    ],
)
def test_the_second_signature_counts_only_of_a_licensed_supervisor(
    is_author, held, supervises, missing
):
    found = second_signature_of(is_author=is_author, held=held, supervises=supervises)

    assert [line.code for line in found.lines(State.NOT_MET)] == missing
    assert (found.outcome == "counts") is not bool(missing)


def trainee(cast: Cast) -> None:
    Credential.objects.filter(worker=cast.dana.row).update(may_sign_alone=False)


def tasks() -> Any:
    service = Actor.of_service("tests")
    return CareTask.objects.for_actor(service, Purpose.INTERNAL_CARE).filter(kind=KIND)


@pytest.mark.django_db
class TestSigning:
    def test_a_trainees_plan_opens_a_duty_for_their_supervisor(self, cast: Cast) -> None:
        trainee(cast)
        plan = start(cast)
        sign(cast, plan, "author")

        task = tasks().get()

        assert task.owner_id == cast.sam.row.pk
        assert task.due_at.date() == NOON.date() + timedelta(days=7)
        assert due_on(plan, NOON) == NOON.date() + timedelta(days=7)

    def test_care_does_not_wait_for_it(self, cast: Cast) -> None:
        trainee(cast)

        plan = in_force(cast)

        assert plan.state == Plan.State.ACTIVE
        assert tasks().get().closed_at is None

    def test_the_co_signature_ends_the_duty(self, cast: Cast) -> None:
        trainee(cast)
        plan = start(cast)
        sign(cast, plan, "author")

        signature = sign(cast, plan, "cosign", actor=cast.sam.actor)

        assert signature.credential == "LCSW"
        task = tasks().get()
        assert (task.disposition, task.closed_by_id) == ("cosigned", cast.sam.row.pk)

    def test_the_duty_is_not_ended_by_words_alone(self, cast: Cast) -> None:
        trainee(cast)
        sign(cast, start(cast), "author")

        with pytest.raises(DispositionUnproven):
            complete_task(
                actor=cast.sam.actor, task_id=tasks().get().pk, disposition="cosigned", now=NOON
            )

    def test_who_signs_alone_opens_none(self, cast: Cast) -> None:
        sign(cast, start(cast), "author")

        assert not tasks().exists()

    def test_a_supervisor_without_a_licence_of_their_own_does_not_count(self, cast: Cast) -> None:
        trainee(cast)
        Credential.objects.filter(worker=cast.sam.row).update(may_sign_alone=False)
        plan = start(cast)
        sign(cast, plan, "author")

        with pytest.raises(actions.CosignerNotLicensed):
            sign(cast, plan, "cosign", actor=cast.sam.actor)

    def test_the_credential_of_the_day_of_signing_decides(self, cast: Cast) -> None:
        """A licence earned later does not undo that the plan was a trainee's."""
        trainee(cast)
        plan = start(cast)
        sign(cast, plan, "author")
        Credential.objects.create(
            worker=cast.dana.row, code="lpc", title="LPC", may_sign_alone=True,
            starts_on=NOON.date() + timedelta(days=1),
        )  # fmt: skip

        assert needs_second(plan, NOON).outcome == NEEDED
        assert needs_second(plan, NOON + timedelta(days=1)).outcome != NEEDED

    def test_nobody_supervises_then_the_author_keeps_the_duty(self, cast: Cast) -> None:
        trainee(cast)
        Supervision.objects.all().delete()

        sign(cast, start(cast), "author")

        assert tasks().get().owner_id == cast.dana.row.pk


@pytest.mark.django_db
@pytest.mark.parametrize("level, days", [("2.1", 30), ("1", 90), ("2.5", 14)])
def test_the_next_review_follows_the_level(cast, level, days):
    source = {"tag": "state", "source_title": "The state", "starts_on": LONG_AGO}
    for code, limit in (("1", 90), ("2.5", 14)):
        Deadline.objects.create(
            program=cast.program, document="plan_review", applies_to=f"level:{code}",
            clock_start="last_review", limit=limit, unit="days", **source,
        )  # fmt: skip
    cast.episode.level_code = level

    assert next_review_on(cast.episode, NOON, "America/Chicago") == NOON.date() + timedelta(
        days=days
    )
