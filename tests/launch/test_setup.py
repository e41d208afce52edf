"""What a stranger's machine gets: locked packages, exported from one list, from no fixed place."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap
from homeward.config.launch.home import CHECKOUT

Pins = dict[str, str]


def pins(file: Path) -> Pins:
    """Name and version of every pinned package."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*\])?==([^\s;\\]+)", file.read_text(), re.M)
    return {name.lower().replace("_", "-"): version for name, version in found}


def wanted(group: str | None = None) -> list[tuple[str, str]]:
    """What pyproject.toml asks for: name and version rule."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    lines = project["dependency-groups"][group] if group else project["project"]["dependencies"]
    split = [re.match(r"([A-Za-z0-9._-]+)(?:\[.*?\])?(.*)", line) for line in lines]
    return [(m[1].lower().replace("_", "-"), m[2]) for m in split if m]


def satisfies(version: str, rule: str) -> bool:
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(rule).contains(version, prereleases=True)


@pytest.mark.parametrize(
    ("file", "group"),
    [("requirements.txt", None), ("requirements-test.txt", None)]
    + [("requirements-test.txt", group) for group in ("test", "lint")],
)
def test_the_export_fits_what_the_project_asks_for(file: str, group: str | None) -> None:
    found = pins(CHECKOUT / file)
    for name, rule in wanted(group):
        assert name in found, f"{name} is missing from {file}; export it again"
        assert satisfies(found[name], rule), f"{name} {found[name]} in {file} is not {rule}"


def test_tests_run_on_the_packages_that_are_shipped() -> None:
    shipped, tested = pins(bootstrap.RUN), pins(bootstrap.TEST)
    assert {name: tested.get(name) for name in shipped} == shipped


@pytest.mark.parametrize("file", [bootstrap.RUN, bootstrap.TEST, bootstrap.BOOT])
def test_every_package_is_pinned_by_hash_and_no_place_is_named(file: Path) -> None:
    text = file.read_text()
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    unhashed = [e.split("==")[0] for e in entries if "==" in e and "--hash=sha256:" not in e]
    assert unhashed == []


def test_what_is_installed_is_what_is_locked() -> None:
    from importlib.metadata import PackageNotFoundError, version

    wrong = {}
    for name, pinned in pins(bootstrap.RUN).items():
        try:
            if version(name) != pinned:
                wrong[name] = version(name)
        except PackageNotFoundError:
            wrong[name] = "missing"
    assert wrong == {}


def test_homeward_imports_from_anywhere() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", "import homeward; print(homeward.__file__)"],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert Path(done.stdout.strip()) == CHECKOUT / "homeward" / "__init__.py"


class TestTheStamp:
    def test_changes_with_the_packages(self, tmp_path: Path) -> None:
        one, two = tmp_path / "a.txt", tmp_path / "a2.txt"
        one.write_text("a==1")
        two.write_text("a==2")
        assert bootstrap.stamp_of(one) != bootstrap.stamp_of(two)

    def test_of_the_test_set_serves_the_run_set(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """`make run` after `make test` takes nothing away and installs nothing."""
        monkeypatch.setattr(bootstrap, "VENV", tmp_path)
        monkeypatch.setattr(bootstrap, "PYTHON", Path(sys.executable))
        (tmp_path / "homeward-stamp").write_text(bootstrap.stamp_of(bootstrap.TEST))
        assert bootstrap.is_current(bootstrap.RUN)
        (tmp_path / "homeward-stamp").write_text(bootstrap.stamp_of(bootstrap.RUN))
        assert not bootstrap.is_current(bootstrap.TEST)
