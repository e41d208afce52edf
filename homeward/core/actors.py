"""Who is acting: one frozen value made from an account, passed to every action and scope."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.kernel.roles import Duty, Role

STAFF, CLIENT, FAMILY, AGENCY, SERVICE, PUBLIC = (
    "staff",
    "client",
    "family",
    "agency",
    "service",
    "public",
)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held now in one program at one site (`site_id` None: every site of the house).

    A role held at all sites of a program that is not at every site of the house is one grant for
    each of its sites.
    """

    role: Role
    site_id: UUID | None = None
    program_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or a named service, with the roles and duties held at this moment."""

    kind: str
    account_id: UUID | None = None
    worker_id: UUID | None = None
    client_id: UUID | None = None
    contact_id: UUID | None = None
    name: str = ""
    grants: tuple[Grant, ...] = ()
    duties: frozenset[Duty] = frozenset()
    service: str = ""

    @classmethod
    def of_service(cls, name: str) -> "Actor":
        """The actor of a job or of the installation itself."""
        return cls(kind=SERVICE, service=name, name=name)

    @property
    def ref(self) -> str:
        """The opaque reference that audit rows keep."""
        return str(self.worker_id or self.client_id or self.contact_id or self.service or "")

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)

    def has_role(self, *roles: Role) -> bool:
        return bool(self.roles.intersection(roles))

    @property
    def site_ids(self) -> frozenset[UUID]:
        return frozenset(grant.site_id for grant in self.grants if grant.site_id)


NOBODY = Actor(kind=PUBLIC, grants=(Grant(Role.PUBLIC),))

Resolver = Callable[[Any], Actor | None]
_resolvers: list[Resolver] = []


def knows_names(actor: Actor) -> bool:
    """Whether people are known to the actor by name; an auditor knows chart numbers alone."""
    return actor.kind == SERVICE or bool(actor.roles - {Role.AUDITOR, Role.ADMIN})


def resolves_actors(resolver: Resolver) -> Resolver:
    """Register a function from a signed-in account to its actor; the first answer wins."""
    _resolvers.append(resolver)
    return resolver


def actor_of(account: Any) -> Actor:
    """The actor of an account, or nobody."""
    if not account.is_authenticated or not account.is_active:
        return NOBODY
    for resolver in _resolvers:
        if (actor := resolver(account)) is not None:
            return actor
    return NOBODY
