"""The frame every command shares: what goes in, what comes out, how it ends."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from homeward.cli import frame, main, registry
from homeward.config.launch.home import CHECKOUT, Home
from homeward.kernel.bad_input import BadInput
from homeward.testing import server


def homeward(*words: str, **options: Any) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-P", "-m", "homeward", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        **options,
    )


class TestNames:
    def test_help_offers_only_what_is_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main.main(["--help"]) == 0
        said = capsys.readouterr().out
        for command in registry.commands():
            assert (" ".join(command.words) in said) != command.hidden

    def test_an_unknown_command_is_bad_input(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main.main(["fly"]) == 2
        assert "no command 'fly'" in capsys.readouterr().err

    def test_every_target_can_be_called(self) -> None:
        """A command that is offered has its function."""
        for command in registry.commands():
            text = CHECKOUT.joinpath(*command.module.split(".")).with_suffix(".py").read_text()
            assert f"def {command.function}(" in text, command

    def test_help_is_quick_and_imports_no_framework(self) -> None:
        program = (
            "import sys; from homeward.cli.main import main; main(['--help']);"
            "assert not {'django', 'psycopg', 'cryptography'} & set(sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr

    def test_nothing_is_imported_from_where_one_stands(self, tmp_path: Path) -> None:
        (tmp_path / "json.py").write_text("raise SystemExit('taken from the wrong folder')")
        command = CHECKOUT / ".venv" / "bin" / "homeward"
        if not command.exists():
            pytest.skip("not set up by bootstrap.py")
        done = subprocess.run(
            [command, "--version"], cwd=tmp_path, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr


class TestStop:
    @pytest.mark.parametrize("options", [[], ["--tests"]], ids=["a home's own", "make stop"])
    def test_ends_the_database_of_tests_only_when_asked(
        self, options: list[str], home: Home, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Who leaves a demo does not take the server away beneath a running test."""
        monkeypatch.setenv("HOMEWARD_HOME", str(home.path))
        asked: list[str] = []

        def stopped() -> bool:
            asked.append("tests")
            return True

        monkeypatch.setattr(server, "stop_server", stopped)
        assert main.main(["stop", *options]) == 0
        assert asked == ["tests"] * len(options)

    def test_make_stop_keeps_its_promise(self) -> None:
        recipe = (CHECKOUT / "Makefile").read_text().split("\nstop:", 1)[1].split("\n\n", 1)[0]
        assert "database that tests use" in recipe and "stop --tests" in recipe


class TestJsonIn:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "empty"),
            ("{", "line 1, column 2"),
            ('{"a": 1,\n "b": }', "line 2, column 7"),
            ('{"a": 1, "a": 2}', "stands twice"),
            ('{"a": NaN}', "not a JSON number"),
            ('{"a": 1e999}', "too large"),
            ("[" * 150 + "]" * 150, "nested deeper"),
            ("[" * 100_000, "nested deeper"),
            ("1" * 5000, "too many digits"),
            ('{"a": 1}\n{"b": }', "line 2"),
            ('{"a": 1} x', "column 10"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_place(
        self, text: str, said: str, tmp_path: Path
    ) -> None:
        file = tmp_path / "in.json"
        file.write_text(text)
        with pytest.raises(BadInput, match=said):
            frame.read_document(str(file))

    def test_lines_give_lines(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        file = tmp_path / "in.jsonl"
        file.write_text('{"a": 1}\n\n{"a": 2}\n')
        document, as_lines = frame.read_document(str(file))
        assert (document, as_lines) == ([{"a": 1}, {"a": 2}], True)
        frame.write_answer(document, as_lines=as_lines)
        assert capsys.readouterr().out.splitlines() == ['{"a": 1}', '{"a": 2}']

    def test_a_missing_file_and_wrong_letters_are_bad_input(self, tmp_path: Path) -> None:
        with pytest.raises(BadInput, match="No such file"):
            frame.read_document(str(tmp_path / "none.json"))
        (tmp_path / "latin").write_bytes(b'{"a": "\xe9"}')
        with pytest.raises(BadInput, match="not UTF-8"):
            frame.read_document(str(tmp_path / "latin"))

    def test_standard_input_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'\xef\xbb\xbf{"a": 1}')))
        assert frame.read_document(None) == ({"a": 1}, False)


class TestEnds:
    def test_bad_input_ends_with_two_and_leaves_standard_output_clean(self) -> None:
        done = homeward("audit", "verify", env={**os.environ, "HOMEWARD_HOME": "/nonexistent"})
        assert done.returncode == 2
        assert done.stdout == ""
        assert "no installation" in done.stderr

    @pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "٣"])
    def test_a_wrong_port_is_named(self, port: str, tmp_path: Path) -> None:
        told = {**os.environ, "HOMEWARD_HOME": str(tmp_path / "h"), "HOMEWARD_PORT": port}
        done = homeward("demo", env=told)
        assert (done.returncode, done.stdout) == (2, "")
        assert "HOMEWARD_PORT must be a number" in done.stderr
        assert not (tmp_path / "h").exists()

    def test_the_demo_stays_on_this_machine(self, tmp_path: Path) -> None:
        told = {**os.environ, "HOMEWARD_HOME": str(tmp_path / "h"), "HOMEWARD_HOST": "0.0.0.0"}
        done = homeward("demo", env=told)
        assert done.returncode == 2
        assert "HOMEWARD_HOST" in done.stderr

    def test_a_real_installation_must_name_its_hosts(self, tmp_path: Path) -> None:
        done = homeward("serve", env={**os.environ, "HOMEWARD_HOME": str(tmp_path / "h")})
        assert done.returncode == 2
        assert "HOMEWARD_HOSTS" in done.stderr

    def test_routes_answer_in_json(self) -> None:
        done = homeward("routes", "--json")
        assert done.returncode == 0, done.stderr
        for route in json.loads(done.stdout):
            assert {"path", "name", "methods", "policy", "record_class"} <= route.keys()
