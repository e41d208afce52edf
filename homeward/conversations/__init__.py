"""Messages between people and their team, with honest hours; and the word that one comes late."""
