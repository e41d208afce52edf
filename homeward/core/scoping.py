"""Protected rows are reached only for an actor and a purpose.

A protected manager raises `Unscoped` at its first query unless `for_actor` was called. Rows read
through a scope carry it, so that `note.client` and `client.notes` stay inside the same scope, and
every row that was read is gathered for the audit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from django.db import models
from django.db.models import Q

from homeward import audit
from homeward.core import clock
from homeward.core.access import Access, cells
from homeward.core.actors import SERVICE, Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass


class Unscoped(RuntimeError):
    """A protected model was queried without an actor and a purpose."""


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
_providers: dict[str, list[Provider]] = {}


def relates(name: str) -> Callable[[Provider], Provider]:
    """Register a source of client ids for a relation; several sources are joined by "or"."""

    def register(provider: Provider) -> Provider:
        _providers.setdefault(name, []).append(provider)
        return provider

    return register


def permitted(model: type[models.Model], scope: Scope) -> Q | None:
    """The rows of a model this scope may reach; None means none at all."""
    actor = scope.actor
    if actor.kind == SERVICE:
        return Q()
    record_class: RecordClass = model.record_class  # type: ignore[attr-defined]
    wanted = {scope.access}
    if scope.access is Access.MINIMAL:
        wanted.add(Access.READ)
    allowed: Q | None = None
    seen: set[tuple[str, Any]] = set()
    for grant in actor.grants:
        for cell in cells(grant.role, record_class):
            if not wanted & cell.verbs or (cell.relation, grant.site_id) in seen:
                continue
            seen.add((cell.relation, grant.site_id))
            part = _related(model, cell.relation, scope, record_class)
            if part is None:
                continue
            if grant.site_id and cell.relation not in {"own", "consent"}:
                part &= Q(**{f"{model.site_path}_id": grant.site_id})  # type: ignore[attr-defined]
            allowed = part if allowed is None else allowed | part
    return allowed


def _related(
    model: type[models.Model], relation: str, scope: Scope, record_class: RecordClass
) -> Q | None:
    if not relation:
        return Q()
    if relation == "author":
        author_path = getattr(model, "author_path", None)
        if author_path is None or scope.actor.worker_id is None:
            return None
        return Q(**{f"{author_path}_id": scope.actor.worker_id})
    client_path = getattr(model, "client_path", None)
    if client_path is None:
        return None
    about = Relation(scope.actor, record_class, clock.now())
    joined: Q | None = None
    for provider in _providers.get(relation, []):
        clients = provider(about)
        if clients is None:
            continue
        part = Q(**{f"{client_path}__in": clients})
        joined = part if joined is None else joined | part
    return joined


class _Gathered(models.query.ModelIterable):
    """Rows as they are read, stamped with their scope."""

    def __iter__(self) -> Any:
        scope = self.queryset._scope  # type: ignore[attr-defined]
        for row in super().__iter__():
            row._state.scope = scope
            yield row


class ProtectedQuerySet(models.QuerySet[Any]):
    """A queryset that answers only inside a scope."""

    _scope: Scope | None = None
    _is_free = False

    def for_actor(
        self, actor: Actor, purpose: Purpose, to: Access = Access.READ
    ) -> Self:
        """The rows this actor may reach for this purpose; `to` asks for more than reading."""
        scope = Scope(actor, purpose, to)
        allowed = permitted(self.model, scope)
        rows = self._chain()  # type: ignore[attr-defined]
        rows._scope = scope
        rows._iterable_class = _Gathered
        if allowed is None:
            return rows.none()
        if allowed:
            rows = rows.filter(allowed)
        if to is Access.MINIMAL and (fields := getattr(self.model, "minimal_fields", None)):
            rows = rows.only(*fields)
        return rows

    def unscoped(self, why: str) -> Self:
        """Every row, for migrations, bulk building and tests; `why` is for the reader."""
        assert why
        rows = self._chain()  # type: ignore[attr-defined]
        rows._is_free = True
        return rows

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]
        clone._scope = self._scope
        clone._is_free = self._is_free
        return clone

    def _guard(self) -> None:
        if self._scope is not None or self._is_free or self.query.is_empty():
            return
        source = self._hints.get("instance")  # type: ignore[attr-defined]
        scope = getattr(getattr(source, "_state", None), "scope", None)
        if scope is None:
            raise Unscoped(f"{self.model._meta.label} needs for_actor(actor, purpose)")
        if scope == "free":
            self._is_free = True
            return
        allowed = permitted(self.model, scope)
        self._scope = scope
        if issubclass(self._iterable_class, models.query.ModelIterable):
            self._iterable_class = _Gathered
        if allowed is None:
            self.query.set_empty()
        elif allowed:
            sliced = self.query.low_mark, self.query.high_mark
            self.query.clear_limits()
            self.query.add_q(allowed)
            self.query.low_mark, self.query.high_mark = sliced

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        if fresh:
            self._guard()
        super()._fetch_all()
        if fresh and self._scope is not None:
            gather(self.model, self._scope, self._result_cache or ())
        if fresh and self._is_free:
            for row in self._result_cache or ():
                if isinstance(row, models.Model):
                    row._state.scope = "free"  # type: ignore[attr-defined]

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._guard()
        if self._scope is not None and self._scope.actor.kind != SERVICE:
            raise Unscoped("a protected read is gathered whole; iterate the queryset itself")
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._guard()
        return super().count()

    def exists(self) -> bool:
        self._guard()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._guard()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._guard()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._guard()
        return super().delete()

    def explain(self, *args: Any, **kwargs: Any) -> str:
        self._guard()
        return super().explain(*args, **kwargs)


class ProtectedManager(models.Manager.from_queryset(ProtectedQuerySet)):  # type: ignore[misc]
    """The default and base manager of every protected model."""


def gather(model: type[models.Model], scope: Scope, rows: Any) -> None:
    """Tell the audit which rows were read; values without an id count as a read of the model."""
    if not rows or scope.actor.kind == SERVICE:
        return
    client_path = getattr(model, "client_path", None)
    ids, clients = [], []
    for row in rows:
        if isinstance(row, models.Model):
            ids.append(row.pk)
            client = _client_of(row, client_path)
        elif isinstance(row, dict):
            if "pk" in row or "id" in row:
                ids.append(row.get("pk", row.get("id")))
            client = row.get("client_id", row.get("client"))
        else:
            continue
        if client is not None:
            clients.append(client)
    audit.saw(
        model._meta.label_lower,
        actor=scope.actor,
        purpose=scope.purpose.value,
        record_ids=ids,
        client_ids=clients,
    )


def _client_of(row: models.Model, client_path: str | None) -> Any:
    if client_path == "pk":
        return row.pk
    if client_path and "__" not in client_path:
        return getattr(row, f"{client_path}_id", None)
    return None
