"""The addiction medicines this house knows by code, and what goes with each.

Facts only: no doses stand here. Sources: the handbook's medications chapter (7.2); schedules of
the Controlled Substances Act, 21 CFR 1308.
"""

from collections.abc import Iterable
from dataclasses import dataclass

OPIOID, ALCOHOL, NICOTINE = "opioid", "alcohol", "nicotine"
# Never taken into storage, whoever asks: needed within seconds, or day and night.
STAY_WITH_PERSON = ("inhaler", "epinephrine", "insulin", "naloxone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One addiction medicine: what for, how it is taken, what a test then finds.

    `is_otp_only`: dispensed by an opioid treatment program and nowhere else, so here it is
    recorded. `is_off_label`: no approval for this use.
    """

    code: str
    against: str
    routes: tuple[str, ...]
    schedule: str = ""
    shows_as: tuple[str, ...] = ()
    is_injection: bool = False
    is_otp_only: bool = False
    is_off_label: bool = False


_BUPRENORPHINE = ("buprenorphine",)
KNOWN: dict[str, Known] = {
    each.code: each
    for each in (
        Known(
            code="methadone", against=OPIOID, routes=("oral",), schedule="2",
            shows_as=("methadone",), is_otp_only=True,
        ),
        Known(
            code="buprenorphine_film", against=OPIOID, routes=("sublingual", "buccal"),
            schedule="3", shows_as=_BUPRENORPHINE,
        ),
        Known(
            code="buprenorphine_tablet", against=OPIOID, routes=("sublingual",), schedule="3",
            shows_as=_BUPRENORPHINE,
        ),
        Known(
            code="buprenorphine_injection", against=OPIOID, routes=("subcutaneous",), schedule="3",
            shows_as=_BUPRENORPHINE, is_injection=True,
        ),
        Known(
            code="naltrexone_injection", against=OPIOID, routes=("intramuscular",),
            is_injection=True,
        ),
        Known(code="naltrexone_tablet", against=ALCOHOL, routes=("oral",)),
        Known(code="acamprosate", against=ALCOHOL, routes=("oral",)),
        Known(code="disulfiram", against=ALCOHOL, routes=("oral",)),
        Known(code="topiramate", against=ALCOHOL, routes=("oral",), is_off_label=True),
        Known(
            code="gabapentin", against=ALCOHOL, routes=("oral",), is_off_label=True,
        ),
        Known(
            code="nicotine_replacement", against=NICOTINE,
            routes=("transdermal", "buccal", "oral"),
        ),
    )
}  # fmt: skip
INDUCED = frozenset(
    {"buprenorphine_film", "buprenorphine_tablet", "buprenorphine_injection",
     "naltrexone_injection", "naltrexone_tablet"}
)  # fmt: skip


# They bring on withdrawal in somebody whose body is used to opioids, whatever they are taken for.
# Source: the labels of naltrexone tablets and of the monthly injection (FDA), section 5.
BLOCKS_OPIOIDS = frozenset({"naltrexone_injection", "naltrexone_tablet"})


def schedule_of(kind: str, stated: str) -> str:
    """The schedule that counts: the law's for a medicine known here, else what was stated."""
    known = KNOWN.get(kind)
    return known.schedule if known and known.schedule else stated


def shows_as(kind: str, stated: Iterable[str]) -> tuple[str, ...]:
    """What a test is expected to find: what is known of the medicine and what was stated."""
    known = KNOWN.get(kind)
    return tuple(dict.fromkeys((*(known.shows_as if known else ()), *stated)))
