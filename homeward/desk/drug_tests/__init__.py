"""Drug testing: today's draw, one test from told to discussed, a client's tests."""
