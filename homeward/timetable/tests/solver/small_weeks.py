"""Small random weeks for properties: a few clients, staff and rooms, with every rule in play."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.reading import WEIGHTS, instance_of

SIZES = {"min": 2, "soft_min": 3, "target": 4, "max": 5}
PHASES = (1, 2)


def documents(most_clients: int = 9) -> st.SearchStrategy[dict[str, Any]]:
    """Instances as plain JSON."""
    return st.builds(
        document, st.randoms(use_true_random=False), st.integers(1, most_clients), st.booleans()
    )


def instances(most_clients: int = 9) -> st.SearchStrategy[Instance]:
    """The same, read."""
    return documents(most_clients).map(instance_of)


def document(chance: Random, clients: int, has_product_rules: bool) -> dict[str, Any]:
    """One small week."""
    days = chance.randint(2, 5)
    slots = chance.randint(8, 16)
    staff = [_person(f"s{place}", days, slots, chance) for place in range(chance.randint(1, 4))]
    week: dict[str, Any] = {
        "meta": {
            "name": "small", "T": slots, "days": [f"day {day}" for day in range(days)],
            "closed_days": [days - 1] if chance.random() < 0.2 else [],
            "lunch": [4, 6], "lunch_max": chance.randint(0, 2), "min_day_soft": 2,
        },
        "services": {
            "GT": {"kind": "group", "slots": 3, "unmet": 1000, "series": True, **SIZES},
            "PE": {"kind": "group", "slots": 2, "unmet": 800, "series": False, **SIZES},
            "IN": {"kind": "single", "slots": 2, "unmet": 1500},
            "MD": {"kind": "single", "slots": 1, "unmet": 3000},
        },
        "day_patterns": {
            "1": [[day] for day in range(days)],
            "2": [[0, day] for day in range(1, days)],
        },
        "weights": dict.fromkeys(WEIGHTS, 2),
        "rooms": [
            {"id": f"r{place}", "kind": "group", "capacity": chance.randint(3, 6)}
            for place in range(chance.randint(0, 2))
        ] + [
            {"id": f"o{place}", "kind": "office", "capacity": 4}
            for place in range(chance.randint(0, 2))
        ],
        "staff": staff,
        "clients": [
            _client(f"c{place}", days, slots, [each["id"] for each in staff], chance)
            for place in range(clients)
        ],
        "keep_apart": [],
        "previous": None,
    }  # fmt: skip
    _keep_apart(week, chance)
    if has_product_rules:
        _product_rules(week, chance)
    return week


def _windows(days: int, slots: int, chance: Random) -> list[list[int]]:
    found = []
    for day in range(days):
        if chance.random() < 0.8:
            begins = chance.randint(0, slots // 2)
            found.append([day, begins, chance.randint(begins + 2, slots)])
    return found


def _person(name: str, days: int, slots: int, chance: Random) -> dict[str, Any]:
    return {
        "id": name,
        "skills": [code for code in ("GT", "PE", "IN", "MD") if chance.random() < 0.8],
        "langs": ["en"] + (["es"] if chance.random() < 0.5 else []),
        "pops": ["mixed"] + (["women"] if chance.random() < 0.5 else []),
        "avail": _windows(days, slots, chance), "max_day": chance.randint(3, 12),
        "max_week": chance.randint(6, 40), "target_week": 10,
    }  # fmt: skip


def _client(name: str, days: int, slots: int, staff: list[str], chance: Random) -> dict[str, Any]:
    own = {code: [chance.choice(staff)] for code in ("IN", "MD") if chance.random() < 0.8}
    mode = chance.choice(("in_person", "telehealth", "either", "in_person"))
    windows = _windows(days, slots, chance)
    return {
        "id": name, "phase": chance.choice(PHASES), "lang": chance.choice(("en", "en", "en", "es")),
        "pop": chance.choice(("mixed", "mixed", "mixed", "women")), "mode": mode,
        "pref_mode": chance.choice(("in_person", "telehealth", "either")),
        "avail": windows, "pref": windows[:2],
        "needs": {"GT": chance.randint(0, 2), "PE": chance.randint(0, 2), "IN": 1, "MD": 1},
        "assigned": own, "min_days": 1, "max_day": chance.randint(3, 9), "auth_min": 2,
        "auth_max": chance.randint(4, 20),
    }  # fmt: skip


def _keep_apart(week: dict[str, Any], chance: Random) -> None:
    names = [each["id"] for each in week["clients"]]
    for _ in range(len(names) // 3):
        one, other = chance.sample(names, 2)
        level = chance.choice(("group", "site"))
        week["keep_apart"].append({"a": one, "b": other, "level": level})


def _product_rules(week: dict[str, Any], chance: Random) -> None:
    week["documentation_minutes"] = chance.choice((0, 15, 45))
    week["most_led_groups_a_day"] = chance.randint(1, 3)
    week["on_duty"] = {"staff": chance.randint(0, 2), "naloxone": chance.randint(0, 1)}
    week["services"]["PE"]["minutes"] = 45
    for person in week["staff"]:
        person["naloxone"] = chance.random() < 0.7
        person["credential_ends"] = chance.choice((None, None, 2))
        person["barred"] = person["skills"][:1] if chance.random() < 0.2 else []
    for room in week["rooms"]:
        room["closed"] = [[0, 0, 4]] if chance.random() < 0.2 else []
    week["meta"]["closures"] = [[1, 6, 8]] if chance.random() < 0.2 else []
    week["conflicts"] = [
        {"staff": chance.choice(week["staff"])["id"], "client": each["id"]}
        for each in week["clients"]
        if chance.random() < 0.2
    ]


def shuffled(document: Any, chance: Random) -> Any:
    """The same week told in another order; lists whose order means something stay."""
    if isinstance(document, dict):
        pairs = [(key, _shuffled_under(key, value, chance)) for key, value in document.items()]
        chance.shuffle(pairs)
        return dict(pairs)
    return document


def _shuffled_under(key: str, value: Any, chance: Random) -> Any:
    if key in ("days", "lunch") or not isinstance(value, list | dict):
        return value
    if isinstance(value, dict):
        return shuffled(value, chance)
    again = [shuffled(each, chance) for each in value]
    chance.shuffle(again)
    return again
