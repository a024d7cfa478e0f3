"""The composition root: builds the object graph of everything with a window."""
