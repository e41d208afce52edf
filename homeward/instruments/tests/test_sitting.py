"""Answers are kept one by one, and danger is told before any total."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward import audit
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.instruments import actions, sitting
from homeward.instruments.models import Response, Sitting
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
CALM = {str(n): 0 for n in range(1, 10)}


def save(cast: Cast, answers: dict[str, Any], instrument: str = "phq9", **more: Any) -> Any:
    return sitting.save_items(
        actor=more.pop("actor", cast.dana.actor), client_id=cast.jo.pk, instrument=instrument,
        answers=answers, now=clock.now(), **more,
    )  # fmt: skip


def hand_in(cast: Cast, answers: dict[str, Any], instrument: str = "phq9", **more: Any) -> Response:
    return sitting.hand_in(
        actor=more.pop("actor", cast.dana.actor), client_id=cast.jo.pk, instrument=instrument,
        answers=answers, now=clock.now(), **more,
    )  # fmt: skip


def duties(cast: Cast) -> list[CareTask]:
    rows = CareTask.objects.for_actor(SERVICE, Purpose.TREATMENT)
    return list(rows.filter(client=cast.jo.row, kind="safety").order_by("opened_at"))


def sheets(cast: Cast) -> list[Sitting]:
    return list(Sitting.objects.for_actor(SERVICE, Purpose.TREATMENT).filter(client=cast.jo.row))


class TestSavingItemByItem:
    def test_keeps_one_sheet(self, cast: Cast) -> None:
        """A later answer replaces, None takes back, the rest stays."""
        save(cast, {"1": 2})
        save(cast, {"2": "1"})
        kept = save(cast, {"1": None, "3": 0})
        assert kept.answers == {"2": 1, "3": 0}
        (sheet,) = sheets(cast)
        assert sheet.sheet == {"2": 1, "3": 0}

    def test_seals_the_answers(self, cast: Cast) -> None:
        """The column holds nothing to read."""
        from django.db import connection

        save(cast, {"9": 3})
        with connection.cursor() as cursor:
            cursor.execute("SELECT answers FROM instruments_sitting")
            (stored,) = cursor.fetchone()
        assert stored.startswith("v2.")

    def test_is_audited_once_a_sitting(self, cast: Cast) -> None:
        """Ten items are one row that says a sitting began, not ten."""
        for number in range(1, 10):
            save(cast, {str(number): 0})
        hand_in(cast, {})
        codes = list(Entry.objects.values_list("code", flat=True))
        assert codes.count("instruments.sitting.begun") == 1
        assert codes.count("instruments.response.handed_in") == 1

    def test_becomes_the_response_of_its_id(self, cast: Cast) -> None:
        """One thing under one name, frozen once it is handed in."""
        begun = save(cast, {**CALM, "1": 3}).sitting
        response = hand_in(cast, {"2": 3})
        assert response.pk == begun.pk
        assert response.scores["total"]["value"] == 6
        (sheet,) = sheets(cast)
        assert sheet.ended_at is not None
        with pytest.raises(DatabaseError), transaction.atomic():
            sheet.change(answers="{}")

    def test_begins_a_new_sheet_afterwards(self, cast: Cast) -> None:
        """The next time is its own sitting."""
        hand_in(cast, CALM)
        save(cast, {"1": 1})
        assert len(sheets(cast)) == 2

    def test_begins_with_an_answer_and_not_before(self, cast: Cast) -> None:
        """Looking at a form, or sending it empty, leaves nothing begun."""
        assert save(cast, {}).answers == {}
        save(cast, {"1": None})
        assert sheets(cast) == []

    def test_needs_an_answer_to_hand_in(self, cast: Cast) -> None:
        """An empty sheet is no response."""
        with pytest.raises(actions.NothingAnswered):
            hand_in(cast, {})

    @pytest.mark.parametrize("answers", [{"1": 9}, {"99": 0}, {"1": "often"}])
    def test_names_the_item_that_is_wrong(self, cast: Cast, answers: dict[str, Any]) -> None:
        with pytest.raises(actions.AnswersUnreadable) as refused:
            save(cast, answers)
        assert refused.value.codes == (f"answers.{next(iter(answers))}",)

    def test_is_nothing_out_of_reach(self, cast: Cast) -> None:
        for outsider in (cast.omar, cast.ruth, cast.kim):
            with pytest.raises(Client.DoesNotExist):
                save(cast, {"1": 0}, actor=outsider.actor)


class TestSafety:
    def test_fires_with_the_item_before_any_total(self, cast: Cast) -> None:
        """Item 9 alone opens the duty: owned, due, with a disposition to choose."""
        kept = save(cast, {"9": 1})
        assert [rule.id for rule in kept.safety] == ["phq9.safety.1"]
        assert kept.duties_opened == ("phq9.safety.1",)
        (duty,) = duties(cast)
        assert duty.owner_id == cast.dana.pk
        assert duty.due_at > duty.opened_at
        assert duty.detail["response"] == str(kept.sitting.pk)

    def test_opens_it_once_a_sitting(self, cast: Cast) -> None:
        """Saved again, answered otherwise, handed in: one duty."""
        for value in (1, 2, 3, 1):
            save(cast, {"9": value})
        hand_in(cast, CALM | {"9": 2})
        assert len(duties(cast)) == 1

    def test_stays_when_the_answer_is_taken_back(self, cast: Cast) -> None:
        """The duty is closed by what was done, not by another answer."""
        save(cast, {"9": 1})
        kept = save(cast, {"9": 0})
        assert kept.safety == ()
        (duty,) = duties(cast)
        assert duty.closed_at is None

    def test_asks_about_silence_only_at_the_end(self, cast: Cast) -> None:
        """An open item 9 is no finding while the form is being answered."""
        save(cast, {"1": 1})
        assert duties(cast) == []
        hand_in(cast, {str(n): 0 for n in range(1, 9)})
        assert [duty.detail["rule"] for duty in duties(cast)] == ["phq9.safety.2"]

    def test_opens_one_for_each_sitting(self, cast: Cast) -> None:
        """A week later it is a new danger, though last week's duty is open still."""
        hand_in(cast, CALM | {"9": 1})
        hand_in(cast, CALM | {"9": 1})
        assert len(duties(cast)) == 2

    def test_of_the_clients_own_phone_goes_to_the_primary_counselor(self, cast: Cast) -> None:
        save(cast, {"9": 1}, actor=cast.jo.actor)
        assert [duty.owner_id for duty in duties(cast)] == [cast.dana.pk]


