"""`homeward routes`: every address with its policy."""

from typing import Any

from homeward.core.routes import all_routes


def command(document: None, *, arguments: Any) -> tuple[list[dict[str, Any]], int]:
    """List every route; exit 1 when one declares no policy."""
    routes = all_routes()
    return [route.to_json() for route in routes], int(any(r.policy is None for r in routes))
