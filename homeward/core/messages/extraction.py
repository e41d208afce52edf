"""Every marked string of the package, from templates and from Python, without any system tool."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

PLAIN = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop"})
PLURAL = frozenset({"ngettext", "ngettext_lazy"})
IN_CONTEXT = frozenset({"pgettext", "pgettext_lazy"})
PLURAL_IN_CONTEXT = frozenset({"npgettext", "npgettext_lazy"})
STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(
    rf"\b(gettext|ngettext|pgettext|npgettext|_)\(\s*({STRING})(?:\s*,\s*({STRING}))?(?:\s*,\s*({STRING}))?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One string to translate, with its context and its plural where it has them."""

    text: str
    plural: str = ""
    context: str = ""


def messages_in_python(source: str) -> Iterator[Message]:
    """Every call of a translating function with constant words."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            words = [_constant(argument) for argument in node.args[:3]]
            if message := _message(_name(node.func), words):
                yield message


def messages_in_template(source: str, origin: str = "") -> Iterator[Message]:
    """Every translate and blocktranslate tag, and every `_("…")` in a tag or variable."""
    for found in CALL.finditer(templatize(source, origin=origin)):
        name, *texts = found.groups()
        words = [ast.literal_eval(text.lstrip("u")) if text else None for text in texts]
        if message := _message(name, words):
            yield message


def messages_of(package: Path) -> dict[Message, list[str]]:
    """All messages below a folder, each with the files it stands in, tests left out."""
    found: dict[Message, set[str]] = {}
    for path in _sources(package):
        source = path.read_text(encoding="utf-8")
        place = path.relative_to(package.parent).as_posix()
        reading = (
            messages_in_python(source)
            if path.suffix == ".py"
            else messages_in_template(source, place)
        )
        for message in reading:
            found.setdefault(message, set()).add(place)
    return {message: sorted(places) for message, places in sorted(found.items())}


def _sources(package: Path) -> Iterable[Path]:
    for pattern in ("*.py", "templates/**/*.html", "templates/**/*.txt"):
        for path in sorted(package.rglob(pattern)):
            if "tests" not in path.parts:
                yield path


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _constant(argument: ast.expr) -> str | None:
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return argument.value if is_text else None  # type: ignore[attr-defined,no-any-return]


def _message(name: str, words: list[str | None]) -> Message | None:
    first, second, third = (*words, None, None, None)[:3]
    if not first:
        return None
    if name in PLAIN:
        return Message(first)
    if name in PLURAL and second:
        return Message(first, plural=second)
    if name in IN_CONTEXT and second:
        return Message(second, context=first)
    if name in PLURAL_IN_CONTEXT and second and third:
        return Message(second, plural=third, context=first)
    return None
