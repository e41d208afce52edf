"""Answers are kept, scored by the key, and danger opens a duty at once."""

from typing import Any

import pytest

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.instruments import actions
from homeward.instruments.models import Response
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
CALM = {str(n): 0 for n in range(1, 10)}


def answer(cast: Cast, answers: dict[str, Any], instrument: str = "phq9", **more: Any) -> Response:
    """Dana asks Jo."""
    actor = more.pop("actor", cast.dana.actor)
    kept: Response = actions.answer_instrument(
        actor=actor,
        client_id=cast.jo.pk,
        instrument=instrument,
        answers=answers,
        now=clock.now(),
        **more,
    )
    return kept


def duties(cast: Cast) -> list[CareTask]:
    """Every duty for Jo, by urgency."""
    rows = CareTask.objects.for_actor(Actor.of_service("test"), Purpose.TREATMENT)
    return list(rows.filter(client=cast.jo.row).order_by("opened_at"))


class TestAnswerInstrument:
    def test_keeps_answers_scores_and_versions(self, cast: Cast) -> None:
        """The total and its band are those of the published key."""
        kept = answer(cast, {**CALM, "1": 3, "2": "2"})
        assert kept.scores["total"] == {"value": 5, "band": "mild", "missing": []}
        assert kept.instrument_version
        assert kept.scorer_version
        assert duties(cast) == []

    def test_reads_the_sex_the_bands_need(self, cast: Cast) -> None:
        """Unknown is said, and the lower cut is used."""
        kept = answer(cast, {"1": 3, "2": 0, "3": 0}, "audit_c")
        assert kept.parameters == {"sex_at_birth": "unknown"}
        assert kept.scores["total"]["band"] == "positive"

    def test_opens_one_duty_for_thoughts_of_death_even_unfinished(self, cast: Cast) -> None:
        """Item 9 never waits for the total or the last page; saving again opens no second duty."""
        answer(cast, {"9": 1}, is_handed_in=False)
        answer(cast, {**CALM, "9": 1})
        (duty,) = duties(cast)
        assert duty.detail["rule"] == "phq9.safety.1"
        assert duty.detail["asks"] == "cssrs_screener"
        assert (duty.urgency, duty.owner_id) == ("now", cast.dana.pk)

    def test_opens_it_again_when_the_first_was_closed(self, cast: Cast) -> None:
        """A later answer is a new danger."""
        answer(cast, {**CALM, "9": 1})
        duties(cast)[0].change(
            closed_at=clock.now(), closed_by_id=cast.dana.pk, disposition="assessed_safe"
        )
        answer(cast, {**CALM, "9": 2})
        assert len(duties(cast)) == 2

    def test_gives_the_clients_own_answers_to_the_primary_counselor(self, cast: Cast) -> None:
        """Jo answers on their own phone; Dana must act, and somebody on duty is paged."""
        kept = answer(cast, {**CALM, "9": 1}, actor=cast.jo.actor)
        assert kept.answered_by_client
        owners = {duty.kind: duty.owner_id for duty in duties(cast)}
        assert owners.pop("safety") == cast.dana.pk
        assert set(owners) == {"danger_page"}

    def test_adds_rows_and_changes_none(self, cast: Cast) -> None:
        """Each save is its own row."""
        answer(cast, {"1": 1}, is_handed_in=False)
        answer(cast, CALM)
        rows = Response.objects.for_actor(cast.dana.actor, Purpose.TREATMENT)
        assert [row.is_handed_in for row in rows.order_by("created_at")] == [False, True]

    @pytest.mark.parametrize("answers", [{"1": 9}, {"11": 0}, {"1": "often"}])
    def test_refuses_what_is_not_an_option(self, cast: Cast, answers: dict[str, Any]) -> None:
        """The refusal names the item."""
        with pytest.raises(actions.AnswersUnreadable) as refused:
            answer(cast, answers)
        assert refused.value.codes == (f"answers.{next(iter(answers))}",)

    def test_refuses_an_empty_form_and_an_unknown_one(self, cast: Cast) -> None:
        """Nothing answered is nothing to keep."""
        with pytest.raises(actions.NothingAnswered):
            answer(cast, {})
        with pytest.raises(actions.InstrumentUnknown):
            answer(cast, CALM, "horoscope")

    def test_is_nothing_for_the_other_site_and_no_write_for_a_nurse(self, cast: Cast) -> None:
        """Omar does not find Jo; Ruth is not on the team."""
        for outsider in (cast.omar, cast.ruth):
            with pytest.raises(Client.DoesNotExist):
                answer(cast, CALM, actor=outsider.actor)
