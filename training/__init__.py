"""Teaching the small readers: run by hand with `make readers`, never by the app."""
