"""The list of demo accounts on the sign-in page; empty outside a demo installation."""

from typing import Any

from django import template
from django.conf import settings

from homeward.accounts.models import Account

register = template.Library()


@register.inclusion_tag("accounts/_demo_accounts.html")
def demo_accounts() -> dict[str, Any]:
    """One account for each role, with the password they all share."""
    if not settings.IS_DEMO:
        return {"accounts": []}
    named = Account.objects.filter(is_demo=True, is_active=True, demo_label__gt="")
    return {"accounts": list(named.order_by("demo_position", "username"))}
