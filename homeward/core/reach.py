"""Which rows of a protected model an actor reaches: roles, relations and sites as a filter.

A relation answers a subquery of client ids. Inside `standing_still` (one page, read in one
database snapshot) each relation is asked once and its ids are used by name from then on; there
is no other memory of a permission, and none that outlives the request.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import lru_cache, reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.db.models.lookups import Lookup

from homeward.core import clock
from homeward.core.access import Access, cells
from homeward.core.actors import SERVICE, Actor
from homeward.core.crypto import EncryptedTextField
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

# Beyond this many clients a list of ids costs more than the subquery it stands for.
MOST_NAMED = 500
HAVE_NO_SITE = frozenset({"own", "consent"})


@dataclass(frozen=True, slots=True)
class Scope:
    """On whose behalf, what for, and to do what."""

    actor: Actor
    purpose: Purpose
    access: Access = Access.READ


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relation may look at when it chooses clients."""

    actor: Actor
    record_class: RecordClass
    at: Any


Provider = Callable[[Relation], Any]


@dataclass(frozen=True, slots=True)
class _Source:
    provider: Provider
    is_by_class: bool


_sources: dict[str, list[_Source]] = {}


def relates(name: str, *, by_class: bool = False) -> Callable[[Provider], Provider]:
    """Register a source of client ids for a relation; several sources are joined by "or".

    `by_class`: the answer depends on the class of record that is asked for.
    """

    def register(provider: Provider) -> Provider:
        _sources.setdefault(name, []).append(_Source(provider, by_class))
        return provider

    return register


@dataclass(slots=True)
class _Standing:
    """What one page has asked so far: the ids of a relation, the parts of a scope."""

    ids: dict[Any, frozenset[UUID] | None] = field(default_factory=dict)
    parts: dict[Any, "tuple[_Part, ...]"] = field(default_factory=dict)


_standing: ContextVar[_Standing | None] = ContextVar("standing", default=None)


@contextmanager
def standing_still() -> Iterator[None]:
    """Read on as if relations did not change: for one page that writes none of them."""
    token = _standing.set(_Standing())
    try:
        yield
    finally:
        _standing.reset(token)


def array_of(ids: Iterable[UUID]) -> str:
    """Ids as PostgreSQL writes an array of them, always in the same order."""
    return _written(frozenset(ids))


@lru_cache(maxsize=64)
def _written(ids: frozenset[UUID]) -> str:
    # Only the writing is remembered: a page names the same people in each of its queries.
    return f"{{{','.join(sorted(map(str, ids)))}}}"


class Among(Lookup):  # type: ignore[type-arg]
    """`column = ANY(array)`: one parameter, however many ids.

    The array may come written already (`array_of`): a page asks about the same hundreds of ids in
    each of its queries, and Django would turn every id over again, query after query.
    """

    lookup_name = "among"

    def get_prep_lookup(self) -> Any:
        return self.rhs if isinstance(self.rhs, str) else array_of(self.rhs)

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any
    ) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::uuid[])", [*params, self.rhs]


