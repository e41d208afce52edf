"""A client's own part as the room shows it: chips, the format's sections, the kind's fields."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.notes.choices import PARTICIPATION, PROGRESS, RESPONSE, SECTIONS
from homeward.notes.kinds import CHIPS, CHOICE, CONTACTS, MULTIPLE, TEXT, Asked
from homeward.notes.models import ClientNote
from homeward.notes.rules.parts import sections_of

LONGEST = 6000
LONGEST_FIELD = 1000
Choices = Iterable[tuple[str, Any]]


class NoteForm(ActionForm):
    """Everything a note of this session asks; nothing is required while it is being written."""

    use_required_attribute = False

    participation = forms.MultipleChoiceField(
        label=_("Took part"), required=False, choices=tuple(PARTICIPATION.items()),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    response = forms.MultipleChoiceField(
        label=_("Response"), required=False, choices=tuple(RESPONSE.items()),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    objective = forms.ChoiceField(label=_("Plan objective"), required=False)
    progress = forms.ChoiceField(
        label=_("Progress on it"), required=False, choices=tuple(PROGRESS.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        style: str = "",
        asked: Iterable[Asked] = (),
        objectives: Choices = (),
        contacts: Choices = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.style, self.asked = style, tuple(asked)
        objective: Any = self.fields["objective"]
        objective.choices = [("", _("none chosen")), *objectives]
        for code in sections_of(style):
            self.fields[section_name(code)] = _words(SECTIONS[code], rows=3)
        if not sections_of(style):
            self.fields["body"] = _words(_("In your words"), rows=5)
        for each in self.asked:
            self.fields[each.code] = _field(each, tuple(contacts))

    @classmethod
    def of(cls, note: ClientNote | None, typed: Any = None, **asked: Any) -> "NoteForm":
        """As it was typed, else as it was last kept; `suggested` is the plan's own objective."""
        suggested, known = asked.pop("suggested", ""), asked.pop("known", {})
        if typed is not None:
            return cls(typed, version=note.version if note else None, **asked)
        if note is None:
            return cls(initial={**known, "objective": suggested}, **asked)
        first: dict[str, Any] = {
            "participation": note.participation,
            "response": note.response,
            "objective": str(note.objective_id or ""),
            "progress": note.progress,
            "body": note.body,
            **known,
            **(note.details or {}),
        }
        first |= {section_name(code): text for code, text in (note.sections or {}).items()}
        return cls(initial=first, version=note.version, **asked)

    @property
    def words(self) -> list[Any]:
        """The bound fields of the words, in order."""
        codes = [section_name(code) for code in sections_of(self.style)] or ["body"]
        return [self[code] for code in codes]

    @property
    def more(self) -> list[tuple[Any, str]]:
        """The bound fields of the kind, each with how it looks."""
        looks = {CHIPS: "chips", CHOICE: "chips", CONTACTS: "chips"}
        return [(self[each.code], looks.get(each.look, "")) for each in self.asked]


class NoteTyped(NoteForm):
    """What came back: the action checks whose objective it is."""

    objective = forms.UUIDField(required=False)  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    def written(self) -> dict[str, Any]:
        """What the action takes."""
        typed = self.cleaned_data
        return {
            "participation": typed["participation"],
            "response": typed["response"],
            "objective_id": typed["objective"],
            "progress": typed["progress"],
            "body": typed.get("body", ""),
            "style": self.style,
            "sections": {code: typed[section_name(code)] for code in sections_of(self.style)},
            "details": {each.code: typed[each.code] for each in self.asked},
        }


def section_name(code: str) -> str:
    """The name of a section's field."""
    return f"section_{code}"


def _words(label: Any, rows: int) -> forms.CharField:
    # Blanks at the ends stay: whoever is typing is in the middle of a sentence.
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, strip=False,
        widget=forms.Textarea(attrs={"rows": rows, "data-words": ""}),
    )  # fmt: skip


def _field(asked: Asked, contacts: tuple[tuple[str, Any], ...]) -> forms.Field:
    about: dict[str, Any] = {"label": asked.label, "required": False, "help_text": asked.help}
    choices = contacts if asked.look == CONTACTS else asked.choices
    if asked.look in MULTIPLE:
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, **about
        )
    if asked.look == CHOICE:
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **about)
    if asked.look == TEXT:
        area = forms.Textarea(attrs={"rows": 2, "data-words": ""})
        return forms.CharField(max_length=LONGEST_FIELD, strip=False, widget=area, **about)
    line = forms.TextInput(attrs={"autocomplete": "off", "data-words": ""})
    return forms.CharField(max_length=LONGEST_FIELD, widget=line, **about)
