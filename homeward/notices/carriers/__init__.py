"""Who carries a notice: ports, a local folder, and simulators.

No telephone or mail service is connected by default: notices are written to a folder of this
installation and the screens say so. `settings.NOTICE_CARRIERS` names another carrier a channel.
"""

from homeward.notices.carriers.port import Carrier, Inbound, Outbound, carrier_for, connected

__all__ = ["Carrier", "Inbound", "Outbound", "carrier_for", "connected"]
