"""What the pages of one's own account need: tabs, passkey tasks, and the demo's accounts."""

from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from homeward.accounts.models import Account
from homeward.core.component_tags.surfaces import tabs
from homeward.core.components import Tab

register = template.Library()
PASSKEY_SCRIPTS = (
    "mfa/js/webauthn-json.js",
    "mfa/js/webauthn.js",
    "account/js/onload.js",
    "accounts/js/passkeys.js",
)
BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
DEVICES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS", "Mac"),
    ("Windows", "Windows"), ("Linux", "Linux"),
)  # fmt: skip


@register.inclusion_tag("accounts/_demo_accounts.html")
def demo_accounts() -> dict[str, Any]:
    """One account for each role, with the password they all share."""
    if not settings.IS_DEMO:
        return {"accounts": []}
    named = Account.objects.filter(is_demo=True, is_active=True, demo_label__gt="")
    return {"accounts": list(named.order_by("demo_position", "username"))}


@register.simple_tag(takes_context=True)
def account_tabs(context: dict[str, Any]) -> SafeString:
    """The three parts of one's own account, the present one marked."""
    path = context["request"].path
    parts = (
        (_("Second factor"), "mfa_index"),
        (_("Password"), "account_change_password"),
        (_("Where you are signed in"), "usersessions_list"),
    )
    made = [Tab(label, reverse(name), path == reverse(name)) for label, name in parts]
    return tabs(made, _("Your account"))


@register.simple_tag(takes_context=True)
def passkey_scripts(context: dict[str, Any]) -> SafeString:
    """The scripts of a passkey page, carrying the nonce of this response."""
    nonce = getattr(context.get("request"), "csp_nonce", "") or ""
    return format_html_join(
        "\n", '<script src="{}" nonce="{}"></script>', ((static(p), nonce) for p in PASSKEY_SCRIPTS)
    )


@register.simple_tag
def passkey_task(form: str, **ids: str) -> SafeString:
    """What the scripts do on this page, as data; and the place where a failure is said."""
    task = json_script({"ids": ids})
    task = SafeString(
        task.replace("<script ", f'<script data-allauth-onload="allauth.webauthn.forms.{form}" ', 1)
    )
    words = _("That did not work. Try once more, or use another way to sign in.")
    place = format_html(
        '<p class="field__error" role="alert" tabindex="-1" data-passkey-words="{}" hidden></p>',
        words,
    )
    return task + place


@register.simple_tag
def passkey_needs_scripts() -> SafeString:
    """Said where scripts are off: a passkey cannot work without them."""
    return format_html(
        "<noscript><p>{}</p></noscript>", _("Passkeys need scripts in this browser.")
    )


@register.simple_tag
def way_words(way: dict[str, Any]) -> str:
    """Another way to show that it is you, in our words."""
    words = {
        "reauthenticate": _("With your password"),
        "mfa_reauthenticate": _("With a code"),
        "mfa_reauthenticate:webauthn": _("With your passkey"),
    }
    return words.get(way.get("id", ""), str(way.get("description", "")))


@register.simple_tag
def browser_words(user_agent: str) -> str:
    """A browser and its device as people call them."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), _("Another browser"))
    device = next((name for sign, name in DEVICES if sign in user_agent), "")
    return (
        _("%(browser)s on %(device)s") % {"browser": browser, "device": device}
        if device
        else browser
    )
