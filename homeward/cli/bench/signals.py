"""How right the signals of early leaving are: in a made-up story, and in public trial data.

Precision, recall, lead time and lift over chance with its interval, for each signal and for any of
them, by `docs/algorithms/retention-signals.md`. The public data is read from where it lies and
never copied; where it is not there, one line says so. `--write` keeps the figures the page shows.
"""

import json
import time
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import Any

from homeward.cli import frame
from homeward.kernel.bad_input import BadInput

NEEDS = "nothing"
KEPT = Path(__file__).resolve().parents[2] / "retention" / "figures" / "signals-1.json"
TODAY = date(2026, 11, 22)
SEEDS, WEEKS, DRAWS, SEED = 6, 104, 4000, 1


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many stories are told")
    parser.add_argument("--weeks", type=int, default=WEEKS, help="how long each story is")
    parser.add_argument("--draws", type=int, default=DRAWS, help="how often people are drawn again")
    parser.add_argument("--only", default="", help="story or public")
    parser.add_argument("--write", default="", help="keep the figures, made on this day (ISO)")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Measure both histories; exit 2 for a wrong option."""
    if arguments.only not in ("", "story", "public"):
        raise BadInput("only", "must be story or public")
    sets = []
    if arguments.only != "public":
        sets.append(_story(arguments))
    if arguments.only != "story":
        found = _public(arguments)
        if found is None:
            frame.say("the public trial data is not here (HOMEWARD_REFERENCE_DATA): left out")
        else:
            sets.append(found)
    answer = {"rule_set": _rule_set(), "sets": sets}
    for each in sets:
        for line in lines_of(each):
            frame.say(line)
    if arguments.write:
        _keep(answer, arguments.write)
    return answer, frame.DONE


def _rule_set() -> dict[str, Any]:
    from dataclasses import asdict

    from homeward.retention.rules.course import RULE_SET, VERSION

    return {"code": RULE_SET, "version": VERSION, "numbers": asdict(_numbers())}


def _numbers() -> Any:
    from homeward.program.rules.defaults import NUMBERS, safe_number
    from homeward.retention.rules.course import SignalNumbers

    return SignalNumbers.of({code: safe_number(code) for code in NUMBERS})


def _story(arguments: Namespace) -> dict[str, Any]:
    from homeward.cli.bench.signalling import story

    began = time.monotonic()
    people = story.people_of(
        range(1, max(1, arguments.seeds) + 1), max(8, arguments.weeks), TODAY, _numbers()
    )
    about = {
        "code": "story",
        "stories": arguments.seeds,
        "weeks": arguments.weeks,
        "horizon_days": story.HORIZON.days,
    }
    return _measured(people, story.MEASURED, about, arguments, began)


def _public(arguments: Namespace) -> dict[str, Any] | None:
    from homeward.cli.bench.outside.finding import folder
    from homeward.cli.bench.signalling import ctn

    data = folder("data")
    if data is None or not ctn.is_here(data):
        return None
    began = time.monotonic()
    people = ctn.people_of(data, _numbers())
    about = {"code": "ctn0094", "weeks": ctn.WEEKS, "horizon_days": 7 * ctn.AWAY}
    return _measured(people, ctn.MEASURED, about, arguments, began)


def _measured(
    people: list[Any], codes: tuple[str, ...], about: dict[str, Any], arguments: Namespace,
    began: float,
) -> dict[str, Any]:  # fmt: skip
    from homeward.retention.rules.measuring import measure

    found = measure(people, codes, seed=SEED, draws=max(0, arguments.draws))
    frame.say(f"{about['code']}: {time.monotonic() - began:.0f} s")
    return {**about, "compared": len(codes), **found}


def lines_of(found: dict[str, Any]) -> list[str]:
    """The figures as a person reads them."""
    head = (
        f"{found['code']}: {found['people']} people, {found['looks']} weekly looks, "
        f"{found['left']} left; after a look {_percent(found['base_rate'])} came no more within "
        f"{found['horizon_days']} days"
    )
    return [head, *(_line(code, each) for code, each in found["signals"].items())]


def _line(code: str, each: dict[str, Any]) -> str:
    lead = f"{each['lead_days'][1]} days" if each["lead_days"] else "-"
    coming = each["while_coming"]
    return (
        f"  {code:26} {each['looks']:6} looks  right {_percent(each['precision'])} "
        f"(chance {_percent(each['chance'])})  lift {_lift(each)} {each['verdict']:10} "
        f"recall {_percent(each['recall'])}, while they came "
        f"{_percent(each['recall_while_coming'])}, lead {lead}; "
        f"while coming: {coming['looks']} looks, lift {_lift(coming)} {coming['verdict']}"
    )


def _lift(each: dict[str, Any]) -> str:
    return "-" if each["lift"] is None else f"{each['lift']} ({each['low']} to {each['high']})"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}%"


def _keep(answer: dict[str, Any], made_on: str) -> None:
    if {each["code"] for each in answer["sets"]} != {"story", "ctn0094"}:
        raise BadInput("write", "keep the figures of both histories together, not of one")
    try:
        day = date.fromisoformat(made_on)
    except ValueError:
        raise BadInput("write", "give the day as 2026-11-23") from None
    text = json.dumps({"made_on": day.isoformat(), **answer}, indent=1, ensure_ascii=False)
    KEPT.write_text(text + "\n", encoding="utf-8")
