"""The menus: title, main menu, practice, scores, settings, remapping, calibration, initials and results."""
