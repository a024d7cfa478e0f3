"""Films of replays: the pictures of the game and its sound, frame by frame and sample by sample, without a window."""
