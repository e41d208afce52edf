"""Diagnosis codes of the field in words: ICD-10-CM, chapter F10 to F19, as the code set names them.

A code not in this table is shown as it stands, so nothing recorded is hidden.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SUBSTANCES = {
    "F10": gettext_lazy("Alcohol use disorder"),
    "F11": gettext_lazy("Opioid use disorder"),
    "F12": gettext_lazy("Cannabis use disorder"),
    "F13": gettext_lazy("Sedative use disorder"),
    "F14": gettext_lazy("Cocaine use disorder"),
    "F15": gettext_lazy("Stimulant use disorder"),
    "F16": gettext_lazy("Hallucinogen use disorder"),
    "F17": gettext_lazy("Nicotine use disorder"),
    "F18": gettext_lazy("Inhalant use disorder"),
    "F19": gettext_lazy("Other substance use disorder"),
}
SEVERITIES = {
    "10": gettext_lazy("mild"),
    "11": gettext_lazy("mild, in remission"),
    "20": gettext_lazy("moderate or severe"),
    "21": gettext_lazy("moderate or severe, in remission"),
}


def diagnosis_words(code: str) -> str:
    """The words of a code with the code behind them; free text stays as it is."""
    chapter, _point, ending = code.strip().partition(".")
    substance, severity = SUBSTANCES.get(chapter), SEVERITIES.get(ending[:2])
    if substance is None or severity is None:
        return code
    return _("%(substance)s, %(severity)s (%(code)s)") % {
        "substance": substance,
        "severity": severity,
        "code": code,
    }
