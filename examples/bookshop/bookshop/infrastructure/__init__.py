"""Settings, authentication and outgoing calls."""
