"""The floors hold: imports, foreign keys, purity, and the few places that may lift a scope."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "homeward"
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
CONTRACTS = SETTINGS["importlinter"]["contracts"]
LAYERS = next(item["layers"] for item in CONTRACTS if item["type"] == "layers")
FLOOR = {
    room.strip(): height
    for height, layer in enumerate(reversed(LAYERS))
    for room in layer.split("|")
}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_imports_point_down():
    """The import contract, exhaustive over every room."""
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.parametrize(
    "model", [m for m in apps.get_models() if m.__module__.startswith("homeward.")], ids=str
)
def test_foreign_keys_point_down(model):
    """A key named by a string escapes the import contract; it is held here."""
    here = model._meta.app_label
    for field in model._meta.get_fields():
        target = getattr(field, "remote_field", None) and field.related_model
        if not target or field.auto_created or not target.__module__.startswith("homeward."):
            continue
        there = target._meta.app_label
        assert there == here or FLOOR[there] < FLOOR[here], f"{model._meta.label}.{field.name}"


def test_no_migration_is_missing():
    """The models and the migrations say the same."""
    done = run("-W", "ignore", "-m", "django", "makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-500:]


def test_decision_records_have_numbers_of_their_own():
    """Two records never share a number."""
    numbers = [file.name[:4] for file in (ROOT / "docs" / "adr").glob("*.md")]
    assert numbers and len(numbers) == len(set(numbers))


def lifted() -> set[str]:
    found = set()
    for file in PACKAGE.rglob("*.py"):
        name = file.relative_to(PACKAGE).as_posix()
        if "/tests/" in name or name.startswith(("demo/", "testing/", "cli/bench/")):
            continue
        if "/migrations/" not in name and ".unscoped(" in file.read_text(encoding="utf-8"):
            found.add(name)
    return found


REVIEWED = ROOT / "tests" / "architecture" / "unscoped.txt"


def test_scopes_are_lifted_in_reviewed_places_only():
    """Each file that lifts a scope is named, with its reason, in one reviewed list."""
    reviewed = {
        line.split(":")[0].strip()
        for line in REVIEWED.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    }
    assert lifted() == reviewed


def test_templates_carry_no_inline_style_or_handler():
    """The content security policy forbids both, so a page would silently lose them."""
    for file in PACKAGE.rglob("templates/**/*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|\son(click|change|submit|input|load)=", text), file


def test_names_avoid_empty_words():
    """A module is named for what it holds."""
    empty = re.compile(r"(^|_)(manager|managers|helper|helpers|utils|util|misc|common)(_|$)")
    for file in PACKAGE.rglob("*.py"):
        assert not empty.search(file.stem), file


def test_web_code_does_not_load_heavy_engines():
    """The page server starts without the typesetter or the solver."""
    probe = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE']='homeward.config.settings.build';"
        "import django; django.setup(); import homeward.config.urls;"
        "print([m for m in ('typst', 'ortools', 'scipy', 'numpy') if m in sys.modules])"
    )
    done = run("-c", probe)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr[-800:]


def test_every_action_is_keyword_only_and_documented():
    """An action's docstring is its promise."""
    for file in [*PACKAGE.rglob("actions.py"), *PACKAGE.rglob("actions/*.py")]:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in tree.body:
            marks = getattr(node, "decorator_list", [])
            decorators = {mark.id for mark in marks if isinstance(mark, ast.Name)}
            if "action" in decorators:
                assert not node.args.args, f"{file}: {node.name} takes positional arguments"
                assert ast.get_docstring(node), f"{file}: {node.name} has no promise"


def test_protected_columns_are_not_joined_from_open_models():
    """`Worker.objects.values("teams__client__name")` would pass every scope by."""
    joined = re.compile(
        r"""(?:Worker|Account|GroupSession|TherapyGroup|Site|Room|Program|Payer)\.objects[^\n]*"""
        r"""(?:__client__|"client__|client__name)"""
    )
    for file in PACKAGE.rglob("*.py"):
        if "/tests/" not in file.as_posix():
            assert not joined.search(file.read_text(encoding="utf-8")), file
