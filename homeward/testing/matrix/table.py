"""The reviewed table: `tests/access/expected.csv`, one row a case, one column a player."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from homeward.config.launch.home import CHECKOUT
from homeward.testing.matrix.asking import ABSENT, ERROR, HIDDEN, Asked
from homeward.testing.matrix.world import COLUMNS

FILE = CHECKOUT / "tests" / "access" / "expected.csv"
Key = tuple[str, str, str]


def read(file: Path = FILE) -> dict[Key, dict[str, str]]:
    """The expected words by case and column."""
    with open(file, newline="") as lines:
        return {
            (row["route"], row["method"], row["relation"]): {name: row[name] for name in COLUMNS}
            for row in csv.DictReader(lines)
        }


def write(asked: Iterable[Asked], file: Path = FILE) -> None:
    """Put what was answered down as what is expected; a person reads every changed line."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "w", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["route", "method", "relation", *COLUMNS])
        for each in asked:
            writer.writerow([*each.case.key, *(each.answers[name].word for name in COLUMNS)])


def differences(
    asked: Sequence[Asked], expected: dict[Key, dict[str, str]]
) -> list[dict[str, str]]:
    """Every answered cell that is not as expected, errors always among them."""
    wrong = []
    for each in asked:
        row = expected.get(each.case.key, {})
        for column, answer in each.answers.items():
            if answer.word != row.get(column, "not in the table") or answer.word == ERROR:
                wrong.append(
                    {
                        "route": each.case.route, "method": each.case.method,
                        "relation": each.case.relation, "player": column,
                        "expected": row.get(column, "not in the table"), "answered": answer.word,
                    }
                )  # fmt: skip
    return wrong


def tells(asked: Sequence[Asked]) -> list[dict[str, str]]:
    """Hidden answers that differ from the answer for ids of nothing: they give existence away."""
    absent = {
        (each.case.route, each.case.method): each.answers
        for each in asked
        if each.case.relation == ABSENT
    }
    return [
        {
            "route": each.case.route, "method": each.case.method,
            "relation": each.case.relation, "player": column,
        }
        for each in asked
        for column, answer in each.answers.items()
        if answer.word == HIDDEN
        and (nothing := absent.get((each.case.route, each.case.method), {}).get(column))
        and answer.digest != nothing.digest
    ]  # fmt: skip


def left_over(asked: Sequence[Asked], expected: dict[Key, dict[str, str]]) -> list[Key]:
    """Lines of the table whose case no longer exists."""
    return sorted(set(expected) - {each.case.key for each in asked})
