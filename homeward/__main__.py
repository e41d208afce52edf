"""`python -m homeward` is the `homeward` command."""

import sys

from homeward.cli.main import main

sys.exit(main())
