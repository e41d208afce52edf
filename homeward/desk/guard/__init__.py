"""Hours: whose week falls short, while it can still be mended."""
