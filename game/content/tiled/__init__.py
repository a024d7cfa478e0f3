"""Reading Tiled maps, from `xml_files` by `tmx_reader` to `level_reader`. See `../README.md`."""
