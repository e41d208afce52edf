"""Who is on duty whenever clients are on site."""
