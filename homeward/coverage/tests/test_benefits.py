"""What a payer said, fees, estimates, and the monthly reminder."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.consents.models import Consent, Revocation
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.coverage import actions, queries, reminding
from homeward.coverage.models import BenefitsCheck, Coverage, FeeDetermination, Payer
from homeward.coverage.rules.cost import estimate
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, TUESDAY, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
AGO = NOON - timedelta(days=60)


@pytest.fixture(autouse=True)
def at_noon(cast: Cast) -> Iterator[None]:
    """The cast's own hour, with a payer."""
    Payer.objects.create(code="private", name="Lakeside Mutual", kind="private")
    Consent.objects.create(
        client=cast.jo.row, site=cast.site, kind="treatment", purposes=["treatment"],
        text_version="1", text_hash="0", starts_at=AGO, signed_at=AGO, signer_name="Jo",
    )  # fmt: skip
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def check(cast: Cast, **over: Any) -> BenefitsCheck:
    """Ada asked the payer about Jo."""
    told = {
        "actor": cast.ada.actor, "client_id": cast.jo.pk, "payer_code": "private",
        "is_covered": True, "now": NOON, **over,
    }  # fmt: skip
    made: BenefitsCheck = actions.record_benefits_check(**told)
    return made


def reminders() -> list[CareTask]:
    """Every duty to ask a payer again."""
    rows = CareTask.objects.for_actor(SERVICE, Purpose.PAYMENT).filter(kind=reminding.KIND)
    return list(rows.order_by("opened_at"))


def age(days: int) -> None:
    """Let every coverage have been asked about so long ago."""
    for row in Coverage.objects.for_actor(SERVICE, Purpose.PAYMENT):
        row.change(verified_at=NOON - timedelta(days=days))


class TestCheck:
    def test_keeps_all_that_was_said(self, cast: Cast) -> None:
        """And what was not said stays empty."""
        row = check(
            cast, plan_name="Silver", effective_from=date(2026, 1, 1), coinsurance_percent=20,
            out_of_pocket_left_cents=150_000, days_limit=30, days_used=4, spoke_with="Pat",
        )  # fmt: skip
        said = queries.terms_of(row)
        assert said is not None
        assert (said.days_left, said.coinsurance_percent) == (26, Decimal(20))
        assert check(cast).out_of_pocket_left_cents is None

    @pytest.mark.parametrize(
        "wrong",
        [{"copay_cents": -1}, {"days_used": -1}, {"coinsurance_percent": 101},
         {"out_of_pocket_left_cents": -5}, {"allowed_day_cents": -5}],
    )  # fmt: skip
    def test_refuses_amounts_that_cannot_be(self, cast: Cast, wrong: dict[str, int]) -> None:
        """Before anything is written."""
        with pytest.raises(actions.AmountsWrong):
            check(cast, **wrong)

    def test_refuses_dates_that_run_backward(self, cast: Cast) -> None:
        """A plan does not end before it begins."""
        with pytest.raises(actions.DatesWrong):
            check(cast, effective_from=TUESDAY, effective_to=TUESDAY - timedelta(days=1))

    def test_a_counselor_sees_the_copay_and_no_more(self, cast: Cast) -> None:
        """The minimal slice."""
        check(cast, copay_cents=2_500, reference="A-1")
        (row,) = queries.checks_of(cast.dana.actor, cast.jo.pk, queries.Access.MINIMAL)
        assert row.copay_cents == 2_500
        with pytest.raises(BenefitsCheck.DoesNotExist):
            _ = row.reference


class TestFee:
    def determine(self, cast: Cast, **over: Any) -> FeeDetermination:
        """A household of two with 20,000 dollars a year."""
        numbers = numbers_for(cast.program, TUESDAY)
        told = {
            "actor": cast.ada.actor, "client_id": cast.jo.pk, "household": 2,
            "yearly_income_cents": 2_000_000, "shown": "pay_stub",
            "line": queries.poverty_line(numbers), "bands": queries.fee_bands(numbers),
            "valid_days": 365, "now": NOON, **over,
        }  # fmt: skip
        made: FeeDetermination = actions.determine_fee(**told)
        return made

    def test_holds_for_a_year_and_is_never_changed(self, cast: Cast) -> None:
        """Then it is looked at again."""
        row = self.determine(cast)
        assert row.pays_percent == 5
        assert queries.fee_of(cast.ada.actor, cast.jo.pk, TUESDAY) == row
        assert queries.fee_of(cast.ada.actor, cast.jo.pk, TUESDAY + timedelta(days=365)) is None
        with pytest.raises(DatabaseError), transaction.atomic():
            row.change(pays_percent=0)

    def test_is_for_those_who_write_claims(self, cast: Cast) -> None:
        """Never a clinical decision."""
        with pytest.raises(FeeDetermination.DoesNotExist):
            self.determine(cast, actor=cast.dana.actor)
        with pytest.raises(actions.HouseholdWrong):
            self.determine(cast, household=0)

    def test_an_estimate_is_kept_as_it_was_given(self, cast: Cast) -> None:
        """With its reasons."""
        row = check(cast, copay_cents=2_000)
        care = queries.planned_care(cast.program, TUESDAY)
        decision = estimate(care, queries.terms_of(row))
        given = actions.give_estimate(
            actor=cast.ada.actor, client_id=cast.jo.pk, decision=decision, language="es", now=NOON
        )
        assert given.client_cents == decision.extras["client_cents"] > 0
        with pytest.raises(NotAllowed):
            actions.give_estimate(
                actor=SERVICE, client_id=cast.jo.pk, decision=decision, language="es", now=NOON
            )


class TestReminding:
    def test_opens_one_duty_a_month_for_who_asked_last(self, cast: Cast) -> None:
        """However often the job runs."""
        check(cast)
        assert reminding.remind(today=TUESDAY, now=NOON) == 0
        age(40)
        assert [reminding.remind(today=TUESDAY, now=NOON) for _ in range(3)] == [1, 0, 0]
        (duty,) = reminders()
        assert (duty.owner_id, duty.client_id) == (cast.ada.pk, cast.jo.pk)

    def test_the_answer_ends_it(self, cast: Cast) -> None:
        """And next month there is another."""
        check(cast)
        age(40)
        reminding.remind(today=TUESDAY, now=NOON)
        check(cast, now=NOON + timedelta(hours=1))
        assert reminders()[0].disposition == "verified"
        later = NOON + timedelta(days=8)
        assert reminding.remind(today=later.date(), now=later) == 1

    def test_is_not_ended_by_saying_so(self, cast: Cast) -> None:
        """Only an answer on record proves it."""
        check(cast)
        age(40)
        reminding.remind(today=TUESDAY, now=NOON + timedelta(minutes=5))
        with pytest.raises(DispositionUnproven):
            complete_task(
                actor=cast.ada.actor, task_id=reminders()[0].pk, disposition="verified",
                now=NOON + timedelta(hours=1),
            )  # fmt: skip

    def test_leaves_out_whom_nobody_looks_after_and_who_pays_alone(self, cast: Cast) -> None:
        """Care that has ended needs no benefits."""
        check(cast)
        age(40)
        Payer.objects.update(kind="self_pay")
        assert reminding.remind(today=TUESDAY, now=NOON) == 0
        Payer.objects.update(kind="private")
        consent = Consent.objects.for_actor(SERVICE, Purpose.PAYMENT).get()
        Revocation.objects.create(
            client=cast.jo.row, site=cast.site, consent=consent, at=NOON - timedelta(days=2),
            how="spoken",
        )  # fmt: skip
        assert reminding.remind(today=TUESDAY, now=NOON) == 0
