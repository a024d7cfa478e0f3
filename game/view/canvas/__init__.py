"""What every picture is measured and drawn with: lens, camera, composite layers, light, particles, the event log."""
