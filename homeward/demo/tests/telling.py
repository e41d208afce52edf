"""Small stories of the shipped program for tests, and rows as comparable facts."""

import hashlib
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db.models import Model

from homeward.core.actors import Actor
from homeward.demo.loading import PROGRAM_FILE
from homeward.demo.outline_of import outline_of
from homeward.demo.rows.order import in_order
from homeward.demo.rows.setting import Setting
from homeward.demo.story.simulation import Story, tell
from homeward.program.actions import load_program_file

ZONE = ZoneInfo("America/Chicago")
TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 18, tzinfo=UTC)
STORY_APPS = (
    "people", "admissions", "placement", "instruments", "consents", "coverage", "plans",
    "timetable", "attendance", "drugtests", "notes", "progress", "tasks",
)  # fmt: skip
PROGRAM_ROWS = (
    "timetable.therapygroup", "coverage.payer", "coverage.payernumber",
    # Opened by what is due on the day of the look, for those in care; see rows/measures.py.
    "instruments.invitation",
    # Publishing asks for a roster; the story tells of none; see rows/around_the_week.py.
    "timetable.dutyshift",
    # Written for the last days only; see rows/note_care.py.
    "notes.signatureproof",
    # Follow from actions in their own time: numbers for the door in rows/door.py; offers and what
    # was said in them only while a missed seat can still be made up.
    "attendance.arrivalcode", "attendance.makeupoffer", "consents.disclosure",
    # What a test stands on is the house's; see rows/testing_room.py.
    "drugtests.kit", "drugtests.certificate",
    # Who was told what of a week is kept where it is really published.
    "timetable.publication", "timetable.toldweek", "timetable.toldworker",
    # Who wrote which part is kept as it is written; notes made in bulk are their author's alone.
    "notes.notepart", "notes.sharedpart",
    # What follows from a decision is carried out by the real action alone.
    "progress.revieweffect",
)  # fmt: skip
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Papers of the packet are written after the story, for those in care only; so are the lists of
# medicines, and with them the duty to go through a list.
BESIDE_THE_STORY = frozenset(
    {"packet_paper", "reconcile_medicines", "level_review", "review_plan", "review_consents",
     "review_authorization", "review_timetable", "linkage_need", "set_test_panel"}
)  # fmt: skip
NEVER_EQUAL = frozenset({"id", "created_at", "version"})


def small_story(weeks: int, seed: int = 1, today: date = TODAY) -> tuple[Story, Setting]:
    """The shipped program in the test database, and a story of so many weeks in it."""
    first_day = today - timedelta(weeks=weeks)
    setting = house(first_day)
    return tell(seed, today, setting.outline, first_day), setting


def house(first_day: date) -> Setting:
    """The shipped program in the test database, as a story from that day on sees it."""
    text = PROGRAM_FILE.read_text(encoding="utf-8")
    loaded = load_program_file(actor=Actor.of_service("tests"), text=text, now=NOON)
    return Setting(loaded.program, outline_of(loaded.program, first_day))


def story_models() -> list[type[Model]]:
    """Every model that a story writes, parents first."""
    found = [
        model
        for name in STORY_APPS
        for model in apps.get_app_config(name).get_models()
        if model._meta.label_lower not in PROGRAM_ROWS and not model._meta.proxy
    ]
    return in_order(found)


def every_row(model: Any) -> Any:
    """All rows of a model, whoever asks."""
    manager = model._base_manager
    return manager.unscoped("tests") if hasattr(manager, "unscoped") else manager.all()


def story_ids() -> dict[str, set[Any]]:
    """Every row of the story's models, save what is written beside the story."""
    return {
        model._meta.label: set(_of_the_story(model).values_list("pk", flat=True))
        for model in story_models()
    }


def _of_the_story(model: Any) -> Any:
    has_kind = any(field.name == "kind" for field in model._meta.concrete_fields)
    rows = every_row(model)
    return rows.exclude(kind__in=BESIDE_THE_STORY) if has_kind else rows


def facts(without: dict[str, frozenset[str]]) -> dict[str, list[dict[str, Any]]]:
    """All rows of the story's models, foreign keys as the facts of the row they point to.

    `without` names the fields of a model that may differ.
    """
    known: dict[Any, str] = {}
    found: dict[str, list[dict[str, Any]]] = {}
    for model in story_models():
        left_out = NEVER_EQUAL | without.get(model.__name__, frozenset())
        manager: Any = model._base_manager
        rows = manager.unscoped("tests") if hasattr(manager, "unscoped") else manager.all()
        told = found[model.__name__] = []
        for row in rows:
            if getattr(row, "kind", "") in BESIDE_THE_STORY:
                continue
            facts_of_row = {
                field.name: _plain(getattr(row, field.attname), known)
                for field in model._meta.concrete_fields
                if field.name not in left_out
            }
            known[row.pk] = _label(model.__name__, facts_of_row)
            told.append(facts_of_row)
    return found


def _label(name: str, facts_of_row: dict[str, Any]) -> str:
    """A short name for a row by all that it says."""
    said = str(sorted(facts_of_row.items()))
    return f"{name} {hashlib.sha256(said.encode()).hexdigest()[:12]}"


def _plain(value: Any, known: dict[Any, str]) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, dict):
        return str({key: _plain(item, known) for key, item in sorted(value.items())})
    if isinstance(value, list):
        return str([_plain(item, known) for item in value])
    if isinstance(value, str):
        return ID.sub(lambda found: known.get(UUID(found[0]), found[0]), value)
    return str(known.get(value, value))


def differences(
    one: dict[str, list[dict[str, Any]]], other: dict[str, list[dict[str, Any]]]
) -> list[str]:
    """What is only in one of two sets of facts, the nearest rows side by side; short."""
    lines = []
    for name in one:
        left = Counter(str(sorted(row.items())) for row in one[name])
        right = Counter(str(sorted(row.items())) for row in other[name])
        if left == right:
            continue
        only_left = _only(one[name], left - right)
        only_right = _only(other[name], right - left)
        lines.append(f"{name}: {len(one[name])} and {len(other[name])} rows")
        for row in only_left[:3]:
            near = max(
                only_right,
                key=lambda item: sum(item[key] == value for key, value in row.items()),
                default=None,
            )
            lines.append(f"  {_apart(row, near)}")
        if not only_left:
            lines += [f"  only the second: {str(row)[:400]}" for row in only_right[:2]]
    return lines


def _only(rows: list[dict[str, Any]], more: Counter[str]) -> list[dict[str, Any]]:
    return [row for row in rows if str(sorted(row.items())) in more]


def _apart(row: dict[str, Any], near: dict[str, Any] | None) -> str:
    if near is None:
        return f"only the first: {str(row)[:400]}"
    parts = []
    for key in row:
        if row[key] != near[key]:
            pairs = enumerate(zip(row[key], near[key], strict=False))
            at = max(0, next((n for n, (one, two) in pairs if one != two), 0) - 60)
            parts.append(f"{key}: {row[key][at : at + 160]} != {near[key][at : at + 160]}")
    return "; ".join(parts)
