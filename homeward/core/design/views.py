"""The specimen page: every component in its states, in the real shells."""

from types import SimpleNamespace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.components import (
    Language,
    NavItem,
    NavSection,
    PlainShell,
    PortalShell,
    PublicShell,
    StaffShell,
)
from homeward.core.design import decisions, episodes, forms, people, week
from homeward.core.policies import open_to

SHELLS = ("staff", "portal", "public", "plain")


def staff_shell() -> StaffShell:
    """The navigation of the pictures."""
    here = people.HERE
    return StaffShell(
        organisation="Cedar House",
        site="Cedar House, Main Street",
        user_name="Renée Marsh",
        role_label="Primary counselor",
        sections=(
            NavSection(
                (
                    NavItem("Today", here, True),
                    NavItem("Clients", here),
                    NavItem("Week", here),
                    NavItem("Messages", here, badge=2),
                )
            ),
            NavSection(
                title="Care",
                items=(
                    NavItem("Admissions", here, badge=5),
                    NavItem("Level-of-care review", here, badge=3),
                    NavItem("Drug testing", here),
                    NavItem("Groups & curriculum", here),
                ),
            ),
            NavSection(
                title="Office",
                items=(
                    NavItem("Authorizations", here, badge=4),
                    NavItem("Claims", here),
                    NavItem("Outcomes", here),
                    NavItem("Program setup", here),
                ),
            ),
        ),
        demo=True,
        find_url="/design/find/",
        lock_url="/design/",
        signout_url="/design/",
        home_url=here,
        language_url="/design/",
        languages=(Language("en", "English", True), Language("es", "Español")),
    )


def portal_shell() -> PortalShell:
    """The client's own navigation."""
    items = tuple(
        NavItem(label, people.HERE, label == "Today")
        for label in ("Today", "Week", "My plan", "Messages")
    )
    return PortalShell(
        user_name="Alex",
        items=items,
        signout_url="/design/",
        demo=True,
        language_url="/design/",
        languages=(Language("en", "English", True), Language("es", "Español")),
    )


def public_shell() -> PublicShell:
    """The public site's navigation."""
    labels = ("What happens here", "Which setting may fit", "Find a program", "Family", "Paying")
    return PublicShell(
        organisation="Cedar House",
        items=tuple(NavItem(label, people.HERE) for label in labels),
        demo=True,
        signin_url="/design/",
        language_url="/design/",
        languages=(Language("en", "English", True), Language("es", "Español")),
    )


def plain_shell() -> PlainShell:
    """Nothing but the mark."""
    return PlainShell(organisation="Cedar House", demo=True)


SHELL_OF = {
    "staff": staff_shell,
    "portal": portal_shell,
    "public": public_shell,
    "plain": plain_shell,
}


def _only_where_nobody_is_real() -> None:
    if not (settings.DEBUG or getattr(settings, "IS_DEMO", False)):
        raise Http404


@open_to()
def specimens(request: HttpRequest) -> HttpResponse:
    """Every component on one page, in the staff shell."""
    _only_where_nobody_is_real()
    return render(request, "core/design/specimens.html", page_of("staff"))


@open_to()
def scene(request: HttpRequest, name: str) -> HttpResponse:
    """One whole screen: today, week, chart, placement, group, phone, public, sign-in, errors."""
    _only_where_nobody_is_real()
    if name not in SCENES:
        raise Http404
    return render(request, f"core/design/{name}.html", page_of(SCENES[name]))


@open_to()
def find(request: HttpRequest) -> HttpResponse:
    """What the find dialog asks for, answered from invented people."""
    _only_where_nobody_is_real()
    q = request.GET.get("q", "").strip()
    options = [
        SimpleNamespace(
            url=people.HERE,
            initials=face.initials,
            name=face.name,
            sub="Early recovery · Renée Marsh",
        )
        for face in people.GROUP
        if q and q.lower() in face.name.lower()
    ]
    name = (
        "core/components/_find_options.html" if request.GET.get("as") else "core/design/find.html"
    )
    return render(request, name, {**page_of("staff"), "q": q, "options": options})


SCENES = {
    "today": "staff",
    "week": "staff",
    "chart": "staff",
    "placement": "staff",
    "group": "staff",
    "phone": "portal",
    "public": "public",
    "sign-in": "plain",
    "errors": "staff",
    "empty": "staff",
    "full": "staff",
}


def page_of(shell: str) -> dict[str, object]:
    """All that the specimen templates print."""
    return {
        "shell": SHELL_OF[shell](),
        "people": people,
        "week": week,
        "placement": decisions.PLACEMENT,
        "no_reasons": decisions.EMPTY,
        "blank": forms.blank(),
        "filled": forms.filled(),
        "refused": forms.refused(),
        "episode": episodes.episode(16, 10),
        "first_week": episodes.episode(1, 1, key="first-week"),
        "long_episode": episodes.episode(60, 52, 3, key="long-episode"),
        "crowd": [hours for _turn in range(9) for hours in people.HOURS][:60],
        "tones": ("neutral", "attention", "urgent", "info", "done", "family"),
        "phases": (
            ("orientation", "Orientation"),
            ("early", "Early recovery"),
            ("middle", "Middle"),
            ("late", "Late"),
            ("continuing", "Continuing care"),
        ),
        "scenes": sorted(SCENES),
        "ratings": [
            (title, sub, forms.rated(nth, value))
            for nth, (title, sub, value) in enumerate(people.DIMENSIONS)
        ],
        "register": [(face, forms.marked(nth)) for nth, face in enumerate(people.GROUP)],
        "scores": (13, 12, 12, 9, 10, 7, 6),
    }
