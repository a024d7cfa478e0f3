"""The song as sound: stems, their gains and ducking, written ahead of the device."""
