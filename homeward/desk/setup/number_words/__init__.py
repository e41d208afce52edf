"""What each program number and each dated document is, in words, by area; the order of the page."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.desk.setup.number_words.care import CARE
from homeward.desk.setup.number_words.documents import CLOCKS, DOCUMENTS, TAGS
from homeward.desk.setup.number_words.planning import PLANNING
from homeward.desk.setup.number_words.watching import WATCHING

__all__ = ["AREAS", "CLOCKS", "DOCUMENTS", "TAGS"]

AREAS: Mapping[str, tuple["str | Promise", Mapping[str, "str | Promise"]]] = MappingProxyType(
    {**CARE, **WATCHING, "planning": (_("Planning the week"), PLANNING)}
)
