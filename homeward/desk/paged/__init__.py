"""Being paged: a strip on every staff page while somebody waits."""
