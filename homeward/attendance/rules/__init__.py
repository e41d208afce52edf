"""Pure decisions about who was in the room and for how long."""
