"""Levels of routers."""
