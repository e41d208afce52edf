"""Who must sign, how a paper stands, when it is due, and how long a link opens: in tables."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.kernel.reasons import Source
from homeward.packets.library import DOCUMENTS, TEXTS, content_hash, papers, words_of
from homeward.packets.rules.links import LASTS, MOST_TRIES, link_state, plain_code
from homeward.packets.rules.papers import LANGUAGES, Unsound, paper_from
from homeward.packets.rules.signers import Signing, must_sign, still_missing
from homeward.packets.rules.standing import SETTLED, standing_of
from homeward.program.rules.default_deadlines import DEADLINES, DueRule
from homeward.program.rules.due import due_at

ADULT = Signing(age=34, adult_age=18)
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
ROLES = st.sampled_from(("client", "guardian", "staff", "witness", "physician"))


class TestWhoMustSign:
    @pytest.mark.parametrize(
        "paper, case, expected",
        [
            ("rights", ADULT, ("client",)),
            ("rights", Signing(age=18, adult_age=18), ("client",)),
            ("rights", Signing(age=17, adult_age=18), ("client", "guardian")),
            ("rights", Signing(age=17, adult_age=18, minor_signs_alone=True), ("client",)),
            ("rights", Signing(age=None, adult_age=18), ("client",)),
            ("rights", Signing(age=17, adult_age=21), ("client", "guardian")),
            ("rights", Signing(age=50, adult_age=18, has_court_guardian=True), ("guardian",)),
            ("rights", Signing(age=16, adult_age=18, has_court_guardian=True), ("guardian",)),
            ("confidentiality_explained", ADULT, ("client", "staff")),
            ("orientation", Signing(age=17, adult_age=18), ("client", "guardian", "staff")),
            ("program_rules", ADULT, ("client",)),
            (
                "program_rules",
                Signing(age=50, adult_age=18, has_court_guardian=True),
                ("guardian", "witness"),
            ),
            ("pdmp_check", ADULT, ("staff",)),
            ("physician_certification", ADULT, ()),
            (
                "physician_certification",
                Signing(age=70, adult_age=18, holds=frozenset({"payer:medicare"})),
                ("physician",),
            ),
            (
                "physician_certification",
                Signing(age=70, adult_age=18, holds=frozenset({"payer:medicaid"})),
                (),
            ),
        ],
    )
    def test_table(self, paper: str, case: Signing, expected: tuple[str, ...]) -> None:
        assert must_sign(papers()[paper], case) == expected

    @given(age=st.one_of(st.none(), st.integers(0, 110)), alone=st.booleans(), court=st.booleans())
    def test_every_paper_for_clients_asks_the_client_or_a_guardian(
        self, age: int | None, alone: bool, court: bool
    ) -> None:
        case = Signing(age=age, adult_age=18, minor_signs_alone=alone, has_court_guardian=court)
        for paper in papers().values():
            asked = must_sign(paper, case)
            assert len(asked) == len(set(asked))
            if any(each.who == "client" and not each.when for each in paper.signers):
                assert {"client", "guardian"} & set(asked)
            assert not (court and "client" in asked)

    @given(required=st.lists(ROLES, unique=True), signed=st.lists(ROLES, unique=True))
    def test_one_more_signature_never_makes_more_missing(
        self, required: list[str], signed: list[str]
    ) -> None:
        for role in required:
            assert set(still_missing(required, [*signed, role])) <= set(
                still_missing(required, signed)
            )
        assert not still_missing(required, required)


class TestStanding:
    @pytest.mark.parametrize(
        "required, signed, refused, due_in, expected",
        [
            (("client",), (), False, None, "open"),
            (("client",), (), False, 1, "open"),
            (("client",), (), False, 0, "open"),
            (("client",), (), False, -1, "overdue"),
            (("client", "staff"), ("staff",), False, 1, "partly"),
            (("client", "staff"), ("staff",), False, -1, "overdue"),
            (("client", "staff"), ("staff", "client"), False, -1, "signed"),
            (("client",), ("client",), True, -1, "refused"),
            (("client",), ("witness",), False, 1, "open"),
        ],
    )
    def test_table(
        self, required: tuple[str, ...], signed: tuple[str, ...], refused: bool,
        due_in: int | None, expected: str,
    ) -> None:  # fmt: skip
        due = None if due_in is None else NOW + timedelta(seconds=due_in)
        found = standing_of(
            required=required, signed=signed, is_refused=refused, due_at=due, now=NOW
        )
        assert found == expected

    @given(
        required=st.lists(ROLES, min_size=1, unique=True),
        signed=st.lists(ROLES, unique=True),
        later=st.integers(0, 10**6),
    )
    def test_time_alone_settles_nothing(
        self, required: list[str], signed: list[str], later: int
    ) -> None:
        states = [
            standing_of(
                required=required, signed=signed, is_refused=False, due_at=NOW,
                now=NOW + timedelta(seconds=passed),
            )
            for passed in (0, later)
        ]  # fmt: skip
        assert (states[0] in SETTLED) == (states[1] in SETTLED)


def rule(limit: int, unit: str, calendar: str = "calendar") -> DueRule:
    return DueRule("x", "all", "admission", limit, unit, calendar, Source("x", "x"))


CHICAGO = "America/Chicago"
THANKSGIVING = (date(2026, 11, 26), date(2026, 11, 27))


class TestDueDates:
    """Days run to the end of the site's day, over weekends, holidays and the changed clock."""

    @pytest.mark.parametrize(
        "started, due, closed, until",
        [
            ("2026-11-24T12:00", rule(0, "days"), (), "2026-11-24T12:00"),
            ("2026-11-24T12:00", rule(1, "days"), (), "2026-11-26T00:00"),
            ("2026-11-24T23:59", rule(1, "days"), (), "2026-11-26T00:00"),
            ("2026-11-24T12:00", rule(3, "days", "business"), (), "2026-11-28T00:00"),
            ("2026-11-24T12:00", rule(3, "days", "business"), THANKSGIVING, "2026-12-02T00:00"),
            ("2026-11-27T12:00", rule(1, "days", "business"), (), "2026-12-01T00:00"),
            ("2026-11-28T12:00", rule(2, "days", "business"), (), "2026-12-02T00:00"),
            (
                "2026-12-30T12:00",
                rule(2, "days", "business"),
                (date(2027, 1, 1),),
                "2027-01-05T00:00",
            ),
            ("2027-03-13T12:00", rule(1, "days"), (), "2027-03-15T00:00"),
            ("2026-10-31T12:00", rule(1, "days"), (), "2026-11-02T00:00"),
            ("2026-11-24T12:00", rule(24, "hours"), (), "2026-11-25T12:00"),
            ("2027-03-13T12:00", rule(24, "hours"), (), "2027-03-14T13:00"),
        ],
    )
    def test_table(self, started: str, due: DueRule, closed: tuple[date, ...], until: str) -> None:
        zone = ZoneInfo(CHICAGO)
        start = datetime.fromisoformat(started).replace(tzinfo=zone).astimezone(UTC)
        found = due_at(due, start, CHICAGO, closed)
        assert found.astimezone(zone).replace(tzinfo=None).isoformat(timespec="minutes") == until

    @given(
        started=st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001 - set below
        days=st.integers(1, 30),
    )
    def test_business_days_are_never_shorter_and_never_end_on_a_weekend(
        self, started: datetime, days: int
    ) -> None:
        start = started.replace(tzinfo=UTC)
        plain = due_at(rule(days, "days"), start, CHICAGO)
        business = due_at(rule(days, "days", "business"), start, CHICAGO)
        assert business >= plain > start
        last = (business.astimezone(ZoneInfo(CHICAGO)) - timedelta(seconds=1)).date()
        assert last.weekday() < 5


