"""`bench`: every measurement, one module each. Prints figures only; it applies no thresholds."""
