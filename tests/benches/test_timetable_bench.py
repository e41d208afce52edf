"""The bench of the timetable: what it runs, and that it fails where it should."""

from argparse import ArgumentParser, Namespace

import pytest

from homeward.cli.bench import timetable
from homeward.cli.bench.planning.runs import Asked, run_one
from homeward.kernel.bad_input import BadInput


def asked_for(*words):
    parser = ArgumentParser()
    timetable.run_arguments(parser)
    return timetable.weeks(parser.parse_args(words))


def test_every_size_kind_and_seed_is_one_run():
    weeks = asked_for("--clients", "30,120", "--kinds", "tight,over", "--seeds", "1,2")
    assert [(each.clients, each.kind, each.seed) for each in weeks] == [
        (size, kind, seed) for size in (30, 120) for kind in ("tight", "over") for seed in (1, 2)
    ]


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (("--kinds", "normal,easy"), "kinds"),
        (("--clients", "30,few"), "clients"),
        (("--seeds", "0"), "seeds"),
    ],
)
def test_what_is_not_a_week_is_refused_by_name(words, path):
    with pytest.raises(BadInput) as refusal:
        asked_for(*words)
    assert refusal.value.path == path


def test_a_run_says_what_was_planted_found_by_hand_and_solved():
    found = run_one(
        Asked(
            clients=12, kind="normal", seed=1, effort=1, seconds=None, workers=1,
            product_rules=True, with_bounds=False, with_disruptions=False,
        )
    )  # fmt: skip
    assert found["planted"]["tier1"] == found["planted"]["violations"] == 0
    assert found["violations"] == 0
    for way in ("by_hand", "greedy", "solved"):
        assert {"unmet", "tier1", "tier2", "tier3"} <= found[way].keys()
    assert found["solved"]["tier1"] <= found["greedy"]["tier1"] <= found["by_hand"]["tier1"]
    assert found["peak_megabytes"] > 0


@pytest.mark.parametrize(
    ("found", "ok"),
    [
        ({"violations": 0, "solved": {"tier1": 5}, "greedy": {"tier1": 5}}, True),
        ({"violations": 1, "solved": {"tier1": 5}, "greedy": {"tier1": 5}}, False),
        ({"violations": 0, "solved": {"tier1": 6}, "greedy": {"tier1": 5}}, False),
    ],
)
def test_a_broken_rule_or_a_worse_week_than_the_greedy_one_fails(monkeypatch, found, ok):
    class Here:
        """Runs at once what a process of its own would."""

        def __init__(self, *_, **__):
            self.found = found

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return False

        def submit(self, _work, _asked):
            return self

        def result(self):
            return self.found

    monkeypatch.setattr(timetable, "ProcessPoolExecutor", Here)
    words = Namespace(
        clients="30", kinds="normal", seeds="1", effort=1, seconds=None, workers=1,
        product_rules=False, no_bounds=True, disruptions=False, json=True,
    )  # fmt: skip
    answer, status = timetable.run(None, arguments=words)
    assert (answer["ok"], status) == (ok, 0 if ok else 1)
