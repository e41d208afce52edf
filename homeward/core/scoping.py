"""Protected rows are reached only for an actor and a purpose.

A protected manager raises `Unscoped` at its first query unless `for_actor` was called. Rows read
through a scope carry it: `note.client` and `client.notes` are read for the same actor and purpose,
as far as that actor may read their own class of record. Every row that was read is gathered for
the audit, those that `select_related` laid beside it as well.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from homeward import audit
from homeward.core import clock
from homeward.core.access import Access, cells
from homeward.core.actors import SERVICE, Actor
from homeward.core.crypto import EncryptedTextField
from homeward.core.scoped_sql import (
    ScopedQuery,
    Unscoped,
    joined_fields,
    joined_rows,
    own_fields,
    same_scope,
)
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass

__all__ = [
    "ProtectedManager",
    "ProtectedQuerySet",
    "Relation",
    "Scope",
    "Unscoped",
    "permitted",
    "refuse_reader",
    "relates",
]


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
    if scope.actor.kind == SERVICE:
        return Q()
    record_class: RecordClass = model.record_class  # type: ignore[attr-defined]
    allowed: Q | None = None
    for relation, site_id in sorted(_ways(model, scope), key=str):
        part = _related(model, relation, scope, record_class)
        if part is None:
            continue
        if site_id and relation not in {"own", "consent"}:
            part &= Q(**{f"{model.site_path}_id": site_id})  # type: ignore[attr-defined]
        allowed = part if allowed is None else allowed | part
    return allowed


def _ways(model: type[models.Model], scope: Scope) -> frozenset[tuple[str, Any]]:
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


def _reads_all(model: type[models.Model], scope: Scope) -> bool:
    """Whether what this actor reaches at all may be read whole."""
    if scope.actor.kind == SERVICE:
        return True
    read, least = (replace(scope, access=each) for each in (Access.READ, Access.MINIMAL))
    return _ways(model, read) == _ways(model, least)


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
        scope = self.queryset.query.scope  # type: ignore[attr-defined]
        for row in super().__iter__():
            row._state.scope = scope
            yield row


class ProtectedQuerySet(models.QuerySet[Any]):
    """A queryset that answers only inside a scope."""

    query: ScopedQuery

    def __init__(
        self, model: Any = None, query: Any = None, using: Any = None, hints: Any = None
    ) -> None:
        super().__init__(model, query or ScopedQuery(model), using, hints)

    def for_actor(self, actor: Actor, purpose: Purpose, to: Access = Access.READ) -> Self:
        """The rows this actor may reach for this purpose; `to` asks for more than reading."""
        scope = Scope(actor, purpose, to)
        allowed = permitted(self.model, scope)
        rows = self._chain()  # type: ignore[attr-defined]
        rows.query.scope = scope
        rows._iterable_class = _Gathered
        if allowed is None:
            return rows.none()
        if allowed:
            rows = rows.filter(allowed)
        if to is Access.MINIMAL and (
            self.model.minimal_fields or not _reads_all(self.model, scope)
        ):
            rows = rows.only(*slice_of(self.model))
        return rows

    def unscoped(self, why: str) -> Self:
        """Every row, for migrations, bulk building and tests; `why` is for the reader."""
        assert why
        rows = self._chain()  # type: ignore[attr-defined]
        rows.query.is_free = True
        return rows

    def _guard(self) -> None:
        query = self.query
        if query.combinator or query.is_guarded or query.is_empty():
            return
        if query.scope is None and not query.is_free:
            self._inherit()
        if query.scope is not None and not query.is_free:
            self._stay_in_slice(query.scope)
        query.is_guarded = True

    def _inherit(self) -> None:
        """Read on behalf of whoever read the row that leads here, as far as they may read this."""
        query = self.query
        source = self._hints.get("instance")  # type: ignore[attr-defined]
        scope = getattr(getattr(source, "_state", None), "scope", None)
        if scope is None:
            raise Unscoped(f"{self.model._meta.label} needs for_actor(actor, purpose)")
        if scope == "free":
            query.is_free = True
            return
        query.scope = reading = replace(scope, access=Access.READ)
        of_same_class = getattr(source, "record_class", None) is self.model.record_class
        if of_same_class and _ways(self.model, scope) == _ways(self.model, reading):
            query.scope = scope  # the parts of a row reached for writing are so, too
        if not _reads_all(self.model, scope):
            is_whole = query.default_cols and query.deferred_loading[1]
            if is_whole and not isinstance(source, self.model):
                query.add_immediate_loading(slice_of(self.model))
            if own_fields(query, _concrete(self.model)) <= slice_of(self.model):
                query.scope = replace(scope, access=Access.MINIMAL)
        if issubclass(self._iterable_class, models.query.ModelIterable):  # type: ignore[arg-type]
            self._iterable_class = _Gathered
        allowed = permitted(self.model, query.scope)
        if allowed is None:
            query.set_empty()
        elif allowed:
            sliced = query.low_mark, query.high_mark
            query.clear_limits()
            query.add_q(allowed)
            query.low_mark, query.high_mark = sliced

    def _stay_in_slice(self, scope: Scope) -> None:
        """Refuse columns beyond the minimal slice, of this model and of those joined to it."""
        if scope.actor.kind == SERVICE:
            return
        if scope.access is Access.MINIMAL and not _reads_all(self.model, scope):
            beyond = own_fields(self.query, _concrete(self.model)) - slice_of(self.model)
            if beyond:
                raise Unscoped(f"{self.model._meta.label}: {sorted(beyond)} beyond the slice")
        for model, name in joined_fields(self.query):
            if not isinstance(model._default_manager, ProtectedManager):
                continue
            if not _ways(model, replace(scope, access=Access.READ)) and not (
                name in slice_of(model) and _ways(model, replace(scope, access=Access.MINIMAL))
            ):
                raise Unscoped(f"{model._meta.label}.{name} beyond what the actor may read")

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None
        if fresh:
            self._guard()
        super()._fetch_all()
        if not fresh:
            return
        rows = self._result_cache or ()
        if self.query.scope is not None:
            gather(self.model, self.query.scope, rows)
            _gather_joined(self.query, rows)
        if self.query.is_free:
            for row in rows:
                if isinstance(row, models.Model):
                    row._state.scope = "free"  # type: ignore[attr-defined]

    def _combinator_query(self, combinator: str, *others: Any, all: bool = False) -> Self:
        parts = [self, *others]
        for part in parts:
            if not isinstance(part, ProtectedQuerySet):
                raise Unscoped(f"rows of {self.model._meta.label} beside others")
            part._guard()
            if not same_scope(self.query, part.query):
                raise Unscoped(f"rows of {self.model._meta.label} from different scopes")
        return super()._combinator_query(combinator, *others, all=all)  # type: ignore[misc]

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._guard()
        self._refuse_uncounted()
        return super().iterator(*args, **kwargs)

    def aiterator(self, *args: Any, **kwargs: Any) -> Any:
        self._guard()
        self._refuse_uncounted()
        return super().aiterator(*args, **kwargs)

    def _refuse_uncounted(self) -> None:
        if self.query.scope is not None and self.query.scope.actor.kind != SERVICE:
            raise Unscoped("a protected read is gathered whole; iterate the queryset itself")

    def count(self) -> int:
        self._guard()
        self._counted()
        return super().count()

    def exists(self) -> bool:
        """A yes or no, as the check of somebody's reach asks it: shows no row and leaves none."""
        self._guard()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._guard()
        scope = self.query.scope
        if scope is not None and scope.access is Access.MINIMAL:
            asked = self.annotate(
                **{f"asked_{n}": each for n, each in enumerate((*args, *kwargs.values()))}
            )
            asked._stay_in_slice(scope)
        self._counted()
        return super().aggregate(*args, **kwargs)

    def _counted(self) -> None:
        """A question about rows is a read of their kind, though none is shown."""
        scope = self.query.scope
        if scope is not None and scope.actor.kind != SERVICE and self._result_cache is None:
            _saw(self.model, scope, [], [])

    def update(self, **kwargs: Any) -> int:
        self._guard()
        refuse_reader(self.query.scope)
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._guard()
        refuse_reader(self.query.scope)
        return super().delete()

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Any]:
        if kwargs.get("update_conflicts"):
            self._guard()
            refuse_reader(self.query.scope)
        return super().bulk_create(*args, **kwargs)

    def explain(self, *args: Any, **kwargs: Any) -> str:
        self._guard()
        return super().explain(*args, **kwargs)

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        raise Unscoped("protected rows are never read by hand-written SQL")

    def extra(self, *args: Any, **kwargs: Any) -> Any:
        raise Unscoped("protected rows are never read by hand-written SQL")


