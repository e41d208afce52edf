"""Every way round a scope that the ORM offers: each is refused, stays inside, and is on record."""

import asyncio
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Exists, F, Max, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Upper

from homeward.audit.models import Entry
from homeward.core.access import Access
from homeward.core.actors import Actor, Grant
from homeward.core.scoping import Unscoped
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.people.models import Client, Contact, TeamMembership
from homeward.program.models import Site
from homeward.staff.models import Worker

CARE = Purpose.TREATMENT
pytestmark = pytest.mark.django_db


def mine(player: Any, model: Any = Client, to: Access = Access.READ) -> Any:
    return model.objects.for_actor(player.actor, CARE, to=to)


WITHOUT_SCOPE: dict[str, Callable[[], Any]] = {
    "all": lambda: list(Client.objects.all()),
    "values": lambda: list(Client.objects.values("name")),
    "values_list": lambda: list(Client.objects.values_list("name", flat=True)),
    "dates": lambda: list(Client.objects.dates("birth_date", "year")),
    "in_bulk": lambda: Client.objects.in_bulk(),
    "first": lambda: Client.objects.first(),
    "latest": lambda: Client.objects.latest("created_at"),
    "count": lambda: Client.objects.count(),
    "exists": lambda: Client.objects.filter(name__startswith="J").exists(),
    "contains": lambda: Client.objects.contains(Client()),
    "aggregate": lambda: Client.objects.aggregate(Max("birth_date")),
    "annotate": lambda: list(Client.objects.annotate(big=Upper("name"))),
    "iterator": lambda: list(Client.objects.iterator()),
    "lock": lambda: list(Client.objects.select_for_update()),
    "only": lambda: list(Client.objects.only("name")),
    "raw": lambda: list(Client.objects.raw("SELECT * FROM people_client")),
    "extra": lambda: list(Client.objects.extra(where=["true"])),
    "base": lambda: list(Client._base_manager.all()),
    "union": lambda: list(Client.objects.none().union(Client.objects.all())),
    "pickle": lambda: pickle.dumps(Client.objects.all()),
    "get_or_create": lambda: Client.objects.get_or_create(chart_number="HW-00001"),
    "update_or_create": lambda: Client.objects.update_or_create(chart_number="HW-00001"),
    "update": lambda: Client.objects.update(name="X"),
    "bulk_update": lambda: Client.objects.bulk_update([Client(name="X")], ["name"]),
    "upsert": lambda: Client.objects.bulk_create(
        [Client(name="X")], update_conflicts=True, update_fields=["name"], unique_fields=["id"]
    ),
    "delete": lambda: Client.objects.all().delete(),
    "explain": lambda: Client.objects.explain(),
    "sql": lambda: str(Client.objects.all().query),
    "subquery": lambda: list(
        Site.objects.annotate(who=Subquery(Client.objects.values("name")[:1])).values("who")
    ),
    "subquery in a filter": lambda: list(
        Site.objects.filter(pk__in=Client.objects.filter(name="Jo Avery").values("site"))
    ),
    "exists in a filter": lambda: list(
        Site.objects.filter(Exists(Client.objects.filter(site=OuterRef("pk"))))
    ),
    "union of another table": lambda: list(
        Worker.objects.values_list("name").union(Client.objects.values_list("name"))
    ),
    "prefetch": lambda: list(Worker.objects.prefetch_related("teams")),
    "prefetch object": lambda: list(
        Worker.objects.prefetch_related(Prefetch("teams", TeamMembership.objects.all()))
    ),
    "reverse relation": lambda: list(Worker.objects.get(code="dana").teams.all()),
}


@pytest.mark.parametrize("way", sorted(WITHOUT_SCOPE))
def test_nothing_is_read_without_a_scope(cast: Any, way: str) -> None:
    """Thirty ways to ask, and each asks first who is asking."""
    with pytest.raises(Unscoped):
        WITHOUT_SCOPE[way]()


def test_nothing_is_read_without_a_scope_asynchronously(cast: Any) -> None:
    async def ask() -> list[Any]:
        return [row async for row in Client.objects.aiterator()]

    with pytest.raises(Unscoped):
        asyncio.run(ask())


