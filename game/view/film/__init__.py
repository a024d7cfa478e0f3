"""The film print that lies over every picture, and the context that views draw with."""
