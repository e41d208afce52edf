"""What one reading means: presumptive or named, expected or not, perhaps left over from before.

Sources: the handbook's testing chapter; detection windows in urine are the program's dated numbers,
each with its source; the analytes of each class after the federal cutoff tables (FR 2025-00425) and
usual clinical panels.
A cup reads a class; a laboratory names members of it. An unconfirmed positive is never more than
presumptive. A second positive inside the window of the first may be residual, not new use.
Neither is proof, and neither decides anything alone.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Self

from homeward.kernel.numbers import ProgramNumber

PRESUMPTIVE, DEFINITIVE = "presumptive", "definitive"
POSITIVES = frozenset({"presumptive_positive", "positive"})

# The program's number that holds the days a use may be seen in urine, by analyte. A hint and no
# more; for oxycodone no source names a window, so nothing of it is ever called left over.
WINDOW_DAYS = {
    "alcohol": "detection_days_alcohol",
    "etg": "detection_days_etg",
    "amphetamines": "detection_days_amphetamines",
    "methamphetamine": "detection_days_methamphetamine",
    "benzodiazepines": "detection_days_benzodiazepines",
    "cocaine": "detection_days_cocaine",
    "buprenorphine": "detection_days_buprenorphine",
    "fentanyl": "detection_days_fentanyl",
    "opiates": "detection_days_opiates",
    "6_mam": "detection_days_6_mam",
    "methadone": "detection_days_methadone",
    "thc": "detection_days_thc",
}

# What a laboratory may name of a class. A class such as fentanyl bears the name of its first
# member; what stands in no class, such as xylazine, is a line of its own.
MEMBERS: dict[str, tuple[str, ...]] = {
    "opiates": ("morphine", "codeine", "hydrocodone", "hydromorphone", "6_mam"),
    "oxycodone": ("oxycodone", "oxymorphone"),
    "amphetamines": ("amphetamine", "methamphetamine", "mdma", "mda"),
    "benzodiazepines": (
        "alprazolam", "hydroxyalprazolam", "clonazepam", "aminoclonazepam", "diazepam",
        "nordiazepam", "oxazepam", "temazepam", "lorazepam",
    ),
    "fentanyl": ("fentanyl", "norfentanyl"),
    "methadone": ("methadone", "eddp"),
    "buprenorphine": ("buprenorphine", "norbuprenorphine"),
    "cocaine": ("cocaine", "benzoylecgonine"),
    "thc": ("thc", "thc_cooh"),
    "etg": ("etg", "ets"),
}  # fmt: skip
# A class is ruled out when the laboratory found none of one group and looked at every group: a
# negative 6-MAM alone says nothing of codeine. Other classes are ruled out by their own line.
RULED_OUT_BY: dict[str, tuple[frozenset[str], ...]] = {
    "opiates": tuple(map(frozenset, (("morphine",), ("codeine",), ("hydrocodone",),
                                     ("hydromorphone",)))),
    "amphetamines": tuple(map(frozenset, (("amphetamine",), ("methamphetamine",)))),
    "benzodiazepines": tuple(map(frozenset, (
        ("alprazolam", "hydroxyalprazolam"), ("clonazepam", "aminoclonazepam"),
        ("diazepam", "nordiazepam"), ("oxazepam",), ("temazepam",), ("lorazepam",),
    ))),
    "cocaine": (frozenset({"benzoylecgonine"}),),
    "thc": (frozenset({"thc_cooh"}),),
}  # fmt: skip
# No prescription of the class explains these; one of the analyte itself does.
NOT_BY_CLASS = frozenset({"6_mam", "methamphetamine", "mdma", "mda"})
# Plain names a laboratory may use, beside the codes it agreed with us.
NAMES = {
    **{code.replace("_", "-"): code for each in MEMBERS.values() for code in each},
    "6-acetylmorphine": "6_mam", "6-monoacetylmorphine": "6_mam", "6-am": "6_mam",
    "alpha-hydroxyalprazolam": "hydroxyalprazolam", "7-aminoclonazepam": "aminoclonazepam",
    "desmethyldiazepam": "nordiazepam", "carboxy-thc": "thc_cooh", "ethyl glucuronide": "etg",
    "ethyl sulfate": "ets", "xylazine": "xylazine",
}  # fmt: skip
_CLASS_OF = {member: name for name, members in MEMBERS.items() for member in members}
SAYS_NOTHING = frozenset({"invalid", "not_tested"})
FOUND = frozenset({"positive", "positive_expected"})
Result = tuple[str, str, str]  # analyte, method, result


class Reading(StrEnum):
    """What the cup or the laboratory says of one analyte."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    INVALID = "invalid"
    NOT_TESTED = "not_tested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier positive of the same analyte, with its level where one is known.

    `creatinine` (mg/dL) says how concentrated the specimen was.
    """

    on: date
    level: Decimal | None = None
    creatinine: Decimal | None = None


def class_of(analyte: str) -> str:
    """The class that an analyte belongs to; itself where it stands alone.

    >>> class_of("morphine"), class_of("norfentanyl"), class_of("xylazine")
    ('opiates', 'fentanyl', 'xylazine')
    """
    return _CLASS_OF.get(analyte, analyte)


def is_within(analyte: str, ordered: Collection[str]) -> bool:
    """Whether an analyte was ordered, by its own name or by its class."""
    return analyte in ordered or class_of(analyte) in ordered


def speaks_of(analyte: str, other: str) -> bool:
    """Whether two lines speak of the same: one analyte, or a class and a member of it."""
    return analyte == other or class_of(analyte) == other or analyte == class_of(other)


def named_as(code: str, name: str, listed: str | None) -> str | None:
    """Our analyte for a line that bears a code and a name; `listed` is what the list makes of it.

    Where the list knows only the class, a plain name says which member it is. None: nobody knows.
    """
    plain = [word.lower().split("[")[0].removesuffix(", urine").strip() for word in (name, code)]
    said = next((NAMES[word] for word in plain if word in NAMES), None)
    if listed is None or (said is not None and class_of(said) == listed):
        return said or listed
    return listed


def is_explained(analyte: str, prescribed: Collection[str]) -> bool:
    """Whether a prescription explains finding it; never what no medicine of the class leaves."""
    if analyte in prescribed:
        return True
    return analyte not in NOT_BY_CLASS and class_of(analyte) in prescribed


def result_of(reading: Reading, *, method: str, analyte: str, prescribed: Collection[str]) -> str:
    """The result code of a reading.

    A medicine the client is prescribed is expected to be found: finding it is
    `positive_expected`, not finding it `negative_unexpected`. Where only the class is prescribed,
    one member that is not found is no more than negative.

    >>> result_of(Reading.POSITIVE, method="presumptive", analyte="thc", prescribed=())
    'presumptive_positive'
    """
    if reading in (Reading.INVALID, Reading.NOT_TESTED):
        return reading.value
    if reading is Reading.POSITIVE and is_explained(analyte, prescribed):
        return "positive_expected"
    if reading is Reading.NEGATIVE:
        return "negative_unexpected" if analyte in prescribed else "negative"
    return "positive" if method == DEFINITIVE else "presumptive_positive"


@dataclass(frozen=True, slots=True)
class WindowNumbers:
    """The program's windows of a day: how many days a use of each analyte may be found in urine."""

    days: Mapping[str, ProgramNumber]

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        """From the program's numbers by code."""
        return cls({analyte: numbers[code] for analyte, code in WINDOW_DAYS.items()})

    def window_of(self, analyte: str) -> ProgramNumber | None:
        """The window of an analyte, else of its class; None where no source names one."""
        return self.days.get(analyte) or self.days.get(class_of(analyte))


