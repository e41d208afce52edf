"""Who agrees beside the author where a court or a state's law on minors asks for somebody else."""

from datetime import date
from typing import Any

import pytest

from homeward.consents.actions import name_guardian
from homeward.consents.models import MinorConsentAge
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.plans import actions
from homeward.plans.keeping_watch import open_plan_duties
from homeward.plans.models import Plan, PlanSignature
from homeward.plans.rules.held import not_held
from homeward.plans.rules.signatories import SigningCase, is_answered, signatories_of
from homeward.plans.tests.test_duties import open_duties
from homeward.plans.tests.test_sign_plan import sign, start
from homeward.testing.cast import Cast

SERVICE = Actor.of_service("test")


@pytest.mark.parametrize(
    ("agrees", "signed", "answered"),
    [
        ("client", (), False),
        ("client", ("client",), True),
        ("client", ("client_refused",), True),
        ("client", ("guardian",), True),
        ("guardian", ("client",), False),
        ("guardian", ("guardian",), True),
        ("guardian", ("client_refused",), True),
        ("both", ("client",), False),
        ("both", ("guardian",), False),
        ("both", ("client_refused",), False),
        ("both", ("client", "guardian"), True),
        ("both", ("client_refused", "guardian"), True),
    ],
)
def test_the_clients_side_is_through(agrees: str, signed: tuple[str, ...], answered: bool) -> None:
    assert is_answered(agrees, {"author", *signed}) is answered


@pytest.mark.parametrize(
    ("asked", "held", "missing"),
    [
        (["individual", "group"], [("individual", 1), ("group", 10)], ()),
        (["family"], [("family", 10), ("multi_family", 10)], ("family",)),
        (["medical", "family", "medical"], [("family", 1)], ("medical",)),
        (["vocational"], [("vocational", 8)], ()),
        (["vocational", "case_management"], [], ("vocational",)),
        (["mutual_help"], [("mutual_help", 40)], ()),
    ],
)
def test_what_the_program_holds_no_session_of_is_named(
    asked: list[str], held: list[tuple[str, int]], missing: tuple[str, ...]
) -> None:
    """A meeting for one is no group; what is asked twice is named once."""
    assert not_held(asked, held) == missing


def state_of(plan: Plan) -> str:
    plan.refresh_from_db()
    return str(plan.state)


@pytest.mark.django_db
class TestAMinor:
    @pytest.fixture
    def minor(self, cast: Cast) -> Cast:
        """Jo is sixteen where a parent signs until seventeen; Kim is her mother."""
        MinorConsentAge.objects.create(
            state=cast.site.state, starts_on=date(2020, 1, 1), age=17, tag="state",
            source_title="State table",
        )  # fmt: skip
        cast.jo.row.birth_date = date(2010, 3, 5)
        cast.jo.row.save(update_fields=["birth_date"])
        return cast

    def parent(self, cast: Cast, right: str = "parent") -> Any:
        return name_guardian(
            actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, right=right,
            relation="mother", paper="Said by both", now=clock.now(),
        )  # fmt: skip

    def test_both_sign_in_any_order_and_the_duty_waits_for_the_second(self, minor: Cast) -> None:
        self.parent(minor)
        plan = start(minor)
        sign(minor, plan, "author")
        open_plan_duties(now=clock.now())
        sign(minor, plan, "client")
        assert state_of(plan) == Plan.State.SIGNED
        assert ("plan_unanswered", minor.dana.pk) in open_duties(client=minor.jo.row)
        with pytest.raises(actions.AlreadySigned):
            sign(minor, plan, "client_refused", reason="Changed her mind.")
        sign(minor, plan, "guardian", signer_name="Kim Avery")
        assert state_of(plan) == Plan.State.ACTIVE
        assert open_duties(client=minor.jo.row, kind="plan_unanswered") == []

    def test_without_a_parent_on_record_nobody_signs_as_one(self, minor: Cast) -> None:
        plan = start(minor)
        sign(minor, plan, "author")
        sign(minor, plan, "client")
        with pytest.raises(actions.NoCourtGuardian):
            sign(minor, plan, "guardian", signer_name="Kim Avery")
        assert state_of(plan) == Plan.State.SIGNED

    def test_a_courts_guardian_can_still_sign_after_the_client_did(self, cast: Cast) -> None:
        """The client is asked, and it is the guardian who brings it into force."""
        self.parent(cast, "court")
        plan = start(cast)
        sign(cast, plan, "author")
        sign(cast, plan, "client")
        sign(cast, plan, "guardian", signer_name="Kim Avery")
        assert state_of(plan) == Plan.State.ACTIVE


@pytest.mark.django_db
class TestOnTheirOwnPhone:
    def by(self, cast: Cast, actor: Actor, plan: Plan, name: str = "Kim Avery") -> PlanSignature:
        return actions.sign_as_guardian(
            actor=actor, plan_id=plan.pk, signer_name=name, now=clock.now()
        )

    def test_whose_right_is_in_force_signs_by_their_own_name(self, cast: Cast) -> None:
        plan = start(cast)
        sign(cast, plan, "author")
        kim = cast.kim.actor
        with pytest.raises(Plan.DoesNotExist):
            self.by(cast, kim, plan)
        name_guardian(
            actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, right="court",
            relation="mother", paper="County Court, 26-118", now=clock.now(),
        )  # fmt: skip
        with pytest.raises(actions.NameOfAnother):
            self.by(cast, kim, plan, "Jo Avery")
        signature = self.by(cast, kim, plan)
        assert (signature.meaning, signature.worker_id) == ("guardian", None)
        assert state_of(plan) == Plan.State.ACTIVE
        rows = PlanSignature.objects.for_actor(SERVICE, Purpose.TREATMENT)
        assert rows.filter(plan=plan, meaning="guardian").count() == 1

    def test_is_nobody_elses(self, cast: Cast) -> None:
        plan = start(cast)
        sign(cast, plan, "author")
        for actor in (cast.jo.actor, cast.dana.actor):
            with pytest.raises(NotAllowed):
                self.by(cast, actor, plan)


@pytest.mark.parametrize(
    ("case", "outcome", "signers"),
    [
        ({"parent_too": True, "parents": ("Kim Avery",)}, "both", ("client", "guardian")),
        ({"parent_too": True}, "both", ("client", "guardian")),
        ({"parent_too": True, "guardian": "Nell Avery"}, "guardian", ("guardian",)),
        ({"parents": ("Kim Avery",)}, "client", ("client",)),
    ],
)
def test_a_parent_signs_beside_a_minor_and_never_in_a_guardians_stead(
    case: dict[str, Any], outcome: str, signers: tuple[str, ...]
) -> None:
    decision = signatories_of(SigningCase(**case))
    assert (decision.outcome, decision.extras["signers"]) == (outcome, signers)
