"""A package under src/."""
