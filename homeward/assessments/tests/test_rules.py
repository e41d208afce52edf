"""The pure rules: codes and counts, shapes of answers, what arrives filled, the week."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.assessments.diagnoses import diagnoses_in, principal
from homeward.assessments.library import CODE_SET, edition, families
from homeward.assessments.rules.answering import answer_of
from homeward.assessments.rules.completeness import state_of
from homeward.assessments.rules.diagnosing import CRITERIA, Finding, diagnose, severity_of
from homeward.assessments.rules.filling import Told, filling_of
from homeward.assessments.rules.questions import Column, Question
from homeward.assessments.rules.reading import edition_of
from homeward.assessments.rules.telling import sentence_of
from homeward.assessments.rules.week import Window, hours_free, obligations_in, windows_of
from homeward.kernel.bad_input import BadInput

NOON = datetime.fromisoformat("2026-11-24T12:00:00-06:00")
ASKED = edition().questions


def found(substance: str, count: int, **more: Any) -> Any:
    """The diagnosis of somebody who meets that many criteria, the pharmacological ones last."""
    finding = Finding(substance=substance, criteria=CRITERIA[:count], **more)
    return diagnose(finding, families(), CODE_SET)


class TestDiagnosing:
    @pytest.mark.parametrize(
        ("substance", "count", "more", "code"),
        [
            ("alcohol", 1, {}, "none"),
            ("alcohol", 2, {}, "F10.10"),
            ("alcohol", 3, {"remission": "early"}, "F10.11"),
            ("alcohol", 4, {}, "F10.20"),
            ("alcohol", 11, {"remission": "sustained"}, "F10.21"),
            ("heroin", 2, {}, "F11.10"),
            ("fentanyl", 6, {}, "F11.20"),
            ("other_opioid", 6, {"remission": "early"}, "F11.21"),
            ("marijuana", 5, {}, "F12.20"),
            ("benzodiazepine", 3, {}, "F13.10"),
            ("cocaine", 6, {"remission": "sustained"}, "F14.21"),
            ("methamphetamine", 6, {}, "F15.20"),
            ("other_stimulant", 3, {"remission": "early"}, "F15.11"),
            ("other_sedative", 4, {}, "F13.20"),
            ("hallucinogen", 2, {}, "F16.10"),
            ("inhalant", 4, {}, "F18.20"),
            ("tobacco", 3, {}, "Z72.0"),
            ("tobacco", 4, {}, "F17.200"),
            ("tobacco", 6, {"remission": "early"}, "F17.201"),
            ("tobacco", 3, {"remission": "early"}, "choose_by_hand"),
            ("other", 4, {}, "F19.20"),
            ("moonshine", 4, {}, "F19.20"),
        ],
    )
    def test_severity_and_remission_choose_the_code(
        self, substance: str, count: int, more: Any, code: str
    ) -> None:
        """One number for mild, one for more, each with its own in remission."""
        assert found(substance, count, **more).outcome == code

    @pytest.mark.parametrize(
        ("count", "severity"),
        [(0, "none"), (1, "none"), (2, "mild"), (3, "mild"), (4, "moderate"), (5, "moderate"),
         (6, "severe"), (11, "severe")],
    )  # fmt: skip
    def test_the_bands_are_those_of_the_manual(self, count: int, severity: str) -> None:
        """Two, four, six."""
        assert severity_of(count) == severity

    def test_a_prescribed_medication_leaves_tolerance_and_withdrawal_out(self) -> None:
        """Two lines of the body alone are no disorder while it is taken as prescribed."""
        given = {"substance": "other_opioid", "criteria": ("tolerance", "withdrawal")}
        assert diagnose(Finding(**given), families(), CODE_SET).outcome == "F11.10"
        told = diagnose(Finding(**given, only_as_prescribed=True), families(), CODE_SET)
        assert (told.outcome, told.extras["count"]) == ("none", 0)

    @pytest.mark.parametrize("substance", ["hallucinogen", "inhalant"])
    def test_withdrawal_is_no_criterion_for_some(self, substance: str) -> None:
        """Eleven ticks are ten."""
        assert found(substance, 11).extras["count"] == 10

    def test_specifiers_are_said_only_where_they_hold(self) -> None:
        """A controlled environment in remission; maintenance for opioids and tobacco."""
        both = {"specifiers": ("controlled_environment", "maintenance")}
        assert found("heroin", 6, remission="early", **both).extras["specifiers"] == [
            "maintenance", "controlled_environment",
        ]  # fmt: skip
        assert found("heroin", 6, **both).extras["specifiers"] == ["maintenance"]
        assert found("alcohol", 6, **both).extras["specifiers"] == []
        assert found("alcohol", 1, remission="early", **both).extras["specifiers"] == []

    def test_the_disorder_with_the_most_criteria_is_principal(self) -> None:
        """Of two alike the one written first; none under two."""
        line = {"criteria": list(CRITERIA[:3])}
        rows = [
            {"substance": "alcohol", **line},
            {"substance": "cocaine", "criteria": list(CRITERIA[:6])},
            {"substance": "marijuana", "criteria": ["craving"]},
            {"criteria": ["craving"]},
        ]
        every = diagnoses_in({"diagnosis.use": rows})
        assert [each.code for each in every] == ["F10.10", "F14.20", ""]
        assert principal(every) is every[1]
        assert principal(diagnoses_in({})) is None

    @pytest.mark.parametrize(
        ("lines", "codes"),
        [
            ((("heroin", 6), ("fentanyl", 4)), [("F11.20", "severe", ("heroin", "fentanyl"))]),
            ((("heroin", 2), ("fentanyl", 7)), [("F11.20", "severe", ("heroin", "fentanyl"))]),
            ((("fentanyl", 3), ("heroin", 2)), [("F11.10", "mild", ("fentanyl", "heroin"))]),
            ((("heroin", 6), ("other_opioid", 1)), [("F11.20", "severe", ("heroin",))]),
            ((("heroin", 6, "early"), ("fentanyl", 2)),
             [("F11.20", "severe", ("heroin", "fentanyl"))]),
            ((("heroin", 6, "sustained"), ("fentanyl", 4, "early")),
             [("F11.21", "severe", ("heroin", "fentanyl"))]),
            ((("heroin", 6, "early"), ("fentanyl", 1)), [("F11.21", "severe", ("heroin",))]),
            ((("methamphetamine", 6), ("alcohol", 2), ("other_stimulant", 5)),
             [("F15.20", "severe", ("methamphetamine", "other_stimulant")),
              ("F10.10", "mild", ("alcohol",))]),
            ((("benzodiazepine", 4), ("other_sedative", 2)),
             [("F13.20", "moderate", ("benzodiazepine", "other_sedative"))]),
            ((("cocaine", 6), ("methamphetamine", 6)),
             [("F14.20", "severe", ("cocaine",)), ("F15.20", "severe", ("methamphetamine",))]),
            ((("heroin", 1), ("fentanyl", 0)), [("", "none", ("heroin",))]),
        ],
    )  # fmt: skip
    def test_a_class_of_substances_has_one_disorder(self, lines: Any, codes: Any) -> None:
        """As grave as the graver line, in remission only when all of it is; it names each."""
        rows = [
            {
                "substance": substance, "criteria": list(CRITERIA[:count]),
                "remission": now[0] if now else "active",
            }
            for substance, count, *now in lines
        ]  # fmt: skip
        every = diagnoses_in({"diagnosis.use": rows})
        found = [(each.code, each.decision.extras["severity"], each.substances) for each in every]
        assert found == codes
        told = [each.code for each in every[0].decision.reasons]
        assert ("one_disorder_of_its_class" in told) == (len(codes[0][2]) > 1)

    @given(st.sets(st.sampled_from(CRITERIA)), st.sampled_from(sorted(families())))
    def test_one_more_line_never_makes_it_milder(self, held: set[str], substance: str) -> None:
        """For any substance and any ticks."""
        order = ["none", "mild", "moderate", "severe"]
        before = diagnose(Finding(substance=substance, criteria=held), families(), CODE_SET)
        for more in set(CRITERIA) - held:
            finding = Finding(substance=substance, criteria=held | {more})
            after = diagnose(finding, families(), CODE_SET)
            assert order.index(after.extras["severity"]) >= order.index(before.extras["severity"])


class TestAnswers:
    @pytest.mark.parametrize(
        ("code", "given", "kept"),
        [
            ("pregnancy", "no", "no"),
            ("pregnancy", "", None),
            ("use.craving", "7", 7),
            ("use.craving", None, None),
            ("strengths", "Funny\n\n Keeps a job ", ["Funny", "Keeps a job"]),
            ("use.last", "2026-11-23", "2026-11-23"),
            ("use.substances", [{"substance": "alcohol", "route": ""}, {}],
             [{"substance": "alcohol"}]),
            ("use.substances", ["alcohol"], [{"substance": "alcohol"}]),
            ("obligations", "Works nights", [{"what": "Works nights"}]),
            ("availability", [{"days": ["0"], "starts": "9:30:00".zfill(8), "ends": "12:00"}],
             [{"days": ["0"], "starts": "09:30", "ends": "12:00"}]),
            ("diagnosis.other", [{"code": "f33.1"}], [{"code": "F33.1"}]),
        ],
    )  # fmt: skip
    def test_have_one_shape(self, code: str, given: Any, kept: Any) -> None:
        """However they were sent."""
        assert answer_of(ASKED[code], given) == kept

    @pytest.mark.parametrize(
        ("code", "given", "path"),
        [
            ("pregnancy", "perhaps", "pregnancy"),
            ("use.craving", 11, "use.craving"),
            ("use.craving", "much", "use.craving"),
            ("use.last", "yesterday", "use.last"),
            ("use.consequences", ["health", "luck"], "use.consequences"),
            ("diagnosis.other", [{"code": "depression"}], "diagnosis.other[0].code"),
            ("availability", [{"starts": "late"}], "availability[0].starts"),
        ],
    )
    def test_are_refused_at_their_path(self, code: str, given: Any, path: str) -> None:
        """So that a form can name the field."""
        with pytest.raises(BadInput) as refused:
            answer_of(ASKED[code], given)
        assert refused.value.path == path

    def test_are_told_in_words(self) -> None:
        """Never in codes."""
        assert sentence_of(ASKED["pregnancy"], "not_applicable") == "Cannot become pregnant"
        line = [{"substance": "alcohol", "route": "oral"}]
        assert sentence_of(ASKED["use.substances"], line) == "Substance: Alcohol, How: By mouth"


class TestFilling:
    def told(self, code: str, value: Any, days_ago: int = 1, origin: str = "inquiry") -> Told:
        """Something told some days ago."""
        at = NOON - timedelta(days=days_ago)
        return Told(fact=code, value=value, origin=origin, at=at)

    def test_the_newest_readable_answer_fills(self) -> None:
        """An answer no list knows stands beside instead."""
        old = self.told("home.situation", "steady", 9)
        new = self.told("home.situation", "worried", 2, "packet")
        strange = self.told("home.situation", "a boat", 1)
        filling = filling_of(ASKED["home.situation"], [old, new, strange])
        assert (filling.value, filling.origin) == ("worried", new)
        alone = filling_of(ASKED["home.situation"], [strange])
        assert (alone.value, alone.beside) == (None, (strange,))

    def test_a_cell_asked_afresh_is_left_empty(self) -> None:
        """The last use of each substance."""
        line = [{"substance": "alcohol", "last_use": "Saturday", "route": "oral"}]
        filling = filling_of(ASKED["use.substances"], [self.told("use.substances", line)])
        assert filling.value == [{"substance": "alcohol", "route": "oral"}]

    def test_carried_alone_is_not_complete(self) -> None:
        """A person looks at it once."""
        domain = edition().domain("money")
        assert state_of(domain, None, {"coverage.payer"}).state == "carried"
        assert state_of(domain, None, set()).state == "open"
        assert state_of(domain, {"coverage.payer": "A plan"}, set()).missing == ("money.income",)
        assert state_of(domain, {"money.income": "wages"}, set()).state == "complete"


class TestWeek:
    def test_only_whole_windows_count(self) -> None:
        """Days and hours that run forward; overlaps once."""
        lines = [
            {"days": ["0", "2"], "starts": "09:00", "ends": "12:00"},
            {"days": ["0"], "starts": "11:00", "ends": "13:00"},
            {"days": ["1"], "starts": "12:00", "ends": "09:00"},
            {"days": ["1"]},
        ]
        windows = windows_of(lines)
        assert windows[0] == Window(0, time(9), time(12))
        assert hours_free(windows) == 7.0

    def test_an_obligation_without_hours_is_still_one(self) -> None:
        """It is told to whoever plans, and blocks no hour."""
        (court,) = obligations_in([{"what": "Court"}, {"days": ["1"]}])
        assert court.is_fixed and court.windows == ()


class TestReading:
    @pytest.mark.parametrize(
        ("question", "path"),
        [
            ({"code": "a", "kind": "guess", "words": "A"}, "domains[0].questions[0].kind"),
            ({"code": "a", "kind": "one", "words": "A"}, "domains[0].questions[0].options"),
            ({"code": "a", "kind": "one", "words": "A", "list": "no"},
             "domains[0].questions[0].list"),
            ({"code": "a", "kind": "text", "words": "A", "hue": 1}, "domains[0].questions[0].hue"),
            ({"code": "a", "kind": "table", "words": "A", "key": "b"},
             "domains[0].questions[0].key"),
            ({"code": "a", "kind": "text", "words": "A", "theme": "sky"},
             "domains[0].questions[0].theme"),
        ],
    )  # fmt: skip
    def test_names_the_fault(self, question: Any, path: str) -> None:
        """At its path."""
        with pytest.raises(BadInput) as refused:
            edition_of("x-1", {}, [{"code": "d", "title": "D", "questions": [question]}])
        assert refused.value.path == path

    def test_refuses_a_code_used_twice(self) -> None:
        """A fact has one home."""
        twice = [{"code": "a", "kind": "text", "words": "A"}] * 2
        with pytest.raises(BadInput):
            edition_of("x-1", {}, [{"code": "d", "title": "D", "questions": twice}])

    def test_the_edition_covers_every_domain_of_the_field(self) -> None:
        """Fifteen pages; every choice has words; every table its key."""
        assert [each.code for each in edition().domains] == [
            "substances", "treatment", "medical", "mind", "family", "home", "work", "legal",
            "culture", "money", "strengths", "week", "mental-status", "diagnoses", "summary",
        ]  # fmt: skip
        parts: list[Question | Column] = [*edition()]
        parts += [column for question in edition() for column in question.columns]
        assert all(each.words and all(option.words for option in each.options) for each in parts)
