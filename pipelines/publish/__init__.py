"""From records to a release: tables, validation, bytes, one atomic switch.

`facade.publish` does it all; `facade.prepare` (tables, validated) and `facade.write` (the release) are its two halves, for callers
that report in between. `release.read_release` reads what is published. What does not belong here: making or linking records.

Importing this package alone is cheap; pandas, pyarrow and pandera come with `facade`, `tables`, `validate`, `parquet`.
"""
