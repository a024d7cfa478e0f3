"""The command `packs`: begins, checks, zips, installs and lists packs, and makes one from a song."""
