"""What somebody does to a copied note so that it looks like another one."""

import re
from collections.abc import Callable
from random import Random
from types import ModuleType

Edit = Callable[[Random, list[str], ModuleType], list[str]]


def swapped_words(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """Two to five words replaced by others that mean the same."""
    pairs = list(tongue.SWAPS)
    chance.shuffle(pairs)
    left, most = chance.randint(2, 5), len(sentences)
    for one, other in pairs:
        for place in chance.sample(range(most), most):
            made = _replaced(sentences[place], one, other)
            if made != sentences[place]:
                sentences[place] = made
                left -= 1
                break
        if not left:
            break
    return sentences


def other_numbers(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """Every number and weekday changed."""
    text = [re.sub(r"\d+", lambda _: str(chance.randint(2, 9)), each) for each in sentences]
    days = "|".join(tongue.DAYS)
    return [re.sub(rf"\b(?:{days})\b", lambda _: chance.choice(tongue.DAYS), each) for each in text]


def reordered(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """Sentences in another order."""
    made = sentences[:]
    chance.shuffle(made)
    return made


def turned_clause(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """The two halves of one sentence changed about."""
    places = [n for n, each in enumerate(sentences) if each.count(",") == 1]
    if places:
        place = chance.choice(places)
        first, last = sentences[place].rstrip(".").split(", ")
        sentences[place] = f"{last[0].upper()}{last[1:]}, {first[0].lower()}{first[1:]}."
    return sentences


def said_more(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """A word added in the middle of a sentence."""
    place = chance.randrange(len(sentences))
    words = sentences[place].split(" ")
    words.insert(chance.randint(1, max(1, len(words) - 1)), chance.choice(tongue.ADVERBS))
    sentences[place] = " ".join(words)
    return sentences


def misspelt(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """Two letters of one longer word changed about."""
    place = chance.randrange(len(sentences))
    words = sentences[place].split(" ")
    long = [n for n, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if long:
        which = chance.choice(long)
        word = words[which]
        at = chance.randint(1, len(word) - 3)
        words[which] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        sentences[place] = " ".join(words)
    return sentences


def left_out(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """One sentence missing, where enough remain."""
    if len(sentences) > 3:
        sentences.pop(chance.randrange(len(sentences)))
    return sentences


def joined(chance: Random, sentences: list[str], tongue: ModuleType) -> list[str]:
    """Two sentences made one."""
    if len(sentences) > 2:
        place = chance.randrange(len(sentences) - 1)
        first, second = sentences[place].rstrip("."), sentences.pop(place + 1)
        binds = " y " if tongue.__name__.endswith("spanish") else " and "
        sentences[place] = f"{first}{binds}{second[0].lower()}{second[1:]}"
    return sentences


EDITS: tuple[Edit, ...] = (
    swapped_words, swapped_words, other_numbers, reordered, turned_clause, said_more, misspelt,
    left_out, joined,
)  # fmt: skip


def _replaced(text: str, one: str, other: str) -> str:
    hit = re.search(rf"\b{one}\b", text, re.I)
    return text[: hit.start()] + _cased(hit.group(), other) + text[hit.end() :] if hit else text


def _cased(old: str, new: str) -> str:
    return new[0].upper() + new[1:] if old[0].isupper() else new
