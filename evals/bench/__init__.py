"""How fast and how heavy the app is, each figure beside a named yardstick taken in the same run."""
