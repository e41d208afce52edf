"""Protected rows are reached only for an actor and a purpose.

A protected manager raises `Unscoped` at its first query unless `for_actor` was called. Rows read
through a scope carry it: `note.client` and `client.notes` are read for the same actor and purpose,
as far as that actor may read their own class of record. Every row that was read is gathered for
the audit, those that `select_related` laid beside it as well.
"""

from dataclasses import replace
from typing import Any, Self

from django.db import models

from homeward.core.access import GLASS, Access
from homeward.core.actors import SERVICE, Actor
from homeward.core.gathering import gather, gather_joined, saw
from homeward.core.reach import Scope, permitted, reads_all, slice_of, ways
from homeward.core.scoped_sql import (
    ScopedQuery,
    Unscoped,
    joined_fields,
    own_fields,
    same_scope,
)
from homeward.kernel.purposes import Purpose

__all__ = ["ProtectedManager", "ProtectedQuerySet", "Unscoped", "refuse_reader"]


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
        if to is Access.MINIMAL and (self.model.minimal_fields or not reads_all(self.model, scope)):
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
        # A broken glass opens reading alone; it takes nothing from who may write.
        to_read = {way for way in ways(self.model, reading) if way[0] != GLASS}
        if of_same_class and ways(self.model, scope) == to_read:
            query.scope = scope  # the parts of a row reached for writing are so, too
        if not reads_all(self.model, scope):
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
        if scope.access is Access.MINIMAL and not reads_all(self.model, scope):
            beyond = own_fields(self.query, _concrete(self.model)) - slice_of(self.model)
            if beyond:
                raise Unscoped(f"{self.model._meta.label}: {sorted(beyond)} beyond the slice")
        for model, name in joined_fields(self.query):
            if not isinstance(model._default_manager, ProtectedManager):
                continue
            if not ways(model, replace(scope, access=Access.READ)) and not (
                name in slice_of(model) and ways(model, replace(scope, access=Access.MINIMAL))
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
            gather_joined(self.query, rows)
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
            saw(self.model, scope, [], [])

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
