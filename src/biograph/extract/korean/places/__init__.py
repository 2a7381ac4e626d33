"""Names of places, buildings and sites."""
