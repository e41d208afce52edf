"""Assessment rules: pure. What is asked, what counts as answered, what arrives filled in."""
