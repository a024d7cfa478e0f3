"""One content problem a file: each check looks at the loaded levels and returns findings."""
