"""What the exercises' views share: the base classes, props and feedback."""
