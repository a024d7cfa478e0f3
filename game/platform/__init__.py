"""The edge: window, input devices, audio device, song clock and the frame loop. Only here is the wall clock read."""
