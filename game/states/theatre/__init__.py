"""The theatre: replays are watched, sought and laid beside another."""
