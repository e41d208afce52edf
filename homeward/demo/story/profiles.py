"""Who somebody is when they first call: facts drawn once, by the marginals of the population
file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .chance import Chance
from .names import FAMILY, FEMALE, MALE
from .population import population

PRONOUNS = {"female": "she/her", "male": "he/him"}
OPIOIDS = frozenset({"heroin", "other_opioid"})
DIAGNOSES = {
    "alcohol": "F10.20",
    "methamphetamine": "F15.20",
    "heroin": "F11.20",
    "other_opioid": "F11.20",
    "marijuana": "F12.20",
    "cocaine": "F14.20",
    "benzodiazepine": "F13.20",
    "other": "F19.20",
}
SUPPORTS = (
    "mother",
    "father",
    "sister",
    "brother",
    "partner",
    "spouse",
    "aunt",
    "grandmother",
    "adult_child",
)
AREAS = (217, 309, 618, 815)
WOMEN = ("mother", "sister", "aunt", "grandmother")
STREETS = (
    "Alder",
    "Birch",
    "Canal",
    "Dogwood",
    "Elm",
    "Foundry",
    "Garden",
    "Harbor",
    "Juniper",
    "Kiln",
    "Larch",
    "Mill",
    "Orchard",
    "Quarry",
    "Ridge",
    "Sycamore",
    "Tannery",
    "Union",
    "Willow",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One invented person. Codes are those of the population file; ages in years."""

    key: str
    first_name: str
    last_name: str
    pronouns: str
    sex: str
    birth_date: date
    race: str
    education: str
    employment: str
    living: str
    phone: str
    street: str
    payer: str
    member_id: str
    referral: str
    substance: str
    second_substance: str
    route: str
    past_month: str
    first_use_age: int
    prior_episodes: int
    co_occurring: bool
    medication: str
    arrests_30d: int
    tobacco: bool
    veteran: bool
    support_name: str
    support_relation: str
    officer_name: str
    diagnosis: str
    cast: str = ""

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.first_name} {self.last_name}"

    def age_on(self, day: date) -> int:
        """Whole years."""
        before = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before


def _past_month(chance: Chance, referral: str) -> str:
    """People sent by a court or from residential care have more often not used for a month."""
    weights = dict(population()["profile"]["past_month_use"])
    none, daily = {"criminal_justice": (1.45, 0.78), "sud_provider": (2.6, 0.5)}.get(
        referral, (0.62, 1.36)
    )
    weights["none"] *= none
    weights["daily"] *= daily
    return chance.weighted("past_month", weights)


def _second(chance: Chance, substance: str) -> str:
    if not chance.happens("has_second", 0.48):
        return ""
    weights = {
        code: weight
        for code, weight in population()["profile"]["substance"].items()
        if code != substance
    }
    return chance.weighted("second", weights)


def _medication(chance: Chance, substance: str) -> str:
    facts = population()["profile"]
    if substance in OPIOIDS and chance.happens("medicine", facts["opioid_medication"]):
        return chance.weighted(
            "which_medicine", {"buprenorphine": 74, "methadone": 14, "naltrexone": 12}
        )
    if substance == "alcohol" and chance.happens("medicine", facts["alcohol_medication"]):
        return chance.weighted("which_medicine", {"naltrexone": 65, "acamprosate": 35})
    return ""


def draw_profile(chance: Chance, key: str, called_on: date, spoken_for: set[str]) -> Profile:
    """A person who calls on that day; `spoken_for` are names already in the story."""
    facts = population()["profile"]
    sex = chance.weighted("sex", facts["sex"])
    low, high = (int(part) for part in chance.weighted("age", facts["age"]).split("-"))
    age = chance.between("years", low, high)
    born = called_on.replace(day=min(called_on.day, 28), year=called_on.year - age) - timedelta(
        days=chance.between("birthday", 1, 350)
    )
    for attempt in range(20):
        given = chance.one_of(f"given{attempt}", FEMALE if sex == "female" else MALE)
        family = chance.one_of(f"family{attempt}", FAMILY)
        if f"{given} {family}" not in spoken_for:
            break
    referral = chance.weighted("referral", facts["referral"])
    substance = chance.weighted("substance", facts["substance"])
    median, sigma = population()["first_use_age"][substance]
    payer = "medicare" if age >= 65 else chance.weighted("payer", facts["payer"])
    relation = chance.one_of("relation", SUPPORTS)
    return Profile(
        key=key,
        first_name=given,
        last_name=family,
        sex=sex,
        birth_date=born,
        pronouns="they/them" if chance.happens("they", 0.03) else PRONOUNS[sex],
        race=chance.weighted("race", facts["race"]),
        education=chance.weighted("education", population()["education"]["share"]),
        employment=chance.weighted("employment", facts["employment"]),
        living=chance.weighted("living", facts["living"]),
        phone=f"({chance.one_of('area', AREAS)}) 555-01{chance.between('line', 0, 99):02d}",
        street=f"{chance.between('house', 2, 990)} {chance.one_of('street', STREETS)} Street",
        payer=payer,
        member_id=f"{payer[:2].upper()}{chance.between('member', 10_000_000, 99_999_999)}",
        referral=referral,
        substance=substance,
        second_substance=_second(chance, substance),
        route=chance.weighted("route", population()["route"][substance]),
        past_month=_past_month(chance, referral),
        first_use_age=max(9, min(age - 1, round(chance.lognormal("first_use", median, sigma)))),
        prior_episodes=int(chance.weighted("prior", facts["prior_episodes"])),
        co_occurring=chance.happens("co_occurring", facts["co_occurring"]),
        medication=_medication(chance, substance),
        arrests_30d=int(
            chance.happens(
                "arrest",
                facts["arrests_at_admission"] * (1.5 if referral == "criminal_justice" else 0.7),
            )
        ),
        tobacco=chance.happens("tobacco", facts["tobacco"]),
        veteran=chance.happens("veteran", 0.05),
        support_name=f"{chance.one_of('support', FEMALE if relation in WOMEN else MALE)} {family}",
        support_relation=relation,
        officer_name=" ".join(
            (chance.one_of("officer_given", FEMALE + MALE), chance.one_of("officer_family", FAMILY))
        ),
        diagnosis=DIAGNOSES[substance],
    )
