"""What is kept between runs: settings (TOML), scores (SQLite), replays and where they lie. Writes are atomic."""
