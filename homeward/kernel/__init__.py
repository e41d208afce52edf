"""Pure vocabulary every floor above may use: no Django, no clock, no I/O."""
