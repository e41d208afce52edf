"""Every route as every role about everybody, against the reviewed table.

Brings its own empty house. `--write` puts the answers down as the expected ones: read every line
it changes before it is kept.
"""

import sys
import time
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.cli import frame

NEEDS = "nothing"


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--write", action="store_true", help="make these answers the table")
    parser.add_argument(
        "--quick", action="store_true", help="do not ask again behind a door that refused"
    )
    parser.add_argument(
        "--note", action="store_true", help="note for which code all was right; see shown.py"
    )
    parser.add_argument("--route", default="", help="only routes whose name contains this")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Ask the whole matrix; exit 1 on any cell that is not as the table says.

    Also a fault: an error, an address with an id nobody explained, a hidden row whose answer
    differs from that for no row at all, a word on a page whose reader may not know it, a method
    that is not declared and yet answered, an id of another site's client that did something in the
    query, the body or a form, and a line of the table without a route.
    """
    from homeward.testing.house import empty_house

    with empty_house():
        return _asked(arguments)


def _asked(arguments: Namespace) -> tuple[dict[str, Any], int]:
    from homeward.testing.matrix import asking, shown, table, undeclared
    from homeward.testing.matrix.leaks import leaks
    from homeward.testing.matrix.world import make_world

    began = time.monotonic()
    house = asking.House(make_world())
    asked = []
    for each in asking.ask_all(house, part=arguments.route, is_quick=arguments.quick):
        asked.append(each)
        if len(asked) % 100 == 0:
            print(f"{len(asked)} cases", file=sys.stderr, flush=True)
    if arguments.write:
        table.write(asked)
    expected = table.read()
    wrong = table.differences(asked, expected)
    tells = table.tells(asked)
    leaked = leaks(house.world, asked)
    open_methods = undeclared.answered(house, arguments.route)
    left = [] if arguments.route else table.left_over(asked, expected)
    strayed = _astray(house, asked)
    answer = {
        "routes": len({each.case.route for each in asked}),
        "cases": len(asked),
        "cells": sum(len(each.answers) for each in asked),
        "seconds": round(time.monotonic() - began, 1),
        "unexplained_ids": sorted(set(house.unexplained)),
        "wrong": wrong,
        "tells": tells,
        "leaks": leaked,
        "undeclared_methods": open_methods,
        "ids_beside_the_address": strayed["cells"],
        "ids_in_form_fields": strayed["fields"],
        "astray": strayed["faults"],
        "left_over": left,
    }
    is_bad = (
        house.unexplained or wrong or tells or leaked or open_methods or left or strayed["faults"]
    )
    if arguments.note and not (is_bad or arguments.route):
        shown.note()
    return answer, frame.FAILED if is_bad else frame.DONE


def _astray(house: Any, asked: list[Any]) -> dict[str, Any]:
    from homeward.core.routes import all_routes
    from homeward.testing.matrix import astray

    routes = {route.name: route for route in all_routes()}
    own = [(routes[each.case.route], each) for each in asked if astray.relevant(each.case)]
    beside = astray.beside_the_address(house, own)
    within = astray.in_the_fields(house, list(astray.pages_of(house, own)))
    return {
        "cells": beside.cells, "fields": within.fields, "faults": beside.faults + within.faults,
    }  # fmt: skip
