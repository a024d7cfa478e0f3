"""The state machine: title, montage, pause, results, scores, settings and the ways between them."""
