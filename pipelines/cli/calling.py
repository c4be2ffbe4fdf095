"""How to call a command of this installation from the shell that runs it.

What belongs here: names of commands as messages print them. What does not: what the messages say.
"""
import os
import shlex
import shutil
import sysconfig
from pathlib import Path


def callable_as(command: str) -> str:
    """`communique` where the shell finds this installation's own, else its path: `.venv/bin/communique`.

    `make data` installs into a virtual environment that nobody has activated yet.
    """
    scripts = Path(sysconfig.get_path("scripts"))
    found = shutil.which(command)
    on_path = found is not None and Path(found).parent.resolve() == scripts.resolve()
    if on_path or not (scripts / command).exists():
        return command
    here = Path.cwd()
    return shlex.quote(os.path.relpath(scripts / command, here) if scripts.is_relative_to(here) else str(scripts / command))
