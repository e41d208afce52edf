"""What every page must look like, asked of all pages there are."""
