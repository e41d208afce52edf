"""An event, its steps, the client's answers and the appeal, in the database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from homeward.conduct import actions
from homeward.conduct.models import Appeal, ConductEvent, ResponseStep
from homeward.conduct.queries import ladder_standing, open_appeals, prior_steps
from homeward.conduct.reaching import every
from homeward.conduct.tests.staging import on_team, rules_in_force, talked
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.people.models import Client
from homeward.testing.cast import NOON, Cast

LATER = NOON + timedelta(days=2)


def agreed(cast: Cast, event: ConductEvent, **more: object) -> ResponseStep:
    """A written agreement after the talk."""
    return actions.take_step(
        actor=cast.dana.actor, event_id=event.pk, rung="written_agreement", now=LATER,
        **{
            "words": "Comes by 9:25.", "consequence": "Then we make a contract.",
            "review_on": LATER.date() + timedelta(days=14), **more,
        },
    )  # type: ignore[arg-type]  # fmt: skip


def test_from_talk_to_contract_with_the_client_heard_and_an_appeal(cast: Cast) -> None:
    """Each rung after the one before; the appeal goes to somebody who had no part in it."""
    rules_in_force(cast)
    event = talked(cast, stance="", client_words="")
    with pytest.raises(actions.StepRefused) as unheard:
        agreed(cast, event)
    assert unheard.value.codes == ("ladder_client_was_heard",)
    talk = every(ResponseStep).get(event=event)
    actions.reply_to_step(
        actor=cast.jo.actor, step_id=talk.pk, stance="partly", words="One bus an hour.", now=LATER
    )
    agreement = agreed(cast, event)
    actions.reply_to_step(
        actor=cast.jo.actor, step_id=agreement.pk, stance="disagrees", words="Too early.",
        now=LATER,
    )  # fmt: skip
    appeal = actions.file_appeal(
        actor=cast.jo.actor, step_id=agreement.pk, words="Ask the bus company.", now=LATER
    )
    assert [each.outcome for each in open_appeals(cast.jo.pk)] == [""]
    with pytest.raises(actions.StepRefused) as waits:
        actions.take_step(
            actor=cast.dana.actor, event_id=event.pk, rung="behavior_contract", words="Contract.",
            consequence="Team review.", review_on=LATER.date(), now=LATER,
        )  # fmt: skip
    assert waits.value.codes == ("ladder_no_open_appeal",)
    with pytest.raises(NotAllowed):
        actions.hear_appeal(
            actor=cast.dana.actor, appeal_id=appeal.pk, outcome="stands", answer="No.", now=LATER
        )
    with pytest.raises(StaleVersion):
        actions.hear_appeal(
            actor=cast.dina.actor, appeal_id=appeal.pk, outcome="stands", answer="No.", now=LATER,
            expected_version=appeal.version + 1,
        )  # fmt: skip
    heard = actions.hear_appeal(
        actor=cast.dina.actor, appeal_id=appeal.pk, outcome="set_aside",
        answer="The first bus comes at 9:40.", now=LATER,
    )  # fmt: skip
    assert heard.heard_by == cast.dina.row
    steps = prior_steps(cast.jo.pk)
    assert [(each.rung, each.client_stance, each.was_set_aside) for each in steps] == [
        ("conversation", "partly", False), ("written_agreement", "disagrees", True),
    ]  # fmt: skip
    assert steps[1].appeal is not None and steps[1].appeal.heard_by == "Dina Volkov"
    standing = ladder_standing(cast.jo.pk, LATER)
    assert (standing.rung, standing.next_rung) == ("conversation", "written_agreement")
    with pytest.raises(actions.AppealRefused):
        actions.file_appeal(actor=cast.jo.actor, step_id=agreement.pk, words="Again.", now=LATER)


def test_a_supervisor_in_the_review_does_not_hear_its_appeal(cast: Cast) -> None:
    """A grave event with a stated ground goes to the team at once; the director hears it."""
    event = talked(cast, "threat")
    with pytest.raises(actions.StepRefused) as alone:
        actions.take_step(
            actor=cast.dana.actor, event_id=event.pk, rung="team_review", words="Talked over.",
            safety_ground="He said he would wait for her outside.", now=LATER,
        )  # fmt: skip
    assert set(alone.value.codes) == {"ladder_two_of_staff", "ladder_one_in_charge"}
    step = actions.take_step(
        actor=cast.dana.actor, event_id=event.pk, rung="team_review", words="Talked over.",
        safety_ground="He said he would wait for her outside.", other_ids=[cast.sam.pk], now=LATER,
    )  # fmt: skip
    appeal = actions.file_appeal(
        actor=cast.dana.actor, step_id=step.pk, words="I was joking.", now=LATER
    )
    with pytest.raises(actions.AppealRefused) as refused:
        actions.hear_appeal(
            actor=cast.sam.actor, appeal_id=appeal.pk, outcome="stands", answer="No.", now=LATER
        )
    assert refused.value.codes == ("appeal_hearer_did_not_decide",)


@pytest.mark.parametrize(
    ("event_by", "filed_by", "code"),
    [
        ("sam", "jo", "appeal_hearer_did_not_write_event"),
        ("dana", "sam", "appeal_hearer_did_not_file"),
    ],
)
def test_who_wrote_the_event_or_the_appeal_does_not_hear_it(
    cast: Cast, event_by: str, filed_by: str, code: str
) -> None:
    """Sam had no part in the step and still wrote of it; the director hears it."""
    actor = getattr(cast, event_by).actor
    event = actions.record_event(
        actor=actor, client_id=cast.jo.pk, kind="disruption", at=NOON, words="Left.", now=NOON
    )
    step = actions.take_step(
        actor=cast.dana.actor, event_id=event.pk, rung="conversation", words="Talked.", now=LATER
    )
    appeal = actions.file_appeal(
        actor=getattr(cast, filed_by).actor, step_id=step.pk, words="Look again.", now=LATER
    )
    answer = {"appeal_id": appeal.pk, "outcome": "stands", "answer": "It stands.", "now": LATER}
    with pytest.raises(actions.AppealRefused) as refused:
        actions.hear_appeal(actor=cast.sam.actor, **answer)
    assert refused.value.codes == (code,)
    assert actions.hear_appeal(actor=cast.dina.actor, **answer).heard_by == cast.dina.row


def test_use_alone_is_answered_with_care_by_rule_and_by_the_database(cast: Cast) -> None:
    """The talk after use is a step of care; a rung is refused, and so is a row written by hand."""
    event = talked(cast, "substance_use")
    assert every(ResponseStep).get(event=event).rung == "talk_about_use"
    with pytest.raises(actions.StepRefused) as refused:
        actions.take_step(
            actor=cast.dana.actor, event_id=event.pk, rung="conversation", words="No.", now=LATER,
            safety_ground="Because of everybody's safety here.",
        )  # fmt: skip
    assert refused.value.codes == ("ladder_use_alone_is_clinical",)
    with pytest.raises(IntegrityError), transaction.atomic():
        ResponseStep.objects.create(
            client=cast.jo.row, site=cast.site, event=event, rung="conversation", at=NOON,
            words="No.", by=cast.dana.row, decision={},
        )  # fmt: skip
    assert ladder_standing(cast.jo.pk, LATER).rung == ""
    assert [each.is_clinical for each in prior_steps(cast.jo.pk)] == [True]


def test_what_was_said_is_never_changed_and_outsiders_reach_nothing(cast: Cast) -> None:
    """The walls hold; another site, another client and a technician beyond a talk are refused."""
    event = talked(cast)
    step = every(ResponseStep).get(event=event)
    with pytest.raises(DatabaseError), transaction.atomic():
        ResponseStep.objects.unscoped("the wall itself").filter(pk=step.pk).update(rung="x")
    with pytest.raises(Client.DoesNotExist):
        actions.record_event(
            actor=cast.omar.actor, client_id=cast.jo.pk, kind="disruption", at=NOON, words="x",
            now=NOON,
        )  # fmt: skip
    for act, more in (
        (actions.reply_to_step, {"stance": "agrees"}),
        (actions.file_appeal, {"words": "x"}),
    ):
        with pytest.raises(ResponseStep.DoesNotExist):
            act(actor=cast.pat.actor, step_id=step.pk, now=NOON, **more)
    with pytest.raises(NotAllowed):
        actions.reply_to_step(actor=cast.fay.actor, step_id=step.pk, stance="agrees", now=NOON)
    on_team(cast, cast.tess, "technician")
    seen = actions.record_event(
        actor=cast.tess.actor, client_id=cast.jo.pk, kind="disruption", at=NOON,
        words="Left the room twice.", talk="Agreed on a break.", now=NOON,
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        actions.take_step(
            actor=cast.tess.actor, event_id=seen.pk, rung="written_agreement", words="x", now=NOON
        )
    assert not every(Appeal).exists()


def test_an_appeal_of_a_leap_day_is_kept(cast: Cast) -> None:
    """29 February has no same day a year on; it is answered in business days all the same."""
    leap = datetime(2028, 2, 29, 18, tzinfo=UTC)
    event = actions.record_event(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind="late_or_left", at=leap, now=leap,
        words="Came at 10:05.", talk="We looked at earlier buses.", stance="disagrees",
        client_words="The bus was late.",
    )  # fmt: skip
    talk = every(ResponseStep).get(event=event)
    appeal = actions.file_appeal(
        actor=cast.jo.actor, step_id=talk.pk, words="Ask the bus company.", now=leap
    )
    assert appeal.answer_by == date(2028, 3, 7)
