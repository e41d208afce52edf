"""What happened is never changed; what has ended stays as it ended."""

from django.db import migrations

from homeward.audit.sql import frozen_once, never_changed


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_walls"), ("linkage", "0001_initial")]

    operations = [
        never_changed("linkage_needevent"),
        never_changed("linkage_referralstep"),
        never_changed("linkage_transferstep"),
        never_changed("linkage_employercontact"),
        never_changed("linkage_workcheck"),
        frozen_once("linkage_needreferral", "ended_at"),
        frozen_once("linkage_transfer", "ended_at"),
        frozen_once("linkage_outsideappointment", "settled_at"),
        frozen_once("linkage_residencestay", "moved_out_on"),
        frozen_once("linkage_workgoal", "ended_at"),
        frozen_once("linkage_workstart", "ended_on"),
        frozen_once("linkage_milestonechoice", "withdrawn_at"),
    ]
