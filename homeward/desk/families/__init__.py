"""The families room of the desk: what people tell the team, nights, and who is beside a client."""
