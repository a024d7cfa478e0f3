"""Persistent data: settings (TOML), scores (SQLite), replays, and their paths. Writes are atomic."""
