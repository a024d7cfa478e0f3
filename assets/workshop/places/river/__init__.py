"""The river bank: `place.py` describes its planes, the other modules paint them."""
