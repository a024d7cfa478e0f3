"""Ten short songs of known beats for the tests of the importer, played by the score's sampler (MuseScore General, MIT).

The tunes are made up here and free for any use. Each clip has its beats and the beginnings of all its notes beside it.
"""
