"""Forms of the drug testing room: they read what was typed; only actions write."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.drugtests import words
from homeward.drugtests.actions.enter_results import Measured
from homeward.drugtests.rules.analytes import MEMBERS
from homeward.drugtests.rules.panel import KNOWN_ANALYTES
from homeward.drugtests.rules.validity import ValidityNumbers

READINGS = (
    ("negative", _("Negative")),
    ("positive", _("Positive")),
    ("invalid", _("Cannot be read")),
    ("not_tested", _("Not tested")),
)


class CollectionForm(ActionForm):
    """One collection, in the order it happens; made for one hand and a standing person."""

    identity_by = forms.ChoiceField(
        label=_("Who is it? I checked by"), choices=list(words.IDENTITIES.items()),
        widget=forms.RadioSelect,
    )  # fmt: skip
    collection = forms.ChoiceField(
        label=_("How was it given?"),
        choices=list(words.COLLECTIONS.items()),
        widget=forms.RadioSelect,
        initial="temperature_monitored",
    )
    observed_reason = forms.CharField(label=_("Why observed"), max_length=120, required=False)
    observer_wanted = forms.ChoiceField(
        label=_("Who should observe? The client chooses"),
        choices=list(words.OBSERVERS.items()),
        widget=forms.RadioSelect,
        required=False,
    )
    temperature_f = forms.DecimalField(
        label=_("Temperature, °F"), min_value=40, max_value=120, decimal_places=1
    )
    temperature_minutes = forms.IntegerField(
        label=_("Minutes until read"), min_value=0, max_value=60, initial=1
    )
    note = forms.CharField(
        label=_("If it was not warm in time: what did you do?"), required=False, max_length=200
    )
    is_split = forms.BooleanField(
        label=_("Split into two, so that one can be confirmed"), required=False
    )
    is_sealed = forms.BooleanField(label=_("Sealed while the client watched"), required=False)
    seal_number = forms.CharField(label=_("Number on the seal"), max_length=20, required=False)
    client_initials = forms.CharField(label=_("Client's initials on the seal"), max_length=6)

    def __init__(self, *args: Any, numbers: ValidityNumbers, **kwargs: Any) -> None:
        """`numbers` are the program's: the screen asks by the limits the rule judges by."""
        super().__init__(*args, **kwargs)
        self.fields["temperature_f"].help_text = _("Between %(low)s and %(high)s.") % {
            "low": f"{numbers.urine_temperature_low_f.normalize():f}",
            "high": f"{numbers.urine_temperature_high_f.normalize():f}",
        }
        self.fields["temperature_minutes"].help_text = _("Within %(minutes)s minutes.") % {
            "minutes": f"{numbers.urine_temperature_minutes.normalize():f}"
        }

    @property
    def collected(self) -> dict[str, Any]:
        """After validation: what the action takes; naming how is saying that it was checked."""
        data = {key: value for key, value in self.cleaned_data.items() if key != "form_version"}
        return data | {"is_identity_checked": bool(data["identity_by"])}


