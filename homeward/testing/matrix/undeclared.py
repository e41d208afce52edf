"""Methods a route does not declare are refused, whoever asks."""

from collections.abc import Collection
from typing import Any

from homeward.core.routes import all_routes
from homeward.testing.matrix.asking import METHOD, RELATIONS, Case, House, cases
from homeward.testing.matrix.fillings import UnknownId

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ASKED_BY = ("counselor", "public")


def answered(
    house: House, part: str = "", names: Collection[str] | None = None
) -> list[dict[str, Any]]:
    """Undeclared methods that got another answer than "not this method".

    Of routes with `part` in their names, and of these names only where they are given.
    """
    relation_of = {case.route: case.relation for _, case in cases(RELATIONS[:1])}
    found = []
    for route in all_routes():
        if route.policy is None or route.name not in relation_of or part not in route.name:
            continue
        if names is not None and route.name not in names:
            continue
        for method in METHODS:
            if method in route.policy.methods:
                continue
            try:
                asked = house.ask(
                    route, Case(route.name, method, relation_of[route.name]), ASKED_BY
                )
            except UnknownId as unknown:
                house.unexplained.append(str(unknown))
                break
            found += [
                {"route": route.name, "method": method, "player": column, "status": answer.status}
                for column, answer in asked.answers.items()
                if answer.word != METHOD
            ]
    return found
