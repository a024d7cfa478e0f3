"""The exercises, one folder each: `rules.py` (pure) and `view.py`. `manifest.py` lists them; see README.md."""
