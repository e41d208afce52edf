"""Thoughts of death are not called assessed before somebody asked."""

from datetime import timedelta
from typing import Any

import pytest

from homeward.core import clock
from homeward.instruments.tests.test_answer_instrument import CALM, answer, duties
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
NO_RISK = {"1": 0, "2": 0, "6": 0}


def item_nine(cast: Cast) -> CareTask:
    """Jo's answer to item 9 opened this duty of Dana's."""
    answer(cast, {**CALM, "9": 1})
    (duty,) = duties(cast)
    return duty


def close(cast: Cast, duty: CareTask, disposition: str = "assessed_safe", note: str = "") -> Any:
    return complete_task(
        actor=cast.dana.actor, task_id=duty.pk, disposition=disposition, note=note, now=clock.now()
    )


class TestAnItemNineDuty:
    def test_is_not_assessed_without_the_screener(self, cast: Cast) -> None:
        """The refusal says what is missing; other endings stay open."""
        duty = item_nine(cast)
        with pytest.raises(DispositionUnproven) as refused:
            close(cast, duty)
        assert refused.value.codes == ("screener_missing",)
        assert close(cast, duty, "not_reached", "Two calls; peer visits today.").closed_at

    def test_is_not_assessed_by_one_left_open_or_one_from_before(self, cast: Cast) -> None:
        """Only a finished screener that was taken since counts."""
        clock.shift_to(NOON - timedelta(hours=1))
        answer(cast, NO_RISK, "cssrs_screener")
        clock.shift_to(NOON)
        duty = item_nine(cast)
        answer(cast, NO_RISK, "cssrs_screener", is_handed_in=False)
        answer(cast, {"1": 0}, "cssrs_screener")
        with pytest.raises(DispositionUnproven):
            close(cast, duty)

    def test_is_assessed_with_a_finished_screener(self, cast: Cast) -> None:
        """Asked at the same contact."""
        duty = item_nine(cast)
        answer(cast, NO_RISK, "cssrs_screener")
        assert close(cast, duty).disposition == "assessed_safe"

    def test_asks_nothing_of_other_duties(self, cast: Cast) -> None:
        """Low mood asks for no suicide screener."""
        answer(cast, {str(n): 3 for n in range(1, 9)} | {"9": 0})
        for duty in duties(cast):
            assert close(cast, duty).closed_at
