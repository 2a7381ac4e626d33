"""The clause layer: sentences to events, and events to the relations that frames declare."""
