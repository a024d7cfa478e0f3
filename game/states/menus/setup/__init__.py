"""The screens of settings, keys and calibration."""
