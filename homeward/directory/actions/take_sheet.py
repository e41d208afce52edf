"""Taking a file of places in: all of it or nothing, and nothing of the file is kept."""

from dataclasses import dataclass
from datetime import datetime

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.directory.actions.keep import FIELDS, may_keep, save_service, values_of
from homeward.directory.kinds import Language, Option, PayerKind, Takes
from homeward.directory.models import Service
from homeward.directory.rules.opening import Stretch
from homeward.directory.rules.sheet import Place, Problem, Sheet, Words, read_sheet
from homeward.directory.zips import area_of


class SheetNotRight(Refusal):
    """The file has lines that are not right; nothing of it was taken in."""


WORDS = Words(
    options=frozenset(Option),
    languages=frozenset(Language),
    payers=frozenset(PayerKind),
    takes=frozenset(Takes),
    knows_zip=lambda zip_code: area_of(zip_code) is not None,
)


@dataclass(frozen=True, slots=True)
class Trial:
    """What taking a file in would do, by names; with problems it would do nothing."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def try_sheet(text: str) -> Trial:
    """The dry run: what is right, what would be added and changed, what is wrong and where."""
    return _sorted(read_sheet(text, WORDS))


@action
def take_sheet(*, actor: Actor, text: str, now: datetime) -> Trial:
    """Add and change every place of the file in one transaction; refuse a file with any problem.

    A place whose line is as it stands is left alone; one that changes is no longer checked.
    """
    if not may_keep(actor):
        raise NotAllowed
    sheet = read_sheet(text, WORDS)
    trial = _sorted(sheet)
    if trial.problems:
        raise SheetNotRight
    held = _held(sheet)
    for place in sheet.places:
        row = held.get(place.code)
        if row is not None and _is_same(row, place):
            continue
        save_service(
            actor=actor, place=place, service_id=row.pk if row else None, now=now, note="file"
        )
    counts = f"{len(trial.added)} added, {len(trial.changed)} changed"
    audit.record("directory.sheet.taken", actor=actor, at=now, reason=counts)
    return trial


def place_of(row: Service) -> Place:
    """A stored place as the sheet writes it."""
    return Place(
        code=row.code,
        organisation=row.organisation,
        name=row.name,
        options=tuple(row.options),
        address=row.address,
        city=row.city,
        zip_code=row.zip_code,
        phone=row.phone,
        web=row.web,
        languages=tuple(row.languages),
        payers=tuple(row.payers),
        takes=tuple(row.takes),
        hours=tuple(Stretch(*each) for each in row.hours),
        notes=row.notes,
    )


def _sorted(sheet: Sheet) -> Trial:
    held = _held(sheet)
    problems = [
        *sheet.problems,
        *(
            Problem(place.line, "code", "code_retired", place.code)
            for place in sheet.places
            if place.code in held and held[place.code].retired_at
        ),
    ]
    if not sheet.places and not problems:
        problems.append(Problem(2, "", "no_lines"))
    added = [place.name for place in sheet.places if place.code not in held]
    known = [place for place in sheet.places if place.code in held]
    same = [place.name for place in known if _is_same(held[place.code], place)]
    changed = [place.name for place in known if not _is_same(held[place.code], place)]
    return Trial(
        tuple(added),
        tuple(changed),
        tuple(same),
        tuple(sorted(problems, key=lambda each: (each.line, each.column, each.code))),
    )


def _held(sheet: Sheet) -> dict[str, Service]:
    codes = [place.code for place in sheet.places]
    return {row.code: row for row in Service.objects.filter(code__in=codes)}


def _is_same(row: Service, place: Place) -> bool:
    values = values_of(place)
    return all(getattr(row, name) == values[name] for name in FIELDS)