class TestLinks:
    @pytest.mark.parametrize(
        "passed, tries, ended, expected",
        [
            (timedelta(0), 0, None, "open"),
            (LASTS - timedelta(seconds=1), MOST_TRIES - 1, None, "open"),
            (LASTS, 0, None, "expired"),
            (timedelta(0), MOST_TRIES, None, "locked"),
            (timedelta(hours=1), 0, timedelta(minutes=5), "ended"),
            (LASTS, MOST_TRIES, timedelta(0), "ended"),
        ],
    )
    def test_table(
        self, passed: timedelta, tries: int, ended: timedelta | None, expected: str
    ) -> None:
        found = link_state(
            expires_at=NOW + LASTS, ended_at=None if ended is None else NOW + ended, tries=tries,
            now=NOW + passed,
        )  # fmt: skip
        assert found == expected

    def test_gaps_in_a_code_do_not_matter(self) -> None:
        assert plain_code(" 123-456 ") == "123456"


class TestShippedPapers:
    def test_every_paper_has_its_words_in_both_languages_and_a_due_rule(self) -> None:
        for paper in papers().values():
            assert paper.deadline in DEADLINES
            for language in LANGUAGES:
                text = words_of(paper.code, paper.version, language)
                assert text.startswith("# ")

    def test_no_text_lies_about_that_no_paper_names(self) -> None:
        named = {
            f"{each.code}.{each.version}.{language}.txt"
            for each in papers().values()
            if not each.consent
            for language in LANGUAGES
        }
        assert {path.name for path in TEXTS.iterdir()} == named
        assert len(list(DOCUMENTS.glob("*.toml"))) == len(papers())

    def test_any_change_of_words_answers_or_signer_changes_the_hash(self) -> None:
        base = {
            "paper": papers()["rights"], "version": "2026-11", "language": "en",
            "client_id": "a", "who": "client", "name": "Jo", "answers": {},
        }  # fmt: skip
        hashes = {
            content_hash(**{**base, **change})  # type: ignore[arg-type]
            for change in (
                {}, {"language": "es"}, {"client_id": "b"}, {"who": "guardian"}, {"name": "J"},
                {"answers": {"a": "yes"}}, {"paper": papers()["telehealth"]},
            )
        }  # fmt: skip
        assert len(hashes) == 7

    @pytest.mark.parametrize(
        "change, words",
        [
            ({"signers": []}, "nobody signs"),
            ({"meaning": "maybe"}, "unknown meaning"),
            ({"signers": [{"who": "neighbor"}]}, "unknown signer"),
            ({"title": {"en": "A"}}, "no words in es"),
            (
                {"questions": [{"code": "a", "kind": "choice", "en": "A", "es": "A"}]},
                "a choice has options",
            ),
        ],
    )
    def test_an_unsound_file_says_what_is_wrong(self, change: dict, words: str) -> None:
        sound = {
            "code": "x", "version": "1", "order": 1, "meaning": "agree", "deadline": "d",
            "title": {"en": "A", "es": "A"}, "why": {"en": "A", "es": "A"},
            "signers": [{"who": "client"}],
        }  # fmt: skip
        assert paper_from(sound).code == "x"
        with pytest.raises(Unsound, match=words):
            paper_from({**sound, **change})
