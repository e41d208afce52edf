"""Ten things a client comes for, each as the taps that lead there from Today.

A tap is one touch of a link, a button, a fold or an answer. Writing words is no tap. What Today
says by itself takes no tap at all.
"""

from dataclasses import dataclass

LINK, BUTTON, LABEL, FOLD = "link", "button", "label", "fold"
# One touch for each question with answers to choose from; a link only where it is there.
ANSWERS, MAYBE = "answers", "maybe"


@dataclass(frozen=True, slots=True)
class Tap:
    """What is touched: its kind and the words it begins with, within a part of the page.

    `written` is typed before, as (name of the field, words).
    """

    kind: str
    words: str
    within: str = "main"
    written: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A name, the taps, and what the screen says once it is done; words are patterns.

    `on_today` is what Today must hold for it to be asked at all, such as a paper that waits, and
    `page` an address without which there is no such task; `known` is what answers it on Today.
    """

    name: str
    taps: tuple[Tap, ...]
    path: str
    see: str
    page: str = "/me/"
    on_today: str = ""
    known: str = ""
    # Undone first where it was done before; not counted.
    before: tuple[Tap, ...] = ()
    scripts: bool = True


MENU = "nav.pocket__nav"
# Typed as the one who is signed in would.
NAME, PASSWORD = "NAME", "PASSWORD"
TASKS = (
    Task(
        "do I test today", (Tap(LINK, "Do I test today"),), r"/me/today/", r"test",
        known=r"check it yourself",
    ),
    # Without scripts, as on a browser that runs none.
    Task(
        "check in", (Tap(LABEL, "2"), Tap(BUTTON, "Check in")), r"/me/", r"checked in|kept",
        on_today="how strong", scripts=False,
    ),
    Task("my week", (Tap(LINK, "Week", MENU),), r"/me/week/", r"week"),
    Task("help now", (Tap(LINK, "See who answers now"),), r"/me/help/", r"988"),
    Task(
        "tell I am late",
        (Tap(FOLD, "I am running late"), Tap(LABEL, r"\d+"), Tap(BUTTON, "Tell them")),
        r"/me/", r"you told us: about", page="/me/late/", on_today=r"running late",
        before=(Tap(BUTTON, "I will be in time"),),
    ),
    Task(
        "ask for a ride", (Tap(BUTTON, "(a )?ride|getting here|transport"),), r"/me/support/",
        r"asked", page="/me/late/", on_today=r"I need",
    ),
    Task("see my plan", (Tap(LINK, "My plan", MENU),), r"/me/plan/", r"plan"),
    Task(
        "sign a paper",
        (
            Tap(LINK, "Read and sign"),
            Tap(MAYBE, "Read", within="main ul.rows"),
            Tap(ANSWERS, ""),
            Tap(BUTTON, "Sign", written=(("signer_name", NAME), ("password", PASSWORD))),
        ),
        r"/me/", r"signed|thank|kept|no paper waits|papers for you", on_today=r"a paper waits",
    ),
    Task(
        "end a consent",
        (Tap(LINK, "Sharing", MENU), Tap(LINK, "Sharing with a family"), Tap(BUTTON, "Take it")),
        r"/me/sharing/", r"taken back|nothing more",
    ),
    Task(
        "message my counselor",
        (
            Tap(LINK, r"Write a message|\d+ new"),
            Tap(LINK, ".+", within="main ul.rows:has(a)"),
            Tap(BUTTON, "Send", written=(("body", "I would like to talk this week."),)),
        ),
        r"/me/messages/", r"I would like to talk this week", page="/me/messages/",
    ),
)  # fmt: skip
