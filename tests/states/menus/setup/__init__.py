"""Tests of the screens of settings, keys and calibration."""
