"""`homeward program load FILE`: JSON out, messages aside, exit 0 or 2."""

from argparse import Namespace
from pathlib import Path

import pytest

from homeward.kernel.bad_input import BadInput
from homeward.program.commands import load
from homeward.program.models import Program

pytestmark = pytest.mark.django_db

JUNIPER = Path(__file__).resolve().parents[3] / "programs" / "juniper-valley.toml"


class TestProgramLoad:
    def test_prints_what_was_done(self, capsys):
        """The answer counts rows by kind; standard error stays empty."""
        answer, status = load(None, arguments=Namespace(file=str(JUNIPER)))

        assert status == 0
        assert answer["loaded"]
        assert answer["rows"]["workers"] == {"added": 5, "changed": 0, "same": 0, "ended": 0}
        assert capsys.readouterr().err == ""

    def test_lists_the_problems_and_loads_nothing(self, tmp_path, capsys):
        """Exit 2, each problem with line and field, on both channels."""
        file = tmp_path / "wrong.toml"
        file.write_text(JUNIPER.read_text("utf-8").replace('color = "indigo"', 'color = "red"'))

        answer, status = load(None, arguments=Namespace(file=str(file)))

        assert (status, answer["loaded"]) == (2, False)
        problem = answer["problems"][0]
        assert problem["field"] == "phases[0].color"
        assert f"line {problem['line']}, phases[0].color" in capsys.readouterr().err
        assert not Program.objects.exists()

    @pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"name = '\xe9'"])
    def test_names_a_file_it_cannot_read(self, tmp_path, content):
        """Missing or not UTF-8: one clear line, never a traceback."""
        file = tmp_path / "odd.toml"
        if content is not None:
            file.write_bytes(content)

        with pytest.raises(BadInput) as bad:
            load(None, arguments=Namespace(file=str(file)))

        assert bad.value.path == "file"
