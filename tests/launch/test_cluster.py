import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from homeward.cli import health
from homeward.config.launch import database, leftovers, offspring, roles
from homeward.config.launch.account import database_account
from homeward.config.launch.cluster import LONGEST_SOCKET_FOLDER, Cluster
from homeward.config.launch.home import Home
from homeward.config.launch.refusals import LaunchRefused


class TestAServer:
    def test_starts_takes_rows_and_starts_again(self, quick_cluster: Cluster) -> None:
        found = database.connections(quick_cluster.home)
        with quick_cluster.running():
            roles.establish(found)
            with roles.open_connection(found["owner"]) as owner:
                owner.execute("CREATE TABLE word (text text)")
            with roles.open_connection(found["app"]) as app:
                app.execute("INSERT INTO word VALUES ('kept')")
        with quick_cluster.running(), roles.open_connection(found["app"]) as app:
            assert app.execute("SELECT text FROM word").fetchone() == ("kept",)

    def test_lets_the_app_only_read_and_write_rows(self, quick_cluster: Cluster) -> None:
        found = database.connections(quick_cluster.home)
        with quick_cluster.running():
            roles.establish(found)
            with roles.open_connection(found["owner"]) as owner:
                owner.execute("CREATE TABLE word (text text)")
            with roles.open_connection(found["app"]) as app:
                for forbidden in (
                    "CREATE TABLE other (text text)",
                    "TRUNCATE word",
                    "ALTER TABLE word ADD COLUMN more text",
                    "SET ROLE homeward_owner",
                    "CREATE SCHEMA more",
                ):
                    with pytest.raises(psycopg.errors.InsufficientPrivilege):
                        app.execute(forbidden)
                row = app.execute(
                    "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
                    " WHERE rolname = current_user"
                ).fetchone()
                assert row == (False, False, False, False)

    def test_asks_everybody_for_a_password(self, quick_cluster: Cluster) -> None:
        parameters = {**database.connections(quick_cluster.home)["admin"], "name": "postgres"}
        with quick_cluster.running(), pytest.raises(psycopg.OperationalError, match="password"):
            roles.open_connection({**parameters, "password": "wrong"})

    def test_sorts_and_shouts_the_same_on_every_machine(self, quick_cluster: Cluster) -> None:
        parameters = {**database.connections(quick_cluster.home)["admin"], "name": "postgres"}
        with quick_cluster.running(), roles.open_connection(parameters) as inside:
            assert inside.execute("SELECT upper('é'), 'B' < 'a'").fetchone() == ("É", True)

    def test_keeps_people_out_of_its_log(self, quick_cluster: Cluster) -> None:
        parameters = {**database.connections(quick_cluster.home)["admin"], "name": "postgres"}
        with quick_cluster.running(), roles.open_connection(parameters) as inside:
            inside.execute("CREATE TABLE person (name text PRIMARY KEY CHECK (name <> 'Jo Q'))")
            inside.execute("INSERT INTO person VALUES ('Kim X')")
            for wrong in (
                "INSERT INTO person VALUES ('Kim X')",
                "INSERT INTO person VALUES ('Jo Q')",
            ):
                with pytest.raises(psycopg.IntegrityError):
                    inside.execute(wrong)
        said = quick_cluster.log.read_text()
        assert "violates" in said
        assert "Kim X" not in said
        assert "Jo Q" not in said

    def test_listens_nowhere_but_in_its_folder(self, quick_cluster: Cluster) -> None:
        parameters = {**database.connections(quick_cluster.home)["admin"], "name": "postgres"}
        with quick_cluster.running(), roles.open_connection(parameters) as inside:
            assert inside.execute("SHOW listen_addresses").fetchone() == ("",)
        assert quick_cluster.socket_folder.stat().st_mode & 0o077 == 0

    def test_a_lost_password_file_locks_nobody_out(self, quick_cluster: Cluster) -> None:
        quick_cluster.home.connection_file.unlink()
        quick_cluster.make()
        found = database.connections(quick_cluster.home)
        with quick_cluster.running():
            roles.establish(found)
            roles.open_connection(found["app"]).close()

    def test_a_lost_database_is_never_silently_replaced(self, quick_cluster: Cluster) -> None:
        quick_cluster.data.rename(quick_cluster.home.path / "elsewhere")
        with pytest.raises(LaunchRefused, match="should lie in"):
            Cluster(quick_cluster.home, durable=False).make()


