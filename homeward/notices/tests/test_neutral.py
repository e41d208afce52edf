"""Every notice in every channel and language is neutral, with this house's names as well."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from homeward.notices.labels import CODES
from homeward.notices.models import Channel
from homeward.notices.rules.hours import next_allowed
from homeward.notices.rules.inbound import number_of, word_of
from homeward.notices.rules.lexicon import hits
from homeward.notices.wording import LANGUAGES, NoWording, codes, text_of, wording_of

PROGRAMS = Path(__file__).parents[3] / "programs"


def houses() -> list[tuple[str, list[str]]]:
    """The neutral sender and every other name of each shipped organization."""
    found = []
    for file in sorted(PROGRAMS.glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        own = next(
            part for part in (told.get("organisation"), told.get("organization"), told) if part
        )
        names = [own["name"], own["public_name"], told["program"]["name"]]
        names += [site["name"] for site in told.get("site", told.get("sites", []))]
        found.append((own["neutral_name"], names))
    return found


@pytest.mark.parametrize(
    "sender, names", houses(), ids=lambda each: each if isinstance(each, str) else ""
)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("channel", Channel.values)
@pytest.mark.parametrize("code", codes())
def test_a_stranger_learns_nothing(
    code: str, channel: str, language: str, sender: str, names: list[str]
) -> None:
    said = wording_of(code, channel, language, sender=sender)
    assert hits(said.everything, names) == ()
    assert hits(wording_of(code, channel, language).everything, names) == ()


def test_every_notice_has_words_in_both_languages_and_on_the_screens() -> None:
    assert set(codes()) == set(CODES)
    for code in codes():
        assert text_of(code, "en") != text_of(code, "es")
    with pytest.raises(NoWording):
        text_of("overdue_rent", "en")


@pytest.mark.parametrize(
    "text",
    [
        "Your treatment group is at 9", "Su grupo de tratamiento", "From Cedar House Recovery",
        "Reminder from Dr. Lee's clinic", "Análisis de orina mañana", "cedarhouse.example/x",
        "Your IOP session", "SOBRIEDAD", "Rehabilitación", "Probation report is ready",
    ],
)  # fmt: skip
def test_what_says_too_much_is_found(text: str) -> None:
    assert hits(text, ["Cedar House Recovery", "Cedar House"])


@pytest.mark.parametrize(
    "body, word",
    [
        ("STOP", "stop"), (" stop.\n", "stop"), ("Stop All", "stop"), ("Opt-out", "stop"),
        ("ALTO", "stop"), ("¡Basta!", "stop"), ("UNSUBSCRIBE", "stop"), ("start", "start"),
        ("Unstop", "start"), ("Sí", "start"), ("stop by tomorrow", "other"), ("", "other"),
        ("don't stop", "other"), ("help", "other"), ("....", "other"),
    ],
)  # fmt: skip
def test_a_word_that_came_in_is_the_whole_message(body: str, word: str) -> None:
    assert word_of(body) == word


def test_one_number_is_written_in_one_way() -> None:
    ways = ("+1 (512) 555-0142", "1-512-555-0142", "512.555.0142", "5125550142")
    assert {number_of(each) for each in ways} == {"5125550142"}
    assert number_of("+52 1 55 1234 5678") == "5215512345678"
    assert number_of("front desk") == ""


@pytest.mark.parametrize(
    "now, wanted",
    [
        ("2026-11-24T18:00", "2026-11-24T18:00"),  # noon in Chicago
        ("2026-11-25T03:00", "2026-11-25T15:00"),  # nine in the evening: next morning
        ("2026-11-24T14:59", "2026-11-24T15:00"),  # a minute before nine
        ("2026-03-08T02:30", "2026-03-08T14:00"),  # the night clocks go forward
        ("2026-11-01T02:30", "2026-11-01T15:00"),  # the night they go back
    ],
)
def test_the_hours_are_those_of_the_wall(now: str, wanted: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = next_allowed(at, "America/Chicago", 9, 20)
    assert found == datetime.fromisoformat(wanted).replace(tzinfo=UTC)
