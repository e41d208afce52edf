"""``{% load components %}``: every component of the design system.

The families live in ``core.component_tags``; this module gathers them under one name.
Each has a live specimen on ``/design/`` and a line in ``docs/design-system.md``.
"""

from django import template

from homeward.core.component_tags import (
    charts,
    controls,
    fields,
    frame,
    keys,
    people,
    reasons,
    schedule,
    surfaces,
    tables,
)

register = template.Library()

FAMILIES = (frame, surfaces, controls, fields, keys, people, tables, schedule, reasons, charts)

for family in FAMILIES:
    register.tags.update(family.register.tags)
    register.filters.update(family.register.filters)
