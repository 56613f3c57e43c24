"""People who order books."""
