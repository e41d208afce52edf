"""A small dose of `homeward bench model`: the record and the model never part."""

import pytest

from homeward.cli.bench.modelling.model import Model
from homeward.cli.bench.modelling.running import lay_ground, run_lives

pytestmark = pytest.mark.django_db


def test_the_record_and_the_model_never_part():
    lay_ground()
    told = run_lives(6, runs=6, steps=25)
    assert told["divergence"] == ""
    assert (told["runs"], told["steps"]) >= (6, 100)
    assert told["refused"] > 10, "the lives meet refusals as well"


def test_a_model_that_is_wrong_is_found(monkeypatch):
    """Were a discharge to leave the episode open, the first run would say so."""
    lay_ground()
    monkeypatch.setattr(Model, "change_phase", lambda self, to: "")
    assert run_lives(1, runs=20, steps=20)["divergence"] != ""
