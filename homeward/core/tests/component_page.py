"""Rendering components and whole specimen pages without a database."""

from typing import Any

from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from homeward.core.design.views import SCENES, page_of


def render(source: str, **facts: Any) -> str:
    """What a template with the components prints."""
    return Template("{% load i18n components %}" + source).render(Context(facts))


def pages() -> dict[str, str]:
    """Every specimen page, by name; the page of all components is `specimens`."""
    found = {}
    for name, shell in {"specimens": "staff", **SCENES}.items():
        request = RequestFactory().get(f"/design/{name}/")
        found[name] = render_to_string(f"core/design/{name}.html", page_of(shell), request=request)
    return found


def page_with(main: str) -> str:
    """A staff page whose main part is the given HTML."""
    source = "{% extends 'core/page.html' %}{% block main %}{{ main|safe }}{% endblock %}"
    request = RequestFactory().get("/")
    facts = {**page_of("staff"), "main": main, "request": request}
    return Template(source).render(Context(facts))