def refuse_reader(scope: Any) -> None:
    """Raise Unscoped when rows reached for reading are about to be changed."""
    if (
        isinstance(scope, Scope)
        and scope.actor.kind != SERVICE
        and scope.access in {Access.READ, Access.MINIMAL}
    ):
        raise Unscoped("rows reached for reading are not changed; ask for_actor(to=...)")


def _concrete(model: type[models.Model]) -> frozenset[str]:
    return frozenset(field.name for field in model._meta.concrete_fields)


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
            ids += [row[name] for name in ("pk", "id") if isinstance(row.get(name), UUID)][:1]
            client = row.get("client_id", row.get("client"))
        else:
            continue
        if isinstance(client, UUID):
            clients.append(client)
    _saw(model, scope, ids, clients)


def _saw(model: type[models.Model], scope: Scope, ids: list[Any], clients: list[Any]) -> None:
    audit.saw(
        model._meta.label_lower,
        actor=scope.actor,
        purpose=scope.purpose.value,
        record_ids=ids,
        client_ids=clients,
    )


def _gather_joined(query: ScopedQuery, rows: Any) -> None:
    """Hold rows that came along by `select_related` to their own class of record.

    What the actor may not read of them is taken out again, as if it had never been loaded.
    """
    scope: Scope = query.scope
    found: dict[type[models.Model], list[models.Model]] = {}
    instances = [row for row in rows if isinstance(row, models.Model)]
    for row in joined_rows(instances, query.select_related):
        if isinstance(row._meta.default_manager, ProtectedManager):
            found.setdefault(type(row), []).append(row)
    for joined, beside in found.items():
        for row in beside:
            row._state.scope = scope  # type: ignore[attr-defined]
        if scope.actor.kind != SERVICE:
            _take_out_unreadable(joined, replace(scope, access=Access.READ), beside)
            gather(joined, scope, beside)


def _take_out_unreadable(model: type[models.Model], scope: Scope, rows: list[models.Model]) -> None:
    ids = {row.pk for row in rows}
    whole = _among(model, scope, ids)
    if ids <= whole:
        return
    known = _among(model, replace(scope, access=Access.MINIMAL), ids)
    kept = slice_of(model)
    for row in rows:
        if row.pk in whole:
            continue
        for field in model._meta.concrete_fields:
            if not field.primary_key and not (row.pk in known and field.name in kept):
                row.__dict__.pop(field.attname, None)


def _among(model: type[models.Model], scope: Scope, ids: set[Any]) -> set[Any]:
    """Which of these rows the scope reaches."""
    allowed = permitted(model, scope)
    if allowed is None:
        return set()
    if not allowed:
        return ids
    rows = model._default_manager.filter(allowed, pk__in=ids)
    # Ids only, of rows that were read already: this question is ours, not the actor's.
    rows.query.is_free = True  # type: ignore[attr-defined]
    return set(rows.values_list("pk", flat=True))


def _client_of(row: models.Model, client_path: str | None) -> Any:
    if client_path == "pk":
        return row.pk
    if client_path and "__" not in client_path:
        return getattr(row, f"{client_path}_id", None)
    return None
