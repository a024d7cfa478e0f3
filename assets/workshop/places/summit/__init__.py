"""The top of the steps: `place.py` describes its planes, the other modules paint them."""
