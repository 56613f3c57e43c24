"""A small book shop backend."""
