"""Words that several staff pages share."""

from django.utils.translation import gettext_lazy as _

from homeward.kernel.roles import Role

PHASE_CLASSES = {
    "indigo": "orientation",
    "blue": "early",
    "teal": "middle",
    "green": "late",
    "gold": "continuing",
}

ROLES = {
    Role.DIRECTOR: _("program director"),
    Role.SUPERVISOR: _("clinical supervisor"),
    Role.COUNSELOR: _("primary counselor"),
    Role.FAMILY_COUNSELOR: _("family counselor"),
    Role.PHYSICIAN: _("physician"),
    Role.PSYCHOLOGIST: _("psychologist"),
    Role.NURSE: _("nurse"),
    Role.TECHNICIAN: _("chemical dependency technician"),
    Role.ADMISSIONS: _("admissions"),
    Role.FRONT_DESK: _("front desk"),
    Role.BILLING: _("billing and utilization review"),
    Role.PEER: _("peer support"),
    Role.CASE_MANAGER: _("case manager"),
    Role.AUDITOR: _("auditor"),
    Role.ADMIN: _("system administrator"),
}


def role_words(role: Role) -> str:
    """A role in the words the field uses."""
    return str(ROLES.get(role, role.value.replace("_", " ")))


def initials_of(name: str) -> str:
    """First and last initial, as avatars and printed headers show them."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