class TestSkipLogic:
    def test_asks_what_the_answers_open(self, cast: Cast) -> None:
        """C-SSRS items 3 to 5 come after a yes to item 2."""
        closed = save(cast, {"2": "N"}, "cssrs_screener").standing
        assert "3" not in closed.asked
        assert "3" in save(cast, {"2": "Y"}, "cssrs_screener").standing.asked

    def test_leaves_out_answers_no_longer_asked(self, cast: Cast) -> None:
        """A yes to item 4 does not outlive a no to item 2."""
        save(cast, {"1": "Y", "2": "Y", "4": "Y"}, "cssrs_screener")
        response = hand_in(cast, {"2": "N", "6": "N"}, "cssrs_screener")
        assert "4" not in response.answers
        assert response.rules["risk"]["result"] == "low"


class TestPaper:
    def test_keeps_the_papers_own_date_and_who_entered_it(self, cast: Cast) -> None:
        from datetime import timedelta

        then = clock.now() - timedelta(days=3)
        response = hand_in(cast, CALM, way="paper", answered_at=then)
        assert (response.answered_at, response.way) == (then, "paper")
        assert response.taken_by_id == cast.dana.pk

    def test_is_never_of_tomorrow(self, cast: Cast) -> None:
        from datetime import timedelta

        with pytest.raises(sitting.AnsweredInFuture):
            hand_in(cast, CALM, way="paper", answered_at=clock.now() + timedelta(days=1))

    def test_keyed_twice_must_agree(self, cast: Cast) -> None:
        """The items that differ are named, and nothing is handed in."""
        with pytest.raises(sitting.NotTheSame) as differing, audit.unit():
            hand_in(cast, CALM, second=CALM | {"4": 2}, way="paper")
        assert differing.value.codes == ("4",)
        assert hand_in(cast, CALM, second=CALM, way="paper").is_checked_twice
