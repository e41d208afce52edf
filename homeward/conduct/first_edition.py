"""The first words of the rules: what the program's file and the packet's paper say already."""

import tomllib
from pathlib import Path

from homeward.packets.library import papers, words_of
from homeward.program.models import Program

SPANISH = Path(__file__).parent / "texts" / "house_rules.es.toml"
PAPER = "program_rules"
AGREED = {"en": "## What I agree to", "es": "## Lo que acepto"}


def first_words(program: Program) -> tuple[str, str]:
    """The English and the Spanish text a first draft begins with.

    The rules one by one with their codes, then what the shipped paper says beside its own short
    list. A rule the house wrote itself stands in English in both until staff translate it.
    """
    own = list(program.house_rules.order_by("position").values_list("code", "text"))
    known = tomllib.loads(SPANISH.read_text(encoding="utf-8"))
    version = papers()[PAPER].version
    texts = []
    for language in ("en", "es"):
        rules = [
            f"[{code}] {known.get(code, text) if language == 'es' else text}" for code, text in own
        ]
        head, _short, *rest = words_of(PAPER, version, language).split("\n## ")
        parts = [head.replace("{program}", _called(language)).strip().splitlines()[0]]
        parts += ["\n".join([AGREED[language], *rules])]
        parts += [f"## {each.strip()}" for each in rest]
        texts.append("\n\n".join(parts) + "\n")
    return texts[0], texts[1]


def _called(language: str) -> str:
    return "este programa" if language == "es" else "this program"
