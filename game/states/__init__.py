"""The state machine: one state for each screen (title, menus, run, pause, results ...) and the table of screens."""
