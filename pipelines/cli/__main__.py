"""`python -m pipelines.cli` is the installed command `communique`."""
import sys

from pipelines.cli import main

sys.exit(main())
