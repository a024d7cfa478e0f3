"""The railroad yard: `place.py` describes its planes, the other modules paint them."""
