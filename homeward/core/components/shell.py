"""What frames a page: navigation, who is signed in, and the controls around them."""

from dataclasses import dataclass

NEUTRAL_PAGE = "https://www.weather.gov/"


@dataclass(frozen=True)
class NavItem:
    """One place in the navigation; ``badge`` counts what waits there."""

    label: str
    url: str
    current: bool = False
    badge: int = 0
    badge_words: str = ""


@dataclass(frozen=True)
class NavSection:
    """A titled part of the navigation; the first usually has no title."""

    items: tuple[NavItem, ...]
    title: str = ""


@dataclass(frozen=True)
class Language:
    """A language the page can be read in."""

    code: str
    label: str
    current: bool = False


@dataclass(frozen=True)
class StaffShell:
    """The frame of every staff page.

    ``find_url`` answers GET with ``q`` and ``as=options`` by the partial
    ``core/components/_find_options.html``; without ``as`` it is a full page.
    ``lock_url``, ``signout_url`` and ``language_url`` are posted to. ``paged_url`` answers every
    few seconds by the strip ``#paged``, empty while nobody waits for this person.
    """

    organisation: str
    site: str
    user_name: str
    role_label: str
    sections: tuple[NavSection, ...]
    home_url: str = "/"
    find_url: str = ""
    lock_url: str = ""
    signout_url: str = ""
    account_url: str = ""
    language_url: str = ""
    languages: tuple[Language, ...] = ()
    demo: bool = False
    theme: str = ""
    paged_url: str = ""
    crisis_url: str = ""


@dataclass(frozen=True)
class Pocket:
    """What a client's phone may keep for reading without a network, and where it asks.

    ``pages`` are kept as they are read; ``sheets`` lists the handouts that were chosen for it.
    """

    account: str
    manifest: str
    worker: str
    kept: str
    key_url: str
    send_url: str
    check_in: str
    pages: tuple[str, ...]
    sheets: str
    safety: str


@dataclass(frozen=True)
class PortalShell:
    """The frame of the client's, family's and agency's pages: no word of treatment."""

    user_name: str
    items: tuple[NavItem, ...]
    home_url: str = "/"
    signout_url: str = ""
    account_url: str = ""
    language_url: str = ""
    languages: tuple[Language, ...] = ()
    leave_url: str = NEUTRAL_PAGE
    demo: bool = False
    theme: str = ""
    idle_seconds: int = 0
    pocket: Pocket | None = None
    # Where help is, at the top of every page; empty where a place below leads there.
    help_url: str = ""


@dataclass(frozen=True)
class PublicShell:
    """The frame of the public site."""

    organisation: str
    items: tuple[NavItem, ...]
    home_url: str = "/"
    signin_url: str = ""
    language_url: str = ""
    languages: tuple[Language, ...] = ()
    leave_url: str = NEUTRAL_PAGE
    demo: bool = False
    theme: str = ""


@dataclass(frozen=True)
class PlainShell:
    """The frame of sign-in, lock screen and errors: a mark, one card, nothing else."""

    organisation: str = ""
    home_url: str = "/"
    language_url: str = ""
    languages: tuple[Language, ...] = ()
    demo: bool = False
    theme: str = ""
