"""What a Dask worker loads first (`--preload`) so that the process its threads ask has the slow rule in it."""
from pipelines.engine import elsewhere

elsewhere.MODULE = "slow_rule"
