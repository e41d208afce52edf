"""The frame of staff pages: only the places this person's roles may enter."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from homeward.core.actors import STAFF, Actor
from homeward.core.components.shell import Language, NavItem, NavSection, StaffShell
from homeward.core.routes import has_route, policy_of
from homeward.core.shell import surrounds, theme_of
from homeward.desk.words import role_words
from homeward.program.places import organisation_name, site_names


@dataclass(frozen=True, slots=True)
class Place:
    """A page the navigation may offer: its route and its words."""

    route: str
    label: "str | object"
    prefix: str


@dataclass(frozen=True, slots=True)
class Part:
    """A titled group of places."""

    title: "str | object"
    places: tuple[Place, ...]


PARTS = (
    Part(
        "",
        (
            Place("desk:today", gettext_lazy("Today"), "/desk/today"),
            Place("desk:clients", gettext_lazy("Clients"), "/desk/clients"),
            Place("desk:week", gettext_lazy("Week"), "/desk/week"),
            Place("desk:tasks", gettext_lazy("To do"), "/desk/tasks"),
            Place("desk:conversations", gettext_lazy("Messages"), "/desk/messages"),
        ),
    ),
    Part(
        gettext_lazy("Watching over"),
        (
            Place("desk:guard", gettext_lazy("Hours"), "/desk/hours"),
            Place("desk:reviews", gettext_lazy("Level-of-care review"), "/desk/reviews"),
            Place("desk:drug_tests", gettext_lazy("Drug testing"), "/desk/drug-tests"),
            Place("desk:medical", gettext_lazy("Medicines"), "/desk/medical"),
            Place("desk:signals", gettext_lazy("Signals"), "/desk/signals"),
            Place("desk:outreach_list", gettext_lazy("People to reach"), "/desk/outreach"),
            Place("desk:incidents", gettext_lazy("Incidents"), "/desk/incidents"),
        ),
    ),
    Part(
        gettext_lazy("Coming and going"),
        (
            Place("desk:admissions", gettext_lazy("Admissions"), "/desk/admissions"),
            Place("desk:transfers", gettext_lazy("Transfers"), "/desk/transfers"),
            Place("desk:aftercare", gettext_lazy("After care"), "/desk/aftercare"),
        ),
    ),
    Part(
        gettext_lazy("Support"),
        (
            Place("desk:support", gettext_lazy("Daily life"), "/desk/support"),
            Place("desk:family_words", gettext_lazy("Families"), "/desk/family/words"),
            Place("desk:family_line", gettext_lazy("Send-only line"), "/desk/family/line"),
            Place("desk:house_nights", gettext_lazy("Family nights"), "/desk/family/nights"),
            Place("desk:referrals", gettext_lazy("Referrals"), "/desk/referrals"),
            Place("desk:directory", gettext_lazy("Places elsewhere"), "/desk/directory"),
            Place("desk:materials", gettext_lazy("Topics and materials"), "/desk/materials"),
        ),
    ),
    Part(
        gettext_lazy("House"),
        (
            Place("desk:arrivals", gettext_lazy("Arrivals"), "/desk/arrivals"),
            Place("desk:conduct_visitors", gettext_lazy("Visitors"), "/desk/visitors"),
            Place("desk:conduct", gettext_lazy("Rules and conduct"), "/desk/conduct"),
            Place("desk:legal_script", gettext_lazy("Police and courts"), "/desk/legal"),
            Place("desk:paper_entries", gettext_lazy("Paper entries"), "/desk/paper"),
            Place("desk:downtime", gettext_lazy("Day without the network"), "/desk/downtime"),
        ),
    ),
    Part(
        gettext_lazy("Office"),
        (
            Place("desk:benefits_to_ask", gettext_lazy("Benefits"), "/desk/benefits"),
            Place("desk:authorizations", gettext_lazy("Authorizations"), "/desk/authorizations"),
            Place("desk:setup", gettext_lazy("Program setup"), "/desk/setup"),
            Place("desk:public_pages", gettext_lazy("Public pages"), "/desk/public-"),
            Place("desk:audit", gettext_lazy("Who looked"), "/desk/audit"),
        ),
    ),
)


@surrounds(STAFF)
def staff_shell(request: HttpRequest, actor: Actor) -> StaffShell:
    """The navigation by role, with the page's own place marked."""
    return StaffShell(
        organisation=organisation_name(),
        site=", ".join(site_names(actor.site_ids)),
        user_name=actor.name,
        role_label=", ".join(role_words(role) for role in sorted(actor.roles)),
        sections=tuple(_sections(request, actor)),
        home_url=reverse("home"),
        find_url=reverse("desk:find") if policy_of("desk:find").allows(actor, "GET") else "",
        lock_url=reverse("account_lock"),
        signout_url=reverse("account_logout"),
        account_url=reverse("mfa_index"),
        language_url=reverse("language"),
        languages=languages(request),
        demo=settings.IS_DEMO,
        theme=theme_of(request),
        paged_url=reverse("desk:paged") if policy_of("desk:paged").allows(actor, "GET") else "",
        crisis_url=reverse("desk:crisis") if policy_of("desk:crisis").allows(actor, "GET") else "",
    )


def languages(request: HttpRequest) -> tuple[Language, ...]:
    """The languages a page can be read in, the present one marked."""
    present = getattr(request, "LANGUAGE_CODE", "en")
    return tuple(
        Language(code, str(label), present.startswith(code)) for code, label in settings.LANGUAGES
    )


def _sections(request: HttpRequest, actor: Actor) -> list[NavSection]:
    made = []
    for part in PARTS:
        items = tuple(
            NavItem(
                label=str(place.label),
                url=reverse(place.route),
                current=request.path.startswith(place.prefix),
            )
            for place in part.places
            if has_route(place.route) and policy_of(place.route).allows(actor, "GET")
        )
        if items:
            made.append(NavSection(items, str(part.title)))
    return made
