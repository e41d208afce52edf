"""The Schedule tab of a client's record: standing seats, coming sessions, attendance."""