models.UUIDField.register_lookup(Among)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one relation at one site opens: named clients, asked-for clients, or the author's.

    Or `rows` the model itself names for the relation, whoever they are about.
    """

    site_id: UUID | None = None
    is_whole: bool = False
    rows: Q | None = None
    author_id: UUID | None = None
    named: frozenset[UUID] = frozenset()
    array: str = ""  # those named, as `array_of` writes them
    asked: tuple[Any, ...] = ()

    def filter_of(self, model: Any) -> Q | None:
        """These rows of a model; None for none."""
        chosen = self._chosen(model)
        if chosen is not None and self.site_id:
            chosen &= Q(**{f"{model.site_path}_id": self.site_id})
        return chosen

    def _chosen(self, model: Any) -> Q | None:
        if self.is_whole:
            return Q()
        if self.rows is not None:
            return Q(self.rows)
        if self.author_id:
            return Q(**{f"{model.author_path}_id": self.author_id})
        path = model.client_path
        parts = [Q(**{f"{path}__in": clients}) for clients in self.asked]
        if self.named:
            column = "pk" if path == "pk" else f"{path}__pk"
            parts.append(Q(**{f"{column}__among": self.array}))
        return reduce(or_, parts) if parts else None

    def holds(self, row: Any) -> bool | None:
        """Whether a row in hand is one of these; None where only the database can say."""
        if self.author_id or self.asked or self.rows is not None:
            return None
        if self.site_id:
            site_id = row.__dict__.get(f"{row.site_path}_id")
            if site_id is None:
                return None
            if site_id != self.site_id:
                return False
        return self.is_whole or client_of(row) in self.named


def permitted(model: type[models.Model], scope: Scope) -> Q | None:
    """The rows of a model this scope may reach; None means none at all."""
    if scope.actor.kind == SERVICE:
        return Q()
    filters = [part.filter_of(model) for part in _parts(model, scope)]
    chosen = [each for each in filters if each is not None]
    if any(not each for each in chosen):  # `Q() | part` would be the part alone
        return Q()
    return reduce(or_, chosen) if chosen else None


def among(model: type[models.Model], scope: Scope, rows: list[models.Model]) -> set[Any]:
    """Which of these rows, already in hand, the scope reaches; their keys."""
    parts = _parts(model, scope)
    reached: set[Any] = set()
    unsure: set[Any] = set()
    for row in rows:
        answers = [part.holds(row) for part in parts]
        if True in answers:
            reached.add(row.pk)
        elif None in answers:
            unsure.add(row.pk)
    allowed = permitted(model, scope) if unsure else None
    if allowed is not None:
        asked = model._default_manager.filter(allowed, pk__in=unsure)
        # Ids only, of rows that were read already: this question is ours, not the actor's.
        asked.query.is_free = True  # type: ignore[attr-defined]
        reached |= set(asked.values_list("pk", flat=True))
    return reached


def client_of(row: Any) -> Any:
    """The client a row is about, where the row itself says so."""
    client_path = getattr(row, "client_path", None)
    if client_path == "pk":
        return row.pk
    if client_path and "__" not in client_path:
        return vars(row).get(f"{client_path}_id")  # one taken out as unreadable is not asked for
    return None


def ways(model: type[models.Model], scope: Scope) -> frozenset[tuple[str, Any]]:
    """Under which relations, at which sites, the actor's roles open this class of record."""
    wanted = {scope.access}
    if scope.access is Access.MINIMAL:
        wanted.add(Access.READ)
    return frozenset(
        (cell.relation, grant.site_id)
        for grant in scope.actor.grants
        for cell in cells(grant.role, model.record_class)  # type: ignore[attr-defined]
        if wanted & cell.verbs
    )


def slice_of(model: type[models.Model]) -> frozenset[str]:
    """The fields of the minimal slice: those declared, or all but sealed and structured ones."""
    declared: Any = getattr(model, "minimal_fields", None) or ()
    fields = model._meta.concrete_fields
    return frozenset(
        field.name
        for field in fields
        if field.primary_key
        or field.name in declared
        or (not declared and not isinstance(field, (EncryptedTextField, models.JSONField)))
    )


def reads_all(model: type[models.Model], scope: Scope) -> bool:
    """Whether what this actor reaches at all may be read whole."""
    if scope.actor.kind == SERVICE:
        return True
    read, least = (replace(scope, access=each) for each in (Access.READ, Access.MINIMAL))
    return ways(model, read) == ways(model, least)


def _parts(model: type[models.Model], scope: Scope) -> tuple[_Part, ...]:
    standing = _standing.get()
    key = model, scope
    if standing is not None and key in standing.parts:
        return standing.parts[key]
    found = []
    for relation, site_id in sorted(ways(model, scope), key=str):
        part = _related(model, relation, scope)
        if part is not None:
            site = site_id if relation not in HAVE_NO_SITE else None
            found.append(replace(part, site_id=site))
    if standing is not None:
        standing.parts[key] = tuple(found)
    return tuple(found)


def _related(model: Any, relation: str, scope: Scope) -> _Part | None:
    if not relation:
        return _Part(is_whole=True)
    if (rows := getattr(model, "rows_by_relation", {}).get(relation)) is not None:
        return _Part(rows=rows)
    if relation == "author":
        if getattr(model, "author_path", None) is None or scope.actor.worker_id is None:
            return None
        return _Part(author_id=scope.actor.worker_id)
    if getattr(model, "client_path", None) is None:
        return None
    named: set[UUID] = set()
    asked = []
    about = Relation(scope.actor, model.record_class, clock.now())
    for source in _sources.get(relation, []):
        clients = _clients(source, about)
        if isinstance(clients, frozenset):
            named |= clients
        elif clients is not None:
            asked.append(clients)
    return _Part(named=frozenset(named), array=array_of(named) if named else "", asked=tuple(asked))


def _clients(source: _Source, about: Relation) -> Any:
    """A relation's clients: named where this page may remember them and they are few.

    Otherwise the subquery that finds them; None for none.
    """
    standing = _standing.get()
    key = source.provider, about.actor, about.record_class if source.is_by_class else None
    known = standing.ids.get(key) if standing is not None else None
    if known is not None:
        return known
    clients = source.provider(about)
    if isinstance(clients, list):
        return frozenset(clients)
    if standing is None or key in standing.ids or clients is None:
        return clients
    rows = clients.distinct()[: MOST_NAMED + 1]
    found = frozenset(value for row in rows for value in row.values())
    standing.ids[key] = found if len(found) <= MOST_NAMED else None
    return clients if standing.ids[key] is None else found
