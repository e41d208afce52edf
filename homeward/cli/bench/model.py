"""Lives of an episode beside a small model: random steps, the real actions, no divergence.

Brings its own empty house. A chunk is one seed; with `--keep FILE` each finished chunk is a line
there, and a later start goes on with the next seed until all runs are done.
"""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--runs", type=int, default=2000, help="how many lives")
    parser.add_argument("--steps", type=int, default=50, help="steps of each")
    parser.add_argument("--chunk", type=int, default=20, help="lives under one seed")
    parser.add_argument("--first-seed", type=int, default=1, help="where to begin")
    parser.add_argument("--keep", default="", help="a file of finished chunks, to go on from")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Run them; exit 1 when the record and the model part anywhere."""
    from homeward.testing.house import empty_house

    kept = Path(arguments.keep) if arguments.keep else None
    chunks = _finished(kept)
    with empty_house():
        from homeward.cli.bench.modelling.running import lay_ground, run_lives

        lay_ground()
        number = max((each["seed"] for each in chunks), default=arguments.first_seed - 1) + 1
        while sum(each["runs"] for each in chunks) < arguments.runs:
            left = arguments.runs - sum(each["runs"] for each in chunks)
            made = run_lives(number, runs=min(arguments.chunk, left), steps=arguments.steps)
            chunks.append(made)
            if kept is not None:
                with kept.open("a", encoding="utf-8") as lines:
                    lines.write(json.dumps(made) + "\n")
            if not arguments.json:
                frame.say(f"seed {number}: {made['runs']} runs, {made['steps']} steps, "
                          f"{made['seconds']} s {made['divergence']}")  # fmt: skip
            number += 1
    seconds = sum(each["seconds"] for each in chunks)
    steps = sum(each["steps"] for each in chunks)
    parted = [each for each in chunks if each["divergence"]]
    answer = {
        "runs": sum(each["runs"] for each in chunks),
        "steps": steps,
        "refused": sum(each["refused"] for each in chunks),
        "divergences": len(parted),
        "first": parted[0] if parted else None,
        "seconds": round(seconds, 1),
        "steps_per_second": round(steps / seconds, 1) if seconds else 0,
        "ok": not parted,
    }
    return answer, frame.DONE if answer["ok"] else frame.FAILED


def _finished(kept: Path | None) -> list[dict[str, Any]]:
    if kept is None or not kept.is_file():
        return []
    return [json.loads(line) for line in kept.read_text("utf-8").splitlines() if line.strip()]
