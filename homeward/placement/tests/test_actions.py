"""Rating, deciding and releasing: the draft, the frozen decision, the outsider."""

from typing import Any

import pytest

from homeward.admissions.tests import walking
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.refusals import StaleVersion
from homeward.people.models import Client
from homeward.placement import actions
from homeward.placement.models import Placement
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def rate(cast: Cast, **more: Any) -> Placement:
    """Dana rates Jo."""
    given = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "ratings": walking.RATINGS,
        "narratives": {}, "facts": walking.FACTS, "now": clock.now(), **more,
    }  # fmt: skip
    rated: Placement = actions.rate_dimensions(**given)
    return rated


def decide(cast: Cast, placement: Placement, **more: Any) -> Placement:
    """Dana records the team's decision."""
    given = {
        "actor": cast.dana.actor, "placement_id": placement.pk, "provided_level": "2.1",
        "now": clock.now(), **more,
    }  # fmt: skip
    decided: Placement = actions.decide_placement(**given)
    return decided


class TestRateDimensions:
    def test_keeps_one_draft_with_its_suggestion(self, cast: Cast) -> None:
        """Rating again changes the same draft."""
        first = rate(cast)
        assert (first.indicated_level, first.credential) == ("2.1", "LPC")
        second = rate(cast, ratings={**walking.RATINGS, "5": 4})
        assert (second.pk, second.indicated_level) == (first.pk, "3.5")
        assert second.suggestion["rule_set"] == "place-3"

    def test_leaves_one_audit_row_a_sitting(self, cast: Cast) -> None:
        """Saving while typing is one sitting."""
        for _again in range(4):
            rate(cast, is_autosave=True)
        assert Entry.objects.filter(code="placement.dimensions.rated").count() == 1

    def test_refuses_an_old_page(self, cast: Cast) -> None:
        """Two people rate: the second is told."""
        draft = rate(cast)
        rate(cast, expected_version=draft.version)
        with pytest.raises(StaleVersion):
            rate(cast, expected_version=draft.version)

    @pytest.mark.parametrize(
        ("name", "value"), [("ciwa_ar", 99), ("prefers", "7"), ("horoscope", 1)]
    )
    def test_refuses_a_fact_the_rules_do_not_know(self, cast: Cast, name: str, value: Any) -> None:
        """The refusal names it."""
        with pytest.raises(actions.RatingUnreadable) as refused:
            rate(cast, facts={name: value})
        assert refused.value.codes == (f"facts.{name}",)

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar does not find Jo."""
        with pytest.raises(Client.DoesNotExist):
            rate(cast, actor=cast.omar.actor)


class TestDecidePlacement:
    def test_freezes_the_assessment(self, cast: Cast) -> None:
        """A decided one is not rated again: the next rating is a new assessment."""
        decided = decide(cast, rate(cast), discrepancy="payer")
        assert (decided.discrepancy, decided.decided_by_id) == ("", cast.dana.pk)
        assert rate(cast).pk != decided.pk

    def test_needs_a_reason_where_it_differs(self, cast: Cast) -> None:
        """The record says why another level is provided."""
        draft = rate(cast)
        with pytest.raises(actions.DiscrepancyNeeded):
            decide(cast, draft, provided_level="1")
        decided = decide(cast, draft, provided_level="1", discrepancy="client_choice")
        assert decided.discrepancy == "client_choice"

    def test_needs_every_dimension(self, cast: Cast) -> None:
        """What is not rated is named."""
        draft = rate(cast, ratings={"1": 0, "2": 0})
        with pytest.raises(actions.RatingsIncomplete) as refused:
            decide(cast, draft)
        assert refused.value.codes == ("dimension_3", "dimension_4", "dimension_5", "dimension_6")

    def test_happens_once_and_on_the_page_that_was_seen(self, cast: Cast) -> None:
        """A second click and an old page are refused."""
        draft = rate(cast)
        with pytest.raises(StaleVersion):
            decide(cast, draft, expected_version=draft.version + 1)
        with pytest.raises(actions.LevelUnknown):
            decide(cast, draft, provided_level="9")
        decide(cast, draft)
        with pytest.raises(actions.PlacementAlreadyDecided):
            decide(cast, draft)

    def test_is_the_signature_of_a_role_that_signs(self, cast: Cast) -> None:
        """Admissions may not, and Omar finds nothing."""
        draft = rate(cast)
        for outsider in (cast.ada, cast.omar, cast.ruth):
            with pytest.raises(Placement.DoesNotExist):
                decide(cast, draft, actor=outsider.actor)


class TestReleaseHold:
    def release(self, cast: Cast, placement: Placement, code: str, by: str = "Dr. Osei, MD") -> Any:
        """Dana records the examination."""
        return actions.release_hold(
            actor=cast.dana.actor,
            placement_id=placement.pk,
            code=code,
            cleared_by=by,
            now=clock.now(),
        )

    def test_needs_an_examination_and_its_examiner(self, cast: Cast) -> None:
        """A name is part of the release."""
        draft = rate(cast, facts={**walking.FACTS, "abnormal_vitals": True})
        with pytest.raises(actions.ExaminerMissing):
            self.release(cast, draft, "same_day_medical_evaluation", by=" ")
        assert self.release(cast, draft, "same_day_medical_evaluation").by_id == cast.dana.pk

    def test_does_not_take_the_place_of_a_fact(self, cast: Cast) -> None:
        """A score taken too early is taken again, not talked away."""
        draft = rate(cast, facts={**walking.FACTS, "hours_since_last_drink": 2})
        with pytest.raises(actions.HoldNeedsNewFacts):
            self.release(cast, draft, "repeat_ciwa_ar")
        with pytest.raises(actions.HoldNotOpen):
            self.release(cast, draft, "psychiatric_evaluation_now")
