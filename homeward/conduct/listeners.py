"""The paper of the packet that is the program's rules: its words, and its signature."""

from uuid import UUID

from homeward.conduct.actions.rules import keep_signature
from homeward.conduct.first_edition import PAPER
from homeward.conduct.models import RulesEdition
from homeward.conduct.reaching import SERVICE, edition_in_force, every
from homeward.conduct.rules.wording import read_rules
from homeward.core.facts import listens_to
from homeward.packets.facts import PaperSigned
from homeward.packets.library import Wording
from homeward.people.models import Client
from homeward.program.models import Program

BEGINS = "e-"


def current(program_id: UUID) -> str:
    """The version of the paper for a program: its edition in force; "" before the first."""
    edition = edition_in_force(Program.objects.get(pk=program_id))
    return f"{BEGINS}{edition.pk.hex}" if edition else ""


def words_of_edition(version: str, language: str) -> str | None:
    """The words of an edition as a paper, without its rules' codes; None for other versions."""
    edition = _edition(version)
    if edition is None:
        return None
    text = read_rules(edition.spanish if language == "es" else edition.english)
    parts = [f"# {text.title}"]
    for section in text.sections:
        parts.append(f"## {section.title}")
        parts += [line.words for line in section.lines]
    return "\n\n".join(parts) + "\n"


RULES_PAPER = Wording(current, words_of_edition)


@listens_to(PaperSigned)
def paper_signed(fact: PaperSigned) -> None:
    """The rules signed in the packet are signed; nobody is asked twice."""
    if fact.paper != PAPER or fact.who != "client":
        return
    edition = _edition(fact.text_version)
    if edition is None:
        return
    client = every(Client).get(pk=fact.client_id)
    keep_signature(
        actor=SERVICE, client=client, edition=edition, name=fact.name, language=fact.language,
        place="packet", now=fact.at, item_id=fact.item_id,
    )  # fmt: skip


def _edition(version: str) -> RulesEdition | None:
    if not version.startswith(BEGINS):
        return None
    return RulesEdition.objects.filter(pk=version.removeprefix(BEGINS)).first()
