"""A locked page opens with its passphrase alone, and says nothing before."""

from datetime import date, datetime

import pytest

from homeward.documents.rules.codes import read_code
from homeward.downtime.locking import (
    PHRASE_SIGNS,
    ROUNDS,
    CannotUnlock,
    derived_from,
    locked_page,
    new_phrase,
    unlocked,
)
from homeward.downtime.rules.keying import Keyed, problems_of
from homeward.downtime.rules.morning import is_due, kept_from

QUICK = 1000


@pytest.fixture(scope="module")
def page():
    phrase = new_phrase()
    derived = derived_from(phrase, rounds=QUICK)
    return phrase, locked_page("<h1>Jo Avery</h1>", derived, title="CH, 24 November", said="Made.")


class TestLocking:
    def test_opens_as_people_type_the_phrase(self, page):
        phrase, locked = page
        assert unlocked(locked, phrase.lower().replace("-", " ")) == "<h1>Jo Avery</h1>"

    def test_says_nothing_before_it_is_open(self, page):
        _phrase, locked = page
        assert b"Avery" not in locked and b"CH, 24 November" in locked
        for word in (b"http://", b"https://", b"src=", b"@script@", b"@sealed@"):
            assert word not in locked, word

    def test_another_phrase_or_an_altered_file_does_not_open(self, page):
        phrase, locked = page
        with pytest.raises(CannotUnlock):
            unlocked(locked, new_phrase())
        for before, after in ((b'"rounds":1000', b'"rounds":1001'), (b'"v":1', b'"v":2')):
            with pytest.raises(CannotUnlock):
                unlocked(locked.replace(before, after), phrase)

    def test_two_files_of_one_key_share_no_nonce(self):
        derived = derived_from(new_phrase(), rounds=QUICK)
        one, two = (locked_page("same", derived, title="t", said="s") for _ in range(2))
        assert one != two

    def test_the_phrase_is_strong_and_the_rounds_are_many(self):
        assert PHRASE_SIGNS * 5 >= 100 and ROUNDS >= 600_000
        assert read_code(new_phrase(), PHRASE_SIGNS)
        with pytest.raises(ValueError):
            derived_from("correct horse")


class TestRules:
    @pytest.mark.parametrize(
        "hour, made_on, due",
        [(4, None, False), (5, None, True), (23, date(2026, 11, 23), True),
         (6, date(2026, 11, 24), False)],
    )  # fmt: skip
    def test_once_a_morning_from_the_hour_on(self, hour, made_on, due):
        assert is_due(datetime(2026, 11, 24, hour), 5, made_on) is due  # noqa: DTZ001

    def test_keeps_so_many_days(self):
        assert kept_from(date(2026, 11, 24), 14) == date(2026, 11, 10)

    @pytest.mark.parametrize(
        "given, code",
        [
            ({"words": " "}, "paper_words_missing"),
            ({"words": "", "left_at": 11}, "paper_times_missing"),
            ({"came_at": 11, "left_at": 10}, "paper_left_before"),
            ({"written_at": 19}, "paper_written_later"),
            ({"written_at": -30}, "paper_written_too_early"),
            ({"is_author_of_site": False}, "paper_author_unknown"),
            ({}, None),
            ({"words": "", "came_at": 10}, None),
        ],
    )
    def test_what_cannot_be_keyed(self, given, code):
        from datetime import timedelta

        day = datetime(2026, 11, 24)  # noqa: DTZ001
        facts = {"starts_at": 9, "written_at": 12, "now": 18, "words": "Seen."} | given
        instants = {
            name: day + timedelta(hours=value) if type(value) is int else value
            for name, value in facts.items()
        }
        assert problems_of(Keyed(**instants)) == ((code,) if code else ())
