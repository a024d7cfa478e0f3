"""Where every picture and sound of the game is made from source."""
