"""Who was in the room, by minutes."""
