"""Why a need found no place, counted, and what one change would give it one."""
