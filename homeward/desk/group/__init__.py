"""The group room: who is here, what each did, and the signatures."""
