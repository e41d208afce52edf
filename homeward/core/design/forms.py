"""Forms that show every kind of field."""

from django import forms

RATING = [(str(n), str(n)) for n in range(5)]
SCALE = [(str(n), str(n)) for n in range(11)]


class SpecimenForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(
        label="Name the person goes by", help_text="As they say it, not as a card does."
    )
    phone = forms.CharField(label="Telephone", required=False)
    born_on = forms.DateField(
        label="Born on", widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    arrives_at = forms.TimeField(
        label="Arrived at", widget=forms.TimeInput(attrs={"type": "time"}), required=False
    )
    setting = forms.ChoiceField(
        label="Preferred track",
        choices=[
            ("day", "Day"),
            ("evening", "Evening"),
            ("either", "Either, as long as work allows"),
        ],
        required=False,
    )
    note = forms.CharField(label="In your words", widget=forms.Textarea, required=False)
    voicemail = forms.ChoiceField(
        label="Voicemail",
        choices=[
            ("none", "No voicemail"),
            ("name", "Name only, no details"),
            ("full", "Details are fine"),
        ],
        widget=forms.RadioSelect,
    )
    rating = forms.ChoiceField(
        label="Readiness to change",
        choices=RATING,
        widget=forms.RadioSelect,
        help_text="0 none · 1 mild · 2 moderate · 3 serious · 4 severe or imminent",
    )
    craving = forms.ChoiceField(
        label="How strong are cravings right now?",
        choices=SCALE,
        widget=forms.RadioSelect,
        required=False,
    )
    mark = forms.ChoiceField(
        label="Attendance",
        choices=[("here", "Here"), ("late", "Late"), ("absent", "Absent"), ("excused", "Excused")],
        widget=forms.RadioSelect,
        required=False,
    )
    took_part = forms.MultipleChoiceField(
        label="Took part",
        choices=[
            ("listened", "listened"),
            ("shared", "shared"),
            ("led", "led"),
            ("feedback", "gave feedback"),
            ("withdrawn", "withdrawn"),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    told = forms.BooleanField(label="They were told what happens next", required=False)


FILLED = {
    "name": "Alex",
    "phone": "555 0142",
    "born_on": "1992-03-09",
    "arrives_at": "09:28",
    "setting": "evening",
    "note": "Opened the check-in. Described calling her sister before going home on Friday.",
    "voicemail": "name",
    "rating": "2",
    "craving": "3",
    "mark": "late",
    "took_part": ["led", "shared"],
    "told": "on",
}


def blank() -> SpecimenForm:
    """Nothing typed yet."""
    return SpecimenForm(auto_id="blank_%s")


def filled() -> SpecimenForm:
    """Everything answered."""
    return SpecimenForm(FILLED, auto_id="filled_%s")


def refused() -> SpecimenForm:
    """Sent with things missing, so every kind of error shows."""
    return SpecimenForm({"born_on": "yesterday", "rating": "7"}, auto_id="refused_%s")


def rated(nth: int, value: str) -> SpecimenForm:
    """One dimension with its rating."""
    return SpecimenForm(initial={"rating": value}, prefix=f"d{nth}")


def marked(nth: int) -> SpecimenForm:
    """One line of a register."""
    return SpecimenForm(
        initial={"mark": ("here", "here", "late", "absent", "excused")[nth % 5]}, prefix=f"r{nth}"
    )