class TestAnExternalServer:
    def test_gets_a_second_login_for_the_app(
        self, quick_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        home = quick_cluster.home
        admin = database.connections(home)["admin"]
        with quick_cluster.running():
            with roles.open_connection({**admin, "name": "postgres"}) as server:
                server.execute("CREATE ROLE clinic LOGIN CREATEROLE PASSWORD 'clinic'")
                roles.create_database(server, "clinic", owner="clinic")
            owner = {**admin, "name": "clinic", "user": "clinic", "password": "clinic"}
            monkeypatch.setenv("HOMEWARD_DATABASE_URL", database.as_url(owner))
            database.remember_external_logins(home)
            found = database.connections(home)
            for _start in range(2):
                roles.prepare_external(found)
            with roles.open_connection(found["owner"]) as inside:
                inside.execute("CREATE TABLE word (text text)")
            with roles.open_connection(found["app"]) as app:
                app.execute("INSERT INTO word VALUES ('kept')")
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    app.execute("TRUNCATE word")

    @pytest.mark.parametrize("other", ["clinic", "homeward_app"])
    def test_lends_the_portal_nobody_elses_rights(
        self, quick_cluster: Cluster, monkeypatch: pytest.MonkeyPatch, other: str
    ) -> None:
        """Who may act as the owner of the tables, or as the app, is held by no wall."""
        home = quick_cluster.home
        admin = database.connections(home)["admin"]
        with quick_cluster.running():
            with roles.open_connection({**admin, "name": "postgres"}) as server:
                server.execute("CREATE ROLE clinic LOGIN CREATEROLE PASSWORD 'clinic'")
                roles.create_database(server, "clinic", owner="clinic")
            owner = {**admin, "name": "clinic", "user": "clinic", "password": "clinic"}
            monkeypatch.setenv("HOMEWARD_DATABASE_URL", database.as_url(owner))
            database.remember_external_logins(home)
            roles.prepare_external(database.connections(home))
            outside = {**owner, "user": "outside", "password": "outside"}
            monkeypatch.setenv("HOMEWARD_PORTAL_DATABASE_URL", database.as_url(outside))
            with roles.open_connection({**admin, "name": "postgres"}) as server:
                server.execute("CREATE ROLE outside LOGIN PASSWORD 'outside'")
                roles.prepare_external(database.connections(home))
                server.execute(f"GRANT {other} TO outside")
            with pytest.raises(LaunchRefused, match=f"is a member of {other} and may act as it"):
                roles.prepare_external(database.connections(home))

    def test_whose_clock_is_far_off_is_told_of(
        self, quick_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Tokens that open clients' pages are dated here and read there."""
        found = database.connections(quick_cluster.home)
        with quick_cluster.running():
            roles.establish(found)
            with roles.open_connection(found["app"]) as app:
                assert health._clocks(app).ok
                for seconds in (-90, 90):
                    present = time.time() + seconds
                    monkeypatch.setattr(health.time, "time", lambda at=present: at)
                    said = health._clocks(app)
                    monkeypatch.undo()
                    assert (said.name, said.ok) == ("clocks", False)
                    assert abs(said.figures["seconds_apart"] - 90) < 5

    def test_that_may_not_be_prepared_says_what_is_missing(
        self, quick_cluster: Cluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        home = quick_cluster.home
        admin = database.connections(home)["admin"]
        with quick_cluster.running():
            with roles.open_connection({**admin, "name": "postgres"}) as server:
                server.execute("CREATE ROLE clinic LOGIN PASSWORD 'clinic'")
                roles.create_database(server, "clinic", owner="clinic")
            owner = {**admin, "name": "clinic", "user": "clinic", "password": "clinic"}
            monkeypatch.setenv("HOMEWARD_DATABASE_URL", database.as_url(owner))
            database.remember_external_logins(home)
            with pytest.raises(LaunchRefused, match="CREATEROLE"):
                roles.prepare_external(database.connections(home))


class TestAfterAKill:
    def test_committed_rows_are_there(self, home: Home) -> None:
        home.prepare()
        cluster = Cluster(home)
        cluster.make()
        found = {**database.connections(home)["admin"], "name": "postgres"}
        with open(cluster.log, "ab") as log:
            server = cluster.spawn(log.fileno())
            cluster.wait(lambda: server.poll() is None)
            with roles.open_connection(found) as inside:
                inside.execute("CREATE TABLE word (number int)")
                for number in range(50):
                    inside.execute("INSERT INTO word VALUES (%s)", [number])
            os.killpg(server.pid, signal.SIGKILL)
            for pid in offspring.marked(home.mark):
                os.kill(pid, signal.SIGKILL)
            server.wait()
        with cluster.running(), roles.open_connection(found) as inside:
            assert inside.execute("SELECT count(*) FROM word").fetchone() == (50,)

    def test_parts_that_survive_their_server_are_ended(self, quick_cluster: Cluster) -> None:
        """A part stopped in its work cannot notice that its server is gone."""
        with open(quick_cluster.log, "ab") as log:
            server = quick_cluster.spawn(log.fileno())
            quick_cluster.wait(lambda: server.poll() is None)
        part = next(pid for pid in _parts(server.pid) if offspring.is_alive(pid))
        os.kill(part, signal.SIGSTOP)
        server.kill()
        server.wait()
        assert offspring.is_alive(part)
        with quick_cluster.running():
            assert not offspring.is_alive(part)

    def test_a_lock_of_a_zombie_is_cleared(self, tmp_path: Path) -> None:
        """A container without an init process never reaps a killed server."""
        zombie = subprocess.Popen([sys.executable, "-c", ""])
        while offspring.state_of(zombie.pid) != "Z":
            time.sleep(0.01)
        _write_locks(tmp_path, zombie.pid)
        leftovers.clear(tmp_path, tmp_path)
        assert list(tmp_path.iterdir()) == []
        zombie.wait()

    def test_a_lock_of_a_number_used_again_is_cleared(self, tmp_path: Path) -> None:
        """After a reboot the number may belong to any other program."""
        _write_locks(tmp_path, os.getpid())
        leftovers.clear(tmp_path, tmp_path)
        assert list(tmp_path.iterdir()) == []

    def test_a_lock_of_nobody_is_left_to_the_server(self, tmp_path: Path) -> None:
        _write_locks(tmp_path, 4_194_303)
        leftovers.clear(tmp_path, tmp_path)
        assert len(list(tmp_path.iterdir())) == 3

    def test_a_survivor_is_found_by_its_mark_and_ended(self, home: Home) -> None:
        orphan = subprocess.Popen(
            [sys.executable, "-c", "import time; time.sleep(60)"],
            env={**os.environ, offspring.MARK: home.mark},
        )
        while orphan.pid not in offspring.marked(home.mark):
            time.sleep(0.01)
        assert offspring.end_marked(home.mark) == 1
        assert orphan.wait() != 0

    def test_a_child_dies_with_its_supervisor(self, home: Home) -> None:
        """Also when the supervisor is killed and cannot say goodbye."""
        program = (
            "import sys, time; from homeward.config.launch import offspring\n"
            "child = offspring.spawn([sys.executable, '-c', 'import time; time.sleep(60)'],"
            f" mark={home.mark!r}, environment={{}})\n"
            "print(child.pid, flush=True); time.sleep(60)"
        )
        supervisor = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
        assert supervisor.stdout is not None
        child = int(supervisor.stdout.readline())
        supervisor.kill()
        supervisor.wait()
        deadline = time.monotonic() + 5
        while offspring.is_alive(child) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not offspring.is_alive(child)


def _parts(server: int) -> list[int]:
    found = []
    for entry in offspring.PROCESSES.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if entry.read_text().rpartition(")")[2].split()[1] == str(server):
                found.append(int(entry.parent.name))
    return found


def _write_locks(folder: Path, pid: int) -> None:
    (folder / "postmaster.pid").write_text(f"{pid}\n{folder}\n")
    (folder / ".s.PGSQL.5432.lock").write_text(f"{pid}\n{folder}\n")
    (folder / ".s.PGSQL.5432").touch()


class TestPlaces:
    def test_a_long_path_gets_a_short_socket_folder(self, home: Home) -> None:
        deep = Home(home.path / ("long" * 30))
        folder = Cluster(deep).socket_folder
        assert len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER
        assert folder != Cluster(Home(home.path / ("longer" * 20))).socket_folder

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")
    def test_roots_closed_folder_stays_closed(self, home: Home) -> None:
        """The server's files then lie outside, and the programs are copied there."""
        closed = home.path / "closed"
        closed.mkdir(parents=True, mode=0o700)
        cluster = Cluster(Home(closed / "var"))
        assert not cluster.base.is_relative_to(closed)
        assert closed.stat().st_mode & 0o777 == 0o700
        assert database_account(cluster.base).uid != 0
