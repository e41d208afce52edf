"""A dose of `homeward bench races`: eight at the same instant."""

import pytest

from homeward.cli.bench.racing.heats import HEATS, lay_track


@pytest.mark.django_db(transaction=True)
def test_every_race_has_exactly_the_winners_it_may_have():
    """One admission, ten seats, one signature, one draw, nothing sent after a revocation."""
    track = lay_track(8)

    for heat in HEATS:
        result = heat(track)
        assert result["ok"], result