BEYOND_SCOPE: dict[str, Callable[[Any], Any]] = {
    "or": lambda mine: mine | Client.objects.filter(name__startswith="P"),
    "xor": lambda mine: mine ^ Client.objects.all(),
    "union": lambda mine: mine.union(Client.objects.all()),
    "difference": lambda mine: mine.difference(Client.objects.filter(pk=None)),
    "or of a lifted one": lambda mine: mine | Client.objects.unscoped("test"),
    "union of a lifted one": lambda mine: mine.union(Client.objects.unscoped("test")),
}


@pytest.mark.parametrize("way", sorted(BEYOND_SCOPE))
def test_a_scope_is_never_widened_by_rows_outside_it(cast: Any, way: str) -> None:
    """Rows reached by nobody do not come along with rows reached by somebody."""
    with pytest.raises(Unscoped):
        list(BEYOND_SCOPE[way](mine(cast.dana)))


def test_rows_of_two_actors_do_not_mix(cast: Any) -> None:
    """Dana's answer to one question never carries what only Omar may see."""
    with pytest.raises(Unscoped):
        list(mine(cast.dana) | mine(cast.omar))


def test_narrowing_stays_possible(cast: Any) -> None:
    named = Client.objects.filter(name="Jo Avery")

    assert [row.pk for row in mine(cast.dana) & named] == [cast.jo.pk]
    assert not mine(cast.dana).filter(Q(pk=cast.pat.pk) | Q(name="Pat Moreau")).exists()
    assert [row.pk for row in mine(cast.dana).union(mine(cast.dana))] == [cast.jo.pk]


class TestMinimalSlice:
    @pytest.mark.parametrize(
        "way",
        [
            lambda rows: list(rows.values_list("birth_date")),
            lambda rows: list(rows.values("phone")),
            lambda rows: list(rows.values()),
            lambda rows: list(rows.defer(None)),
            lambda rows: list(rows.only("diagnosis")),
            lambda rows: list(rows.annotate(born=F("birth_date"))),
            lambda rows: list(rows.annotate(born=Upper("diagnosis"))),
            lambda rows: list(rows.dates("birth_date", "day")),
            lambda rows: rows.aggregate(Max("birth_date")),
            lambda rows: rows.aggregate(born=Max(F("birth_date"))),
        ],
    )
    def test_no_question_reads_beyond_it(self, cast: Any, way: Any) -> None:
        """The front desk finds people by name; when they were born is not its business."""
        with pytest.raises(Unscoped):
            way(mine(cast.fay, to=Access.MINIMAL))

    def test_no_deferred_field_is_loaded_later(self, cast: Any) -> None:
        """`client.birth_date` on a minimal row is absent, not one query away."""
        row = mine(cast.fay, to=Access.MINIMAL).get(pk=cast.jo.pk)

        assert row.name == "Jo Avery"
        for field in ("birth_date", "phone", "diagnosis", "allergies"):
            with pytest.raises(ObjectDoesNotExist):
                getattr(row, field)
        with pytest.raises(ObjectDoesNotExist):
            row.refresh_from_db(fields=["birth_date"])

    def test_a_related_row_comes_no_fuller_than_asked_for_itself(self, cast: Any) -> None:
        """A seat is the front desk's business whole; its client is so in the slice alone."""
        for seats in (
            mine(cast.tess, TeamMembership, Access.MINIMAL),
            mine(cast.tess, TeamMembership, Access.MINIMAL).select_related("client"),
        ):
            for seat in seats:
                with pytest.raises(ObjectDoesNotExist):
                    _ = seat.client.birth_date

    def test_counting_is_free(self, cast: Any) -> None:
        assert mine(cast.fay, to=Access.MINIMAL).aggregate(number=Count("pk")) == {"number": 1}


