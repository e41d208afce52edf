"""From a TOML text to an outline, or to every reason why not."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from homeward.kernel.levels import LEVELS
from homeward.program.file.curriculum import read_house_rules, read_session_types, read_topics
from homeward.program.file.fields import Table
from homeward.program.file.numbers import (
    read_deadlines,
    read_holidays,
    read_numbers,
    read_sources,
)
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.places import read_organisation, read_phases, read_sites, read_tracks
from homeward.program.file.positions import Positions
from homeward.program.file.problems import Findings, Problem
from homeward.program.file.references import refuse_twins, refuse_unknown
from homeward.program.file.sections import FileSection, in_order, registered
from homeward.program.rules.defaults import NUMBERS

LONGEST = 4_000_000  # characters
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its outline when there is no problem, and what to look at anyway."""

    outline: ProgramOutline | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def read_program_file(text: str, sections: Iterable[FileSection] | None = None) -> Reading:
    """Read and check a whole file; pure, and never raises for anything a file can hold."""
    if len(text) > LONGEST:
        return _refused(1, "", f"the file is longer than {LONGEST} characters")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fault:
        return _not_toml(text, str(fault))
    except (ValueError, ArithmeticError) as fault:
        return _refused(1, "", f"a value cannot be read ({fault}); correct it")
    except RecursionError:
        return _refused(1, "", "lists or tables are nested too deeply; make them flatter")
    findings = Findings(Positions(text))
    document = Table(values, (), findings)
    outline = _read(document)
    for section in in_order(sections) if sections is not None else registered():
        parts = section.read(document, findings, outline)
        outline = replace(outline, extras={**outline.extras, section.name: parts})
    document.close()
    problems = findings.problems
    return Reading(None if problems else outline, problems, findings.warnings)


def _read(document: Table) -> ProgramOutline:
    program = document.table("program")
    editions = sorted({level.edition for level in LEVELS})
    edition = program.choice("level_edition", editions, "3")
    codes = [level.code for level in LEVELS if level.edition == edition or not edition]
    starts_on = program.day("starts_on")
    organisation = read_organisation(document)
    sources = read_sources(document)
    outline = ProgramOutline(
        organisation=organisation,
        code=program.code(),
        name=program.text("name"),
        level_edition=edition,
        level_code=program.choice("level", codes),
        is_telehealth_allowed=program.flag("telehealth", False),
        starts_on=starts_on,
        sources=sources,
        sites=read_sites(document, organisation.time_zone, organisation.jurisdiction),
        phases=read_phases(document, edition),
        tracks=read_tracks(document),
        session_types=read_session_types(document),
        topics=read_topics(document),
        house_rules=read_house_rules(document),
        numbers=read_numbers(document, NUMBERS, sources, starts_on),
        deadlines=read_deadlines(document, sources, starts_on),
        holidays=read_holidays(document),
    )
    program.close()
    _check_references(outline, document.findings)
    return outline


def _check_references(outline: ProgramOutline, findings: Findings) -> None:
    for what, parts in (
        ("site", outline.sites),
        ("phase", outline.phases),
        ("track", outline.tracks),
        ("session type", outline.session_types),
        ("topic", outline.topics),
        ("rule", outline.house_rules),
        ("room", outline.rooms),
    ):
        refuse_twins(findings, what, parts)
    sites = [site.code for site in outline.sites]
    for track in outline.tracks:
        refuse_unknown(findings, (*track.where, "site"), track.site, "site", sites)
    for deadline in outline.deadlines:
        case, _, which = deadline.applies_to.partition(":")
        if case == "site" and which:
            refuse_unknown(findings, (*deadline.where, "applies_to"), which, "site", sites)
    types = [kind.code for kind in outline.session_types]
    for topic in outline.topics:
        for place, code in enumerate(topic.for_types):
            refuse_unknown(
                findings, (*topic.where, "for_types", place), code, "session type", types
            )
    largest = outline.number("group_max")
    for kind in outline.session_types:
        is_group = kind.kind in (
            "group",
            "skills",
            "education",
            "experiential",
            "vocational",
            "multi_family",
        )
        if is_group and largest is not None and kind.largest > largest:
            findings.warn(
                (*kind.where, "largest"),
                f"{kind.largest} is above group_max ({largest}); keep it only if your payers agree",
            )


def _not_toml(text: str, message: str) -> Reading:
    place = _PLACE.search(message)
    last = text.count("\n") + 1
    line = int(place[1]) if place else last
    what = _PLACE.sub("", message).removesuffix(" (at end of document)")
    return _refused(
        line, Positions(text).field_near(line), f"this is not TOML ({what[0].lower()}{what[1:]})"
    )


def _refused(line: int, field: str, mend: str) -> Reading:
    return Reading(None, (Problem(line, field, mend),), ())
