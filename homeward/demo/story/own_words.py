"""What makes a plan one person's own: when it is hardest, what they want it for, what they bring.

Drawn by keys of their own, so that no other draw of the story moves.
"""

from __future__ import annotations

from .chance import Chance

HARDEST = (
    "after a late shift when the house is asleep",
    "on paydays between the bank and the bus",
    "on Sunday afternoons when nothing is planned",
    "when the children are with the other parent",
    "after arguing on the phone about money",
    "in the first hour back home from work",
    "whenever the old group chat lights up",
    "at the corner store two doors down",
    "on nights without sleep before an early start",
    "around the anniversary of the funeral in spring",
    "after court dates and the long wait there",
    "when the back pain comes up in the cold",
    "on the drive past the old apartment",
    "at family dinners where everybody pours a glass",
    "when the cousin comes over with friends",
    "during slow hours in the kitchen at work",
    "after good news, when celebrating means using",
    "when bills come and nobody has answered yet",
    "on long weekends with the roommate away",
    "in the parking lot behind the old job",
    "when the phone is off and the evening is long",
    "after visits with the probation officer downtown",
)
WANTED_FOR = (
    "so my daughter can bring her friends home",
    "because I promised my grandmother before she died",
    "so I can drive again and keep the route",
    "because my son starts school in the fall",
    "so my sister gives me the key back",
    "because the band wants me for the summer",
    "so I can finish the course I dropped twice",
    "because I am tired of hiding bottles from myself",
    "so the dog is walked before seven each day",
    "because my boss kept my place for me",
    "so I can look my brother in the eye",
    "because I want to cook on Sundays again",
    "so I can go fishing with my father",
    "because the baby is due before the holidays",
    "so my knees carry me through a whole season",
    "because church asked me to lead the choir again",
    "so I can rent a place with a garden",
    "because I miss reading a book to the end",
    "so nobody has to come looking for me",
    "because I liked who I was at twenty",
    "so my mother can sleep without the phone beside her",
    "because the team at the garage counts on me",
)
BRINGS = (
    "cooks for the whole house when it matters",
    "kept the same job for four years",
    "fixes any engine that is put in front of them",
    "writes every day in a small notebook",
    "raised two children mostly alone",
    "knows the bus lines of the whole city by heart",
    "taught a neighbor to read last winter",
    "runs early in the morning when sleep is short",
    "plays guitar and still knows the old songs",
    "is the one the family calls in a crisis",
    "saved for a truck and paid it off",
    "grew up working on the farm and gets up early",
    "speaks two languages and helps at the clinic",
    "coached a youth team for three summers",
    "keeps plants alive that others gave up",
    "stopped smoking nine years ago and stayed off",
    "went back to school at forty and passed",
    "has a garden plot and tends it with a friend",
    "never missed a shift in the first job",
    "draws well and shows it to nobody yet",
    "calls their grandmother every single Sunday",
    "is patient with numbers and keeps good accounts",
)
IN_THE_WAY = (
    "the last one leaves before the evening group ends",
    "the schedule is posted only on Thursday night",
    "the sitter moved away at the end of summer",
    "the next hearing is set on a program day",
    "four hours is a good night at present",
    "two of them share the same front steps",
    "the knee gives out on stairs without warning",
    "the number changed twice since the first call",
    "the car needs a part that costs too much",
    "the night job ends an hour before group",
    "nobody at home knows about the program yet",
    "the room is shared with somebody who drinks",
    "rent is due in the week without pay",
    "the older child has appointments across town",
    "the landlord wants an answer this month",
    "winter roads close the short way into town",
    "the old friends work in the same building",
    "mail arrives at an address that is not safe",
    "reading long papers brings headaches on",
    "the partner works nights and needs the car",
)


APART = 7  # no divisor of any list above, so that nobody says one thing twice


def of_their_own(
    chance: Chance, topic: str, words: str, options: tuple[str, ...], by: str, place: int = 0
) -> str:
    """A sentence of the library with this person's own turn: "…, most of all on paydays"."""
    first = chance.between(f"own-{topic}", 0, len(options) - 1)
    return f"{words.rstrip('.')}{by}{options[(first + place * APART) % len(options)]}."


def hardest(chance: Chance, place: int, words: str) -> str:
    """A problem with when it is hardest; `place` is its place on the plan."""
    return of_their_own(chance, "problem", words, HARDEST, ", most of all ", place)


def wanted_for(chance: Chance, place: int, words: str) -> str:
    """A goal with what it is wanted for."""
    return of_their_own(chance, "goal", words, WANTED_FOR, ", ", place)


def brings(chance: Chance, words: str) -> str:
    """A strength with what shows it."""
    return of_their_own(chance, "strength", words, BRINGS, ", ")


def in_the_way(chance: Chance, words: str) -> str:
    """A barrier with what it looks like now."""
    return of_their_own(chance, "barrier", words, IN_THE_WAY, ", ")