class TestRelatedRows:
    def test_keep_to_their_own_class_of_record(self, cast: Any) -> None:
        """Billing reads consents whole and knows people by name; care is not in the bill."""
        biller = Actor("staff", worker_id=cast.fay.pk, grants=(Grant(Role.BILLING, cast.site.pk),))
        row = Client.objects.for_actor(biller, Purpose.PAYMENT, to=Access.MINIMAL).get()

        assert row.name == "Jo Avery"
        with pytest.raises(ObjectDoesNotExist):
            _ = row.birth_date
        with pytest.raises((Unscoped, ObjectDoesNotExist)):
            _ = row.contacts.get().phone

    def test_joined_columns_are_held_to_their_class(self, cast: Any) -> None:
        """A join is no way past the matrix: a family sees times, not the chart."""
        family = Actor("family", contact_id=cast.kim.pk, grants=(Grant(Role.FAMILY),))
        seats = cast.episode._meta.get_field("client").model.objects.for_actor(family, CARE)

        with pytest.raises(Unscoped):
            list(seats.values("client__birth_date"))
        with pytest.raises(Unscoped):
            list(seats.annotate(born=F("client__birth_date")))

    def test_rows_laid_beside_are_on_record(self, cast: Any) -> None:
        """`select_related` reads two rows; the audit knows of both."""
        assert mine(cast.dana, TeamMembership).select_related("client").get().client.name

        seen = Entry.objects.filter(code="core.records.read")
        assert {entry.record for entry in seen} == {"people.teammembership", "people.client"}
        assert seen.get(record="people.client").record_ids == [cast.jo.pk]

    def test_follow_the_scope_and_not_beyond(self, cast: Any) -> None:
        """`client.contacts` of a row in reach is in reach; counted in the audit as its own."""
        assert mine(cast.dana).get().contacts.get().name == "Kim Avery"
        assert Entry.objects.filter(record="people.contact").exists()

    def test_free_rows_do_not_lend_their_freedom_to_a_scope(self, cast: Any) -> None:
        assert not mine(cast.omar, Contact).filter(client=cast.jo.row).exists()


class TestWriting:
    def test_what_was_reached_for_reading_is_not_changed_or_removed(self, cast: Any) -> None:
        """A reader's queryset writes nothing, however wide."""
        for change in (
            lambda rows: rows.update(name="X"),
            lambda rows: rows.delete(),
            lambda rows: rows.bulk_update(list(rows), ["name"]),
        ):
            with pytest.raises(Unscoped):
                change(mine(cast.dana))

    def test_a_row_reached_for_reading_is_not_saved(self, cast: Any) -> None:
        """Nor one that was reached through it."""
        row = mine(cast.dana).get()
        for change in (
            lambda: row.change(pronouns="they"),
            lambda: row.save(),
            lambda: row.contacts.get().change(name="X"),
        ):
            with pytest.raises(Unscoped):
                change()

    def test_an_update_stays_inside_the_scope(self, cast: Any) -> None:
        assert mine(cast.dana, to=Access.WRITE).update(pronouns="they") == 1


class TestOnRecord:
    @pytest.mark.parametrize(
        "way",
        [
            lambda rows: list(rows),
            lambda rows: rows.get(),
            lambda rows: rows.first(),
            lambda rows: list(rows.values_list("name")),
            lambda rows: list(rows.values("name")),
            lambda rows: rows.in_bulk(),
            lambda rows: rows.latest("created_at"),
            lambda rows: rows.count(),
            lambda rows: rows.aggregate(Count("pk")),
            lambda rows: list(rows.select_for_update()),
            lambda rows: list(rows.union(rows)),
            lambda rows: list(rows.dates("birth_date", "year")),
        ],
    )
    def test_every_read_leaves_a_row(self, cast: Any, way: Any) -> None:
        """Whoever looked is on record, however they looked."""
        way(mine(cast.dana))

        assert Entry.objects.filter(
            code="core.records.read", record="people.client", actor_ref=str(cast.dana.pk)
        ).exists()

    def test_no_one_by_one_reading_without_a_row(self, cast: Any) -> None:
        """An iterator could stop before it is gathered."""
        with pytest.raises(Unscoped):
            list(mine(cast.dana).iterator())
