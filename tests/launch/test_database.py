from pathlib import Path

import pytest

from homeward.config.launch import database
from homeward.config.launch.home import Home
from homeward.config.launch.refusals import LaunchRefused


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:p%40ss@%2FTmp%2Fa%20b:5432/n",
        "postgresql://u:p@/n?host=/tmp/A",
        "postgres://u@db.example.org:6000/n?sslmode=require",
        "postgresql://u:p@[::1]/n",
    ],
)
def test_an_address_survives_the_way_there_and_back(url: str) -> None:
    parameters = database.parse_url(url)
    assert database.parse_url(database.as_url(parameters)) == parameters


def test_a_socket_folder_keeps_its_capitals() -> None:
    assert database.parse_url("postgresql://u:p@%2FTmp%2FX:5432/n")["host"] == "/Tmp/X"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://u@h/n", "postgresql://"),
        ("postgresql://h/n", "must name a user"),
        ("postgresql://u@h", "must name a user and a database"),
        ("postgresql://u@h:none/n", "cannot be understood"),
    ],
)
def test_a_wrong_address_is_refused_with_its_mend(url: str, said: str) -> None:
    with pytest.raises(LaunchRefused, match=said):
        database.parse_url(url)


def test_roles_of_an_external_server_differ(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Owners are not held by the rules of their tables, so the app never signs in as one."""
    home.prepare()
    monkeypatch.setenv(
        "HOMEWARD_DATABASE_URL", "postgresql://clinic:secret@db.example.org/homeward"
    )
    found = database.connections(home)
    assert found["owner"]["user"] == "clinic"
    assert found["app"]["user"] == database.APP


def test_without_a_database_the_message_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(LaunchRefused, match="homeward demo"):
        database.connections(Home(tmp_path))


def test_passwords_stay_the_same_and_are_private(home: Home) -> None:
    home.prepare()
    database.remember_server(home, host="/one")
    first = database.connections(home)["app"]["password"]
    database.remember_server(home, host="/two")
    found = database.connections(home)["app"]
    assert (found["password"], found["host"]) == (first, "/two")
    assert home.connection_file.stat().st_mode & 0o077 == 0
