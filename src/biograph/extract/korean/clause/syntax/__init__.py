"""A sentence as events with their arguments."""
