import json

import pytest

from homeward.config.launch import installation, keys
from homeward.config.launch.home import Home
from homeward.config.launch.installation import Kind
from homeward.config.launch.refusals import LaunchRefused


def test_a_new_home_gets_keys_that_nobody_else_can_read(home: Home) -> None:
    installation.open_home(home, Kind.DEMO)
    assert keys.problems(home) == []
    assert keys.keyring_file(home).stat().st_mode & 0o077 == 0
    assert home.keys.stat().st_mode & 0o077 == 0


def test_keys_are_never_made_anew(home: Home) -> None:
    """A second key ring would leave everything encrypted unreadable."""
    installation.open_home(home, Kind.DEMO)
    before = keys.keyring_file(home).read_text()
    installation.open_home(home, Kind.DEMO)
    assert keys.keyring_file(home).read_text() == before
    with pytest.raises(LaunchRefused):
        keys.create(home)


def test_two_homes_have_different_keys(home: Home) -> None:
    installation.open_home(home, Kind.DEMO)
    other = Home(home.path / "other")
    installation.open_home(other, Kind.DEMO)
    assert keys.keyring_file(home).read_text() != keys.keyring_file(other).read_text()


def test_lost_keys_stop_the_start(home: Home) -> None:
    installation.open_home(home, Kind.PRODUCTION)
    keys.keyring_file(home).unlink()
    with pytest.raises(LaunchRefused, match="homeward restore"):
        installation.open_home(home, Kind.PRODUCTION)


def test_a_database_without_its_keys_is_not_taken_for_a_new_one(home: Home) -> None:
    (home.path / "pg" / "18").mkdir(parents=True)
    (home.path / "pg" / "18" / "PG_VERSION").write_text("18\n")
    with pytest.raises(LaunchRefused, match="its keys"):
        installation.open_home(home, Kind.DEMO)


@pytest.mark.parametrize(
    ("made", "asked"), [(Kind.DEMO, Kind.PRODUCTION), (Kind.PRODUCTION, Kind.DEMO)]
)
def test_demo_and_real_records_never_mix(home: Home, made: Kind, asked: Kind) -> None:
    installation.open_home(home, made)
    with pytest.raises(LaunchRefused, match=f"is a {made.value} installation"):
        installation.open_home(home, asked)


def test_a_damaged_key_is_named(home: Home) -> None:
    installation.open_home(home, Kind.DEMO)
    file = keys.keyring_file(home)
    ring = json.loads(file.read_text()) | {"audit_key": "c2hvcnQ="}
    file.write_text(json.dumps(ring))
    assert keys.problems(home) == [f"the key audit_key in {file} is damaged"]


def test_only_one_process_runs_a_home(home: Home) -> None:
    installation.open_home(home, Kind.DEMO)
    with installation.holding(home):
        installation.announce_running(home, address="http://127.0.0.1:1")
        assert installation.is_held(home)
        said = r"running already .* at http://127.0.0.1:1"
        with pytest.raises(LaunchRefused, match=said), installation.holding(home):
            raise AssertionError("two processes on one home")
    assert not installation.is_held(home)
    assert installation.running_as(home) is None
