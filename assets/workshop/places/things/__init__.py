"""Things that several places put into their scenes: goods, street furniture, people, quays, paving."""
