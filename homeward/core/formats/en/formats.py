"""English dates in the order and with the clock that every other page uses.

A record that says 21:01 on one page and 9:01 p.m. on the next makes its reader stop and count.
"""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
SHORT_DATE_FORMAT = "j M Y"
SHORT_DATETIME_FORMAT = "j M Y, H:i"
