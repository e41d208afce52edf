"""Decisions of the incidents room, without a database."""
