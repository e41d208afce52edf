"""The adapter to published course timetables: read as published, placed, checked, counted."""

from argparse import Namespace

import pytest

from homeward.cli.bench import itc
from homeward.cli.bench.outside.as_week import faults, instance_of, schedule_of
from homeward.cli.bench.outside.finding import NAMED_BY, folder
from homeward.cli.bench.outside.track2 import SLOTS, read
from homeward.timetable.solver.checking.check import check

EVENTS, ROOMS, FEATURES, STUDENTS = 4, 2, 1, 3


def written(path, *, before=(), slots=None):
    """Four events; student 0 attends 0 and 1, student 1 attends 1 and 2, student 2 attends 3.

    Room 0 holds three and has the feature event 0 wants; room 1 holds one.
    """
    lines = [f"{EVENTS} {ROOMS} {FEATURES} {STUDENTS}", 3, 1]
    for attended in ([1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 0, 1]):
        lines += attended
    lines += [1, 0]
    lines += [1, 0, 0, 0]
    for event in range(EVENTS):
        may = (slots or {}).get(event, range(SLOTS))
        lines += [int(slot in may) for slot in range(SLOTS)]
    lines += [
        1 if (one, other) in before else -1 if (other, one) in before else 0
        for one in range(EVENTS)
        for other in range(EVENTS)
    ]
    path.write_text("\n".join(str(line) for line in lines) + "\n", encoding="ascii")
    return path


def test_a_problem_is_read_as_published(tmp_path):
    problem = read(written(tmp_path / "small.tim", before={(0, 3)}, slots={2: (5, 6)}))
    assert problem.students == ((0,), (0, 1), (1,), (2,))
    assert problem.suits == ((0,), (0,), (0, 1), (0, 1))
    assert problem.slots[2] == (5, 6)
    assert problem.before == ((0, 3),)


@pytest.mark.parametrize("change", [lambda text: text + "1\n", lambda text: text[:-4]])
def test_a_file_of_another_length_is_refused(tmp_path, change):
    path = written(tmp_path / "small.tim")
    path.write_text(change(path.read_text()), encoding="ascii")
    with pytest.raises(ValueError, match="than its first line says"):
        read(path)


def report_of(problem, places):
    return check(instance_of(problem), schedule_of(problem, places))


def test_a_whole_answer_has_no_violation_and_no_distance(tmp_path):
    problem = read(written(tmp_path / "small.tim", before={(0, 3)}))
    places = {0: (0, 0), 1: (1, 0), 2: (0, 1), 3: (2, 0)}
    report = report_of(problem, places)
    assert (report.violations, report.unplaced, faults(problem, places)) == ((), 0, 0)


def test_an_event_left_out_is_told_by_its_students(tmp_path):
    problem = read(written(tmp_path / "small.tim"))
    assert report_of(problem, {0: (0, 0), 2: (0, 1), 3: (2, 0)}).unplaced == 2


@pytest.mark.parametrize(
    ("places", "code"),
    [
        ({0: (0, 0), 1: (0, 1), 2: (1, 1), 3: (2, 0)}, "C-OVERLAP"),
        ({0: (0, 0), 1: (1, 0), 2: (2, 1), 3: (0, 0)}, "R-OVERLAP"),
        ({0: (0, 0), 1: (1, 1), 2: (0, 1), 3: (2, 0)}, "R-CAP"),
        ({0: (0, 0), 1: (1, 0), 2: (4, 1), 3: (2, 0)}, "S-HOURS"),
    ],
)
def test_each_rule_of_theirs_is_one_of_ours(tmp_path, places, code):
    problem = read(written(tmp_path / "small.tim", slots={2: (0, 1, 2)}))
    assert code in {violation.code for violation in report_of(problem, places).violations}


def test_features_and_order_are_counted_beside_the_checker(tmp_path):
    problem = read(written(tmp_path / "small.tim", before={(0, 3)}))
    assert faults(problem, {0: (5, 1), 3: (6, 0)}) == 1
    assert faults(problem, {0: (6, 0), 3: (5, 0)}) == 1
    assert faults(problem, {0: (5, 0)}) == 0


def test_a_small_problem_is_placed_whole_and_checked(tmp_path):
    path = written(tmp_path / "small.tim", before={(3, 0), (0, 1)}, slots={1: (2, 3)})
    told = itc.place_one(path, effort=5, seconds=None, seed=1)
    assert (told["feasible"], told["placed"], told["distance"]) == (True, EVENTS, 0)
    assert told["violations"] == 0


def test_an_impossible_problem_is_not_called_feasible(tmp_path):
    path = written(tmp_path / "small.tim", slots={0: (3,), 1: (3,), 2: (4,)})
    told = itc.place_one(path, effort=5, seconds=None, seed=1)
    assert not told["feasible"]
    assert (told["placed"], told["distance"], told["violations"]) == (3, 1, 0)


def test_without_the_files_one_line_says_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv(NAMED_BY, str(tmp_path))
    answer, status = itc.run(None, arguments=Namespace(only="", effort=1, seconds=1, seed=1))
    assert (answer["skipped"], status) == (True, 0)
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_published_problems_are_read_whole():
    place = folder(itc.WHERE)
    if place is None:
        pytest.skip(f"no reference data: set {NAMED_BY} to its folder")
    for path in sorted(place.glob("*.tim")):
        problem = read(path)
        assert all(problem.suits) and all(problem.slots)
        assert problem.before
