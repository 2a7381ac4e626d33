"""Names of events, programmes, publications and products."""
