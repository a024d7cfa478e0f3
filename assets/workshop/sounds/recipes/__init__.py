"""One dry take of each sound, by where it is heard."""
