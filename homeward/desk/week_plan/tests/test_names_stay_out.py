"""What is kept with a draft for everybody who plans names no client."""

from types import SimpleNamespace
from typing import Any

from homeward.desk.week_plan.pages.question import take_over_words
from homeward.desk.week_plan.pages.repairs import question_words
from homeward.timetable.questions import WeekQuestion


def seen_by_somebody_who_knows_jo() -> Any:
    """Whoever asks reaches Jo; who reads the list of moves later may not."""
    names = SimpleNamespace(client=lambda _id: "Jo A.", staff=lambda _id: "Ruth Abara")
    return SimpleNamespace(labels=SimpleNamespace(names=names))


def test_a_client_asked_about_is_not_named_in_the_kept_move() -> None:
    ground = seen_by_somebody_who_knows_jo()
    asked = WeekQuestion(kind=WeekQuestion.Kind.WHAT_IF, question={"client": "c-1"})

    assert "Jo A." in question_words(ground, asked)
    assert "Jo A." not in take_over_words(ground, asked, {"name": "with_offer"})


def test_a_colleague_who_is_away_is() -> None:
    ground = seen_by_somebody_who_knows_jo()
    event = {"kind": "staff_away", "staff": "s-1", "windows": []}
    asked = WeekQuestion(kind=WeekQuestion.Kind.REPAIR, question={"events": [event]})

    assert "Ruth Abara" in take_over_words(ground, asked, {"name": "least"})