class ResultsForm(ActionForm):
    """One reading a line of the panel, and what was measured of the specimen itself."""

    method = forms.ChoiceField(
        label=_("Read how?"), choices=list(words.METHODS.items()), widget=forms.RadioSelect,
        initial="presumptive",
    )  # fmt: skip
    creatinine = forms.DecimalField(label=_("Creatinine, mg/dL"), required=False, min_value=0)
    gravity = forms.DecimalField(
        label=_("Specific gravity"), required=False, min_value=1, max_value=2
    )
    ph = forms.DecimalField(label=_("pH"), required=False, min_value=0, max_value=14)
    nitrite = forms.DecimalField(label=_("Nitrite, mcg/mL"), required=False, min_value=0)
    has_foreign_substance = forms.BooleanField(
        label=_("A foreign substance was found"), required=False
    )
    is_called_invalid = forms.BooleanField(
        label=_("The reader calls it invalid for another reason"), required=False
    )

    def __init__(
        self, *args: Any, panel: Sequence[str], kits: Sequence[Any] | None = None,
        expected: Collection[str] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        """With `kits` the specimen is in hand: it is read with one of them, and so presumptive."""
        super().__init__(*args, **kwargs)
        self.panel = tuple(panel)
        if kits is not None:
            del self.fields["method"]
            self.fields["kit"] = forms.ChoiceField(
                label=_("Kit"), widget=forms.RadioSelect, choices=kits,
                initial=kits[0][0] if kits else None,
            )  # fmt: skip
        # A cup reads classes; only a laboratory names what belongs to one.
        members = [code for each in panel for code in MEMBERS.get(each, ())]
        self.named = tuple(
            code for code in dict.fromkeys(members) if kits is None and code not in self.panel
        )
        for code in self.named:
            self.fields[f"reading_{code}"] = forms.ChoiceField(
                label=words.analyte(code), choices=(("", _("Not named")), *READINGS),
                required=False,
            )  # fmt: skip
            about = {"analyte": words.analyte(code)}
            for key, label in (
                ("level", _("%(analyte)s: level, ng/mL")),
                ("cutoff", _("%(analyte)s: cutoff, ng/mL")),
            ):
                self.fields[f"{key}_{code}"] = forms.DecimalField(
                    label=label % about, required=False, min_value=0
                )
        for number, code in enumerate(self.panel):
            self.fields[f"reading_{number}"] = forms.ChoiceField(
                label=words.analyte(code), choices=READINGS, widget=forms.RadioSelect
            )
            self.fields[f"level_{number}"] = forms.DecimalField(
                label=_("Level, ng/mL"), required=False, min_value=0
            )
            self.fields[f"cutoff_{number}"] = forms.DecimalField(
                label=_("Cutoff, ng/mL"), required=False, min_value=0
            )
            self.fields[f"prescribed_{number}"] = forms.BooleanField(
                label=_("Prescribed to this client"), required=False, initial=code in expected
            )

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The fields of each analyte together."""
        return [
            {
                "name": words.analyte(code),
                "reading": self[f"reading_{number}"],
                "level": self[f"level_{number}"],
                "cutoff": self[f"cutoff_{number}"],
                "prescribed": self[f"prescribed_{number}"],
            }
            for number, code in enumerate(self.panel)
        ]

    @property
    def named_lines(self) -> list[dict[str, Any]]:
        """The fields of each analyte that a laboratory may name of a class."""
        return [
            {key: self[f"{key}_{code}"] for key in ("reading", "level", "cutoff")}
            for code in self.named
        ]

    @property
    def measured(self) -> list[Measured]:
        """After validation: what the action takes."""
        data = self.cleaned_data
        named = [
            Measured(
                analyte=code, reading=data[f"reading_{code}"], level=data[f"level_{code}"],
                cutoff=data[f"cutoff_{code}"],
            )
            for code in self.named
            if data[f"reading_{code}"]
        ]  # fmt: skip
        return named + [
            Measured(
                analyte=code,
                reading=data[f"reading_{number}"],
                level=data[f"level_{number}"],
                cutoff=data[f"cutoff_{number}"],
                is_prescribed=data[f"prescribed_{number}"],
            )
            for number, code in enumerate(self.panel)
        ]


class EndForm(ActionForm):
    """How a test ended without a specimen."""

    state = forms.ChoiceField(
        label=_("What happened?"),
        choices=[(code, words.STATES[code]) for code in ("missed", "refused", "unable")],
        widget=forms.RadioSelect,
        help_text=_("None of these counts as a positive test."),
    )
    reason = forms.CharField(label=_("In a few words"), max_length=200)
    client_initials = forms.CharField(
        label=_("The client’s initials, that this is what they said"), max_length=6,
        required=False, help_text=_("For declined and not able to give, when the test was drawn."),
    )  # fmt: skip
    ask_second = forms.BooleanField(
        label=_("They put no initials: ask a second person to agree"), required=False
    )


class DiscussionForm(ActionForm):
    """The talk about a result."""

    client_account = forms.ChoiceField(
        label=_("How does the client see it?"),
        choices=list(words.ACCOUNTS.items()),
        widget=forms.RadioSelect,
    )
    discussion = forms.CharField(
        label=_("What was said and agreed"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
        help_text=_("For example an extra session, a look at the plan or at a medicine."),
    )
    unconfirmed_reason = forms.CharField(
        label=_("If it is disputed and not sent for confirmation: why?"),
        max_length=200,
        required=False,
    )


class OrderForm(ActionForm):
    """A test with a reason, seconded by somebody else."""

    cause = forms.CharField(
        label=_("What did you see?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=200,
    )  # fmt: skip
    seconded_by = forms.ChoiceField(label=_("Who agrees?"))
    panel = forms.MultipleChoiceField(
        label=_("Test for"),
        required=False,
        choices=[(code, words.analyte(code)) for code in KNOWN_ANALYTES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave empty for the client's own panel."),
    )

    def __init__(self, *args: Any, workers: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["seconded_by"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(worker.pk), worker.name) for worker in workers]
