"""What is left of runs: results, initials and boards."""
