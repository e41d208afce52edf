"""Whether who sits here is who signed in: the password once more, tries counted as at the door."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from homeward.core import limits
from homeward.core.crypto import digest_of

MOST_WRONG = 20  # in an hour, of one account


def refusal_of_password(request: HttpRequest, password: str) -> str:
    """Why the password does not confirm the account of this session; empty when it does.

    Too many wrong ones are held back: an open screen is no place to guess at.
    """
    key = f"password:{digest_of(f'wrong password|{request.user.pk}')[:24]}"
    if limits.counted(key) >= MOST_WRONG:
        return _("Too many tries. Wait an hour, then try again.")
    name = request.user.get_username()
    try:
        account = get_adapter(request).authenticate(request, username=name, password=password)
    except ValidationError as fault:
        return str(fault.message)
    if account is not None and account.pk == request.user.pk:
        return ""
    limits.count(request, key)
    return _("That is not the password of this account. Try again.")
