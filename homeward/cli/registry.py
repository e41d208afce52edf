"""Every command of `homeward`, by name, with where it is implemented.

Modules are imported only when their command runs, and a command whose module is not there is
not offered.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from homeward.config.launch.home import CHECKOUT


class Needs(StrEnum):
    """What must be ready before a command runs."""

    NOTHING = "nothing"
    SETTINGS = "settings"  # Django, without any database
    INSTALLATION = "installation"  # Django and this home's running database
    DEMO = "demo"  # as INSTALLATION, and a new home becomes a demo


class Reads(StrEnum):
    """What a command takes in."""

    NOTHING = "nothing"
    JSON = "json"
    FILE = "file"


@dataclass(frozen=True)
class Command:
    """One command; `target` is `module:function` with `f(document, *, arguments)`.

    The function answers `(answer, exit status)`; an answer that is not None is printed as JSON.
    A module may offer `<function>_arguments(parser)` for options of its own. `also_reads` names
    further JSON files; the function finds their documents in `arguments` under those names.
    """

    words: tuple[str, ...]
    target: str
    help: str
    needs: Needs = Needs.NOTHING
    reads: Reads = Reads.NOTHING
    hidden: bool = False
    also_reads: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        return self.target.partition(":")[0]

    @property
    def function(self) -> str:
        return self.target.partition(":")[2]

    @property
    def exists(self) -> bool:
        """Whether its module is there, without importing anything."""
        place = CHECKOUT.joinpath(*self.module.split("."))
        return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


BENCHES = Path(__file__).parent / "bench"


def commands() -> list[Command]:
    """All commands that can run, benches included."""
    return [command for command in (*_FIXED, *_benches()) if command.exists]


def _benches() -> list[Command]:
    return [
        Command(
            ("bench", file.stem.replace("_", "-")),
            f"homeward.cli.bench.{file.stem}:run",
            _first_line(file),
            _bench_needs(file),
        )
        for file in sorted(BENCHES.glob("[a-z]*.py"))
        if "def run(" in file.read_text()
    ]


def _first_line(file: Path) -> str:
    return file.read_text().split('"""', 2)[1].splitlines()[0].rstrip(".")


def _bench_needs(file: Path) -> Needs:
    """A bench says `NEEDS = "nothing"` when it brings its own installation."""
    for need in Needs:
        if f'NEEDS = "{need.value}"' in file.read_text():
            return need
    return Needs.INSTALLATION


_HERE = "homeward.cli.commands"
_FIXED = (
    Command(("demo",), f"{_HERE}.start:demo", "start a demo with made-up people"),
    Command(("serve",), f"{_HERE}.start:serve", "start a real installation"),
    Command(("stop",), f"{_HERE}.stop:stop", "stop what runs from this home"),
    Command(("check",), f"{_HERE}.check:check", "health of database, worker, keys, backups, disk"),
    Command(("backup",), f"{_HERE}.backup:backup", "write an encrypted backup and try it out"),
    Command(("restore",), f"{_HERE}.restore:restore", "bring an installation back from a backup"),
    Command(("migrate",), f"{_HERE}.start:migrate", "bring the database up to this version"),
    Command(("schema",), f"{_HERE}.schema:schema", "the tables that a new database begins with"),
    Command(
        ("worker",), f"{_HERE}.worker:worker", "run background jobs (`demo` and `serve` start one)"
    ),
    Command(
        ("screenshots",), f"{_HERE}.screenshots:screenshots", "take pictures of a running demo"
    ),
    Command(("demo-rows",), f"{_HERE}.start:demo_rows", "let the demo catch up", hidden=True),
    Command(("setup-token",), f"{_HERE}.start:setup_token", "print the first token", hidden=True),
    Command(
        ("program", "load"),
        "homeward.program.commands:load",
        "load a program file (TOML)",
        Needs.INSTALLATION,
        Reads.FILE,
    ),
    Command(
        ("routes",),
        "homeward.config.routes:command",
        "every address with its policy",
        Needs.SETTINGS,
    ),
    Command(
        ("messages",),
        "homeward.core.messages.commands:messages",
        "bring the translation catalogues up to the source",
        Needs.SETTINGS,
    ),
    Command(
        ("progress", "replay"),
        "homeward.progress.commands:replay_reviews",
        "what a rule set would have said of reviews that were held",
        Needs.INSTALLATION,
    ),
    Command(
        ("audit", "verify"),
        "homeward.audit.commands:verify",
        "recompute the audit and name the first fault",
        Needs.INSTALLATION,
    ),
    Command(
        ("instruments", "score"),
        "homeward.instruments.commands:score",
        "score a questionnaire",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("instruments", "fhir", "questionnaire"),
        "homeward.instruments.fhir_commands:questionnaire",
        "a FHIR Questionnaire as a definition",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("instruments", "fhir", "response"),
        "homeward.instruments.fhir_commands:response",
        "score a FHIR QuestionnaireResponse",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("instruments", "fhir", "out"),
        "homeward.instruments.fhir_commands:out",
        "answers as a FHIR QuestionnaireResponse",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("instruments", "text", "load"),
        "homeward.instruments.text_commands:load",
        "load a questionnaire's licensed wording",
        Needs.INSTALLATION,
        Reads.JSON,
    ),
    Command(
        ("timetable", "check"),
        "homeward.timetable.commands:check",
        "check a schedule against its instance",
        Needs.NOTHING,
        Reads.JSON,
        also_reads=("schedule",),
    ),
    Command(
        ("timetable", "explain"),
        "homeward.timetable.commands:explain",
        "say why needs found no place, and what one change would do",
        Needs.NOTHING,
        Reads.JSON,
        also_reads=("schedule",),
    ),
    Command(
        ("timetable", "solve"),
        "homeward.timetable.planning_commands:solve",
        "plan a week",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("timetable", "repair"),
        "homeward.timetable.repair_command:repair",
        "mend a published week",
        Needs.NOTHING,
        Reads.JSON,
        also_reads=("schedule", "disruption"),
    ),
    Command(
        ("placement", "recommend"),
        "homeward.placement.commands:recommend",
        "recommend a level of care",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("consents", "decide"),
        "homeward.consents.commands:decide",
        "decide a disclosure",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("downtime", "make"),
        "homeward.downtime.commands:make",
        "make the morning's encrypted packs now",
        Needs.INSTALLATION,
    ),
    Command(
        ("drugtests", "verify-draw"),
        "homeward.drugtests.commands:verify_draw",
        "check a published random draw",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("incentives", "verify-draw"),
        "homeward.incentives.commands:verify_draw",
        "check a published draw from a prize bowl",
        Needs.NOTHING,
        Reads.JSON,
    ),
    Command(
        ("drugtests", "receive"),
        "homeward.drugtests.commands:receive",
        "take the HL7 results of a file",
        Needs.INSTALLATION,
    ),
    Command(
        ("drugtests", "listen"),
        "homeward.drugtests.commands:listen",
        "listen for HL7 results (MLLP)",
        Needs.INSTALLATION,
    ),
    Command(
        ("drugtests", "call"),
        "homeward.kiosk.telephone:call",
        "dial the simulated telephone line",
        Needs.INSTALLATION,
    ),
)
