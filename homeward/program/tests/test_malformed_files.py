"""Every malformed program file is refused with the line, the field and a way to mend it.

The cases of malformed_cases.toml each change one place of a file that is right, name the field that
must be reported, and a word of the mend; the line is where the text was changed.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from homeward.consents.file import reading as jurisdictions
from homeward.coverage.file import reading as coverage
from homeward.program.file.reading import read_program_file
from homeward.program.file.sections import FileSection
from homeward.staff.file import reading as staff
from homeward.timetable.file import reading as timetable

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE.parents[2] / "programs"
CEDAR = (PROGRAMS / "cedar-house.toml").read_text("utf-8")
CASES = tomllib.loads((HERE / "malformed_cases.toml").read_text("utf-8"))["cases"]
SECTIONS = tuple(
    FileSection(name, floor, module.read, lambda parts, loading: None)
    for floor, (name, module) in enumerate(
        (
            ("jurisdictions", jurisdictions),
            ("staff", staff),
            ("coverage", coverage),
            ("timetable", timetable),
        )
    )
)


def read(text):
    return read_program_file(text, SECTIONS)


def lines_before_change(old, new):
    """How many lines the two texts share before they part."""
    same = 0
    while old[same : same + 1] == new[same : same + 1]:
        same += 1
    return new[:same].count("\n")


@cache
def whole():
    return read(CEDAR)


class TestMalformedFiles:
    @pytest.mark.parametrize("case", CASES, ids=[case["field"] for case in CASES])
    def test_are_refused_with_line_and_field(self, case):
        """The line is the changed one, the field its dotted path, the mend to the point."""
        old, new, field = case["old"], case["new"], case["field"]
        assert old in CEDAR, "the case no longer finds its place"
        line = CEDAR[: CEDAR.index(old)].count("\n") + lines_before_change(old, new) + 1

        reading = read(CEDAR.replace(old, new, 1))

        assert reading.outline is None
        found = {problem.field: problem for problem in reading.problems}
        assert field in found, [str(problem) for problem in reading.problems]
        assert case["mend"] in found[field].mend
        assert abs(found[field].line - line) <= case.get("away", 0)

    def test_are_reported_whole(self):
        """All faults at once, in the order of their lines."""
        text = (
            CEDAR.replace('color = "indigo"', 'color = "pink"')
            .replace('role = "physician"', 'role = "doctor"')
            .replace("late_grace_minutes = {", "late_grace = {")
        )

        problems = read(text).problems

        fields = [problem.field for problem in problems]
        assert {"phases[0].color", "workers[9].roles[0].role", "numbers.late_grace"} <= set(fields)
        assert list(problems) == sorted(problems)

    def test_of_every_odd_kind_are_refused_without_an_exception(self):
        """Empty, binary-like, huge, deeply nested: always problems, never a crash."""
        for text in (
            "", "\0", "[[[", "a" * 1000, "[program]\n" * 2, "x = " + "[" * 5000 + "]" * 5000,
            "program = 3", "sites = {}", "[[organisation]]", "\ufeff[program]", "x = 1e999999999",
            "numbers = []", "cohorts = [1]", "workers = [[]]", "[sources]\n'' = 1",
            '"a\\u0000" = 1',
        ):  # fmt: skip
            reading = read(text)
            assert reading.outline is None
            assert all(problem.mend and problem.line >= 1 for problem in reading.problems)

    def test_cannot_be_made_to_crash_by_cutting(self):
        """The file cut anywhere is refused or read, never an exception."""
        for end in range(0, len(CEDAR), 997):
            read(CEDAR[:end])

    def test_name_a_missing_part_once(self):
        """A section that is not there is one problem, not one for each of its fields."""
        start = CEDAR.index("[organisation]")
        end = CEDAR.index("[program]")

        fields = [problem.field for problem in read(CEDAR[:start] + CEDAR[end:]).problems]

        assert [name for name in fields if name.startswith("organisation")] == ["organisation"]


class TestWarnings:
    def test_tell_of_a_gap_in_the_week(self):
        """Monday to Thursday leaves three empty days; that is a warning, not a refusal."""
        at = CEDAR.index('code = "north-a"')
        end = CEDAR.index("[[cohorts]]", at)
        north = CEDAR[at:end].replace('"mon", "tue", "thu", "fri"', '"mon", "tue", "wed", "thu"')
        text = CEDAR[:at] + north + CEDAR[end:]
        evening = '], starts = "18:00", type = "continuing_care", room = "birch"'
        text = text.replace(f'["wed"{evening}', f'["fri"{evening}')

        reading = read(text)

        assert not reading.problems
        assert any("3 days in a row" in warning.mend for warning in reading.warnings)

    def test_tell_of_groups_too_large_and_days_too_short(self):
        """By the program's own numbers: clients for one leader, what payers accept, a day."""
        text = CEDAR.replace("group_ratio = { value = 12", "group_ratio = { value = 9")
        text = text.replace("group_cap_payer = { value = 12", "group_cap_payer = { value = 8")
        text = text.replace(
            "iop_min_day_minutes = { value = 180", "iop_min_day_minutes = { value = 240"
        )

        told = " ".join(warning.mend for warning in read(text).warnings)

        for words in ("10 is above group_ratio: 9", "group_cap_payer: 8", "a program day has 240"):
            assert words in told

    def test_are_absent_from_the_shipped_files(self):
        for name in ("cedar-house", "juniper-valley"):
            reading = read((PROGRAMS / f"{name}.toml").read_text("utf-8"))
            assert (reading.problems, reading.warnings) == ((), ())


class TestCedarHouse:
    def test_gives_the_evening_180_clinical_minutes(self):
        """18:00 to 21:15, a quarter-hour break between the two sessions."""
        outline = whole().outline
        evening = next(item for item in outline.extras["timetable"] if item.code == "evening-a")
        monday = [meeting for meeting in evening.meetings if meeting.weekday == 0]

        assert sum(meeting.clinical_minutes for meeting in monday) == 180
        assert {f"{meeting.starts:%H:%M}-{meeting.ends:%H:%M}" for meeting in monday} == {
            "18:00-19:30",
            "19:45-21:15",
        }

    def test_keeps_no_weekday_empty(self):
        """Seven days have something, so Today is never blank."""
        cohorts = whole().outline.extras["timetable"]

        assert set().union(*(cohort.weekdays for cohort in cohorts)) == set(range(7))

    def test_names_an_account_for_every_staff_role(self):
        workers = whole().outline.extras["staff"]

        assert {worker.user_name for worker in workers} - {""} == {
            "director", "supervisor", "counselor", "familycounselor", "physician", "psychologist",
            "nurse", "technician", "admissions", "frontdesk", "billing", "peer", "casemanager",
            "auditor", "admin", "elsewhere",
        }  # fmt: skip
