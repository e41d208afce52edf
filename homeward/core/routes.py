"""Walking the URL configuration: every route with its policy."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from homeward.core.policies import Policy


@dataclass(frozen=True, slots=True)
class Route:
    """One address pattern, its name and the policy in front of it (None: undeclared)."""

    path: str
    name: str
    view: Any
    policy: Policy | None

    def to_json(self) -> dict[str, Any]:
        return {
            "path": self.path,
            "name": self.name,
            "methods": list(self.policy.methods) if self.policy else [],
            "policy": self.policy.name if self.policy else None,
            "record_class": self.policy.record_class.value if self.policy else None,
        }


def all_routes() -> list[Route]:
    """Every route of the running configuration, error pages included."""
    resolver = get_resolver()
    routes = list(_walk(resolver.url_patterns, "/", ""))
    for status in (400, 403, 404, 500):
        view = resolver.resolve_error_handler(status)
        policy = getattr(view, "policy", None)
        routes.append(Route(f"error:{status}", f"error_{status}", view, policy))
    return routes


def _walk(patterns: list[Any], prefix: str, space: str) -> Iterator[Route]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern).removeprefix("^").replace("\\Z", "").rstrip("$")
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, path, inner)
        elif isinstance(pattern, URLPattern):
            name = f"{space}{pattern.name}" if pattern.name else f"{space}{path}"
            yield Route(path, name, pattern.callback, getattr(pattern.callback, "policy", None))


@cache
def policy_of(name: str) -> Policy:
    """The policy in front of a named route; raises LookupError when there is no such route."""
    for route in all_routes():
        if route.name == name and route.policy:
            return route.policy
    raise LookupError(name)


def addresses(name: str) -> Callable[[UUID], str]:
    """Addresses of a route that takes one id: written once for a page with hundreds of links."""
    stands_in = UUID(int=0)
    pattern = reverse(name, args=[stands_in])
    return lambda pk: pattern.replace(str(stands_in), str(pk))


def has_route(name: str) -> bool:
    """Whether a named route exists."""
    try:
        return bool(policy_of(name))
    except LookupError:
        return False