def may_be_residual(
    analyte: str,
    on: date,
    level: Decimal | None,
    earlier: Iterable[Earlier],
    creatinine: Decimal | None = None,
    *,
    numbers: WindowNumbers,
) -> Earlier | None:
    """The earlier positive this one may be left over from; None when it is outside the window.

    A level that rose speaks against it; unknown levels leave it open. Levels are compared per
    creatinine where both are known, so that a thin specimen does not hide a rise.
    """
    found = numbers.window_of(analyte)
    window = int(found) if found is not None else None
    if window is None:
        return None
    inside = [item for item in earlier if 0 < (on - item.on).days <= window]
    if not inside:
        return None
    latest = max(inside, key=lambda item: item.on)
    if level is None or latest.level is None:
        return latest
    if creatinine and latest.creatinine:
        return None if level * latest.creatinine > latest.level * creatinine else latest
    return None if level > latest.level else latest


def standing(results: Iterable[Result]) -> list[Result]:
    """The results that stand: a presumptive one only while no laboratory has answered it.

    A definitive result answers its own analyte. A class is answered by a member that was found,
    and ruled out as `RULED_OUT_BY` says. "Not tested" and "cannot be read" answer nothing.
    """
    given = list(results)
    named = _named(given)
    return [line for line in given if line[1] == DEFINITIVE or not is_answered(line[0], named)]


