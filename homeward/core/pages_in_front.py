"""Pages of clients that ask over the app's own login, each with why (`homeward check`)."""

SIGNING_IN = "what one signs in with, and no record"
MARKS_READ = "opening a conversation writes down that it was read"
JOINS = "joining a session from afar writes that somebody came"
BY_ADDRESS = "whoever holds the secret address, signed in or not"
OWN_ACCOUNT = "whether one's own account has a password; accounts stay closed whole"
A_NUMBER = "what a number said is kept by the number's digest, not by the person"
# Pages a client may read that ask over the app's own login, by the name of their route.
IN_FRONT: dict[str, str] = {
    "account_change_password": SIGNING_IN,
    "account_lock": SIGNING_IN,
    "account_reauthenticate": SIGNING_IN,
    "account_set_password": SIGNING_IN,
    "door:again": SIGNING_IN,
    "mfa_activate_totp": SIGNING_IN,
    "mfa_add_webauthn": SIGNING_IN,
    "mfa_deactivate_totp": SIGNING_IN,
    "mfa_download_recovery_codes": SIGNING_IN,
    "mfa_edit_webauthn": SIGNING_IN,
    "mfa_generate_recovery_codes": SIGNING_IN,
    "mfa_index": SIGNING_IN,
    "mfa_list_webauthn": SIGNING_IN,
    "mfa_reauthenticate": SIGNING_IN,
    "mfa_reauthenticate_webauthn": SIGNING_IN,
    "mfa_remove_webauthn": SIGNING_IN,
    "mfa_view_recovery_codes": SIGNING_IN,
    "portal:by_link": BY_ADDRESS,
    "portal:devices": OWN_ACCOUNT,
    "portal:feed": BY_ADDRESS,
    "portal:join": JOINS,
    "portal:link_paper": BY_ADDRESS,
    "portal:link_papers": BY_ADDRESS,
    "portal:messages": MARKS_READ,
    "portal:messages_to": MARKS_READ,
    "portal:reach": A_NUMBER,
    "usersessions_list": SIGNING_IN,
}
