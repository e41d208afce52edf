"""The one change an offer asks for, made to the records and to nothing else."""

from dataclasses import replace

from homeward.timetable.solver.explaining.unplaced import Offer, Unplaced
from homeward.timetable.solver.instance import EITHER, Client, Instance, Person, Window


def with_change(instance: Instance, told: Unplaced, offer: Offer) -> Instance:
    """The instance with the offer's one record changed.

    Where what blocks is another meeting (somebody is busy, no room is free) there is no record to
    change: the instance stays, and whether others can make way is for the re-solve.
    """
    if offer.blocker is None:
        return instance
    slots = instance.services[told.service].slots
    opened = tuple(Window(day, offer.start, offer.start + slots) for day in offer.days)
    if offer.blocker.kind == "client":
        client = _client(instance.clients[told.client], offer.blocker.code, opened, slots)
        return replace(instance, clients={**instance.clients, client.id: client})
    if offer.blocker.kind == "staff" and offer.blocker.ref in instance.staff:
        person = _person(
            instance.staff[offer.blocker.ref], offer.blocker.code, opened, slots * len(offer.days)
        )
        return replace(instance, staff={**instance.staff, person.id: person})
    return instance


def _client(client: Client, code: str, opened: tuple[Window, ...], slots: int) -> Client:
    if code == "client_not_available":
        return replace(client, windows=tuple(sorted((*client.windows, *opened), key=_order)))
    if code == "client_day_full":
        return replace(client, most_a_day=client.most_a_day + slots)
    if code == "client_week_full":
        return replace(client, most_a_week=client.most_a_week + slots * len(opened))
    if code == "client_mode":
        return replace(client, mode=EITHER)
    return client


def _person(person: Person, code: str, opened: tuple[Window, ...], slots: int) -> Person:
    if code == "staff_not_working":
        return replace(person, windows=tuple(sorted((*person.windows, *opened), key=_order)))
    if code == "staff_day_full":
        return replace(person, most_a_day=person.most_a_day + slots)
    if code == "staff_week_full":
        return replace(person, most_a_week=person.most_a_week + slots)
    return person


def _order(window: Window) -> tuple[int, int, int]:
    return window.day, window.begins, window.ends
