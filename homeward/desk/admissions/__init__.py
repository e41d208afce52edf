"""The way in on the screen: from the first call to an admitted client."""