def _named(results: Iterable[Result]) -> dict[str, str]:
    """What a laboratory says by name, by analyte."""
    return {
        analyte: result
        for analyte, method, result in results
        if method == DEFINITIVE and result not in SAYS_NOTHING
    }


def is_answered(analyte: str, named: Mapping[str, str]) -> bool:
    """Whether definitive results, by analyte, answer a presumptive reading of this one."""
    if analyte in named or named.get(class_of(analyte)) in ("negative", "negative_unexpected"):
        return True
    members = [member for member in MEMBERS.get(analyte, ()) if member in named]
    return any(named[member] in FOUND for member in members) or is_ruled_out(analyte, named)


def is_ruled_out(name: str, named: Mapping[str, str]) -> bool:
    """Whether a laboratory looked for all of a class and found nothing of it."""
    if any(named.get(member) in FOUND for member in (name, *MEMBERS.get(name, ()))):
        return False
    groups = RULED_OUT_BY.get(name, ())
    return name in named or (bool(groups) and all(group & set(named) for group in groups))


def by_class(results: Iterable[Result]) -> list[Result]:
    """The same results told by class, for whoever counts classes: a line for each class as well.

    A class that was named or ruled out is definitive. One that only a cup's strips for its members
    speak of is presumptive. Members on their own stay beside it.
    """
    given = list(results)
    named = _named(given)
    told = standing(given)
    strips = {
        analyte: result
        for analyte, method, result in standing(given)
        if method == PRESUMPTIVE and result not in SAYS_NOTHING
    }
    for name, members in MEMBERS.items():
        found = FOUND & {named[member] for member in members if member in named}
        if found or (name not in named and is_ruled_out(name, named)):
            is_positive = "positive" in {*found, named.get(name)}
            some = "positive" if is_positive else "positive_expected"
            told = [line for line in told if line[:2] != (name, DEFINITIVE)]
            told.append((name, DEFINITIVE, some if found else "negative"))
        elif name not in {line[0] for line in given}:
            if "presumptive_positive" in {strips.get(member) for member in members}:
                told = [*told, (name, PRESUMPTIVE, "presumptive_positive")]
            elif is_ruled_out(name, {each: strips[each] for each in members if each in strips}):
                told = [*told, (name, PRESUMPTIVE, "negative")]
    return told


def outcome_of(results: Iterable[Result], expected: Collection[str] = ()) -> str:
    """The test in one word, from (analyte, method, result): a named result outranks a class one.

    `positive` needs a definitive method; `presumptive` is unconfirmed; `negative` is below the
    cutoff, not proof of no use. `expected` are prescribed classes: one that the laboratory rules
    out, member by member, is `unexpected`.
    """
    given = list(results)
    stands = standing(given)
    found = {result for _, _, result in stands}
    if "positive" in found:
        return "positive"
    if "presumptive_positive" in found:
        return "presumptive"
    named = _named(given)
    wanted = {*expected, *(each[0] for each in given if each[2] == "positive_expected")}
    if "negative_unexpected" in found or any(is_ruled_out(each, named) for each in wanted):
        return "unexpected"
    if "negative" in found or "positive_expected" in found:
        return "negative"
    return "invalid" if found else "pending"
