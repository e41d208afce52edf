"""The bench of repairs: what it measures of each way, and that only planted weeks are asked for."""

from argparse import ArgumentParser

import pytest

from homeward.cli.bench import repairs
from homeward.cli.bench.planning.repairs import Published, mended_week
from homeward.kernel.bad_input import BadInput


def asked_for(*words):
    parser = ArgumentParser()
    repairs.run_arguments(parser)
    return repairs.weeks(parser.parse_args(words))


def test_only_weeks_with_a_hidden_schedule_are_mended():
    assert [each.kind for each in asked_for("--kinds", "normal,tight", "--clients", "30",
                                            "--seeds", "1")] == ["normal", "tight"]  # fmt: skip
    with pytest.raises(BadInput):
        asked_for("--kinds", "free-mix")


def test_each_way_is_checked_and_told_with_whom_it_moves():
    found = mended_week(Published(12, "normal", 1, 1, 10.0, "window_change"))
    (told,) = found["disruptions"].values()
    first = told["alternatives"][0]
    assert first["violations"] == 0
    assert first["sessions_moved_or_lost"] <= told["promises"]
    assert {"unmet", "impossible", "people_moved", "changed_faces", "seconds"} <= first.keys()
    assert "window_change keep_seats" in repairs.lines(found)[0]
