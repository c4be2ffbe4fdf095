"""The arguments of every command. Only the standard library is imported here: `communique --help` must be instant."""
import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from pipelines.cli.faults import Fault

DESCRIPTION = "From the texts of diplomacy to tables of events, participants and agreements."
EPILOG = "communique COMMAND --help names the options of a command. To begin: put texts into ./seeds and run communique build."
SEEDS_HELP = "folder with the texts (default: $COMMUNIQUE_SEEDS or ./seeds)"
DATA_HELP = "folder with the releases (default: $COMMUNIQUE_DATA or ./data)"
CACHE_HELP = "folder for what was already read and coded (default: $COMMUNIQUE_CACHE or .cache in the data folder)"
ENGINE_HELP = "auto, serial, processes, processes:4 or dask://HOST:PORT (default: $COMMUNIQUE_ENGINE or auto)"


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as all faults of the command are said."""

    def error(self, message: str) -> NoReturn:
        raise Fault(f"{message} (see {self.prog} --help)", 2)


class Version(argparse.Action):
    """Looked up only when asked for: reading the installed metadata takes longer than all of the parsing."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"communique {version('communique')}")
        parser.exit()


def read(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options of one call. They carry `command`, the name of the module below `pipelines.cli` that runs it. Raises Fault."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _require_command(next((one for one in given if not one.startswith("-")), None), given)
    options, unknown = parser().parse_known_args(given)
    if unknown:
        what = "option" if unknown[0].startswith("-") else "argument"
        raise Fault(f"unknown {what}: {unknown[0]} (see communique {options.command} --help)", 2)
    return options


def _require_command(command: str | None, given: Sequence[str]) -> None:
    """Say it better than argparse where the command is missing or misspelt."""
    if command is None and not given:
        raise Fault(f"no command given, one of: {', '.join(COMMANDS)} (see communique --help)", 2)
    if command is not None and command not in COMMANDS:
        from difflib import get_close_matches

        near = get_close_matches(command, COMMANDS, n=1)
        advice = f"; did you mean {near[0]}?" if near else f", only {', '.join(COMMANDS)}"
        raise Fault(f"no command {command!r}{advice} (see communique --help)", 2)


def parser() -> Parser:
    """Every command with its options; `read` is what to call."""
    top = Parser(prog="communique", description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False)
    top.add_argument("--version", action=Version, nargs=0, help="print the version and stop")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for add in COMMANDS.values():
        add(commands)
    return top


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, description: str) -> Parser:
    return commands.add_parser(name, help=description, description=description, allow_abbrev=False)


def _build(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "build", "read the texts and write a release of the dataset")
    command.add_argument("--seeds", metavar="DIR", help=SEEDS_HELP)
    command.add_argument("--data", metavar="DIR", help=DATA_HELP)
    command.add_argument("--cache", metavar="DIR", help=CACHE_HELP)
    command.add_argument("--engine", metavar="HOW", help=ENGINE_HELP)


def _check(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "check", "validate the published release again: contract, keys, references, evidence, hashes")
    command.add_argument("--data", metavar="DIR", help=DATA_HELP)


def _show(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "show", "print a row by its id, with the words of the text that say so")
    command.add_argument("id", metavar="ID", help="id of a document, segment, event, occasion, participant, agreement or entity")
    command.add_argument("--data", metavar="DIR", help=DATA_HELP)


def _diff(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "diff", "list the rows that differ between two releases")
    command.add_argument("old", metavar="A", help="version or folder of the older release")
    command.add_argument("new", metavar="B", help="version or folder of the newer release; 'curated' is the latest")
    command.add_argument("--summary", action="store_true", help="numbers of rows alone")
    command.add_argument("--data", metavar="DIR", help=DATA_HELP)


def _releases(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "releases", "list the releases, the last written first")
    command.add_argument("--data", metavar="DIR", help=DATA_HELP)


def _prune(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "prune", "delete old releases; the current one and those written last stay")
    command.add_argument("--keep", metavar="N", type=_positive, required=True, help="how many releases stay, the current one among them")
    command.add_argument("--data", metavar="DIR", help=DATA_HELP)


def _positive(told: str) -> int:
    if not told.isdecimal() or int(told) < 1:
        raise argparse.ArgumentTypeError(f"not a number from 1 on: {told}")
    return int(told)


def _docs(commands: "argparse._SubParsersAction[Parser]") -> None:
    _command(commands, "docs", "print the reference of all tables and columns as Markdown")


def _evaluate(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = _command(commands, "evaluate", "score the rules against texts coded by hand")
    command.add_argument("--gold", metavar="DIR", help="folder with the codings (default: tests/accuracy/gold)")
    command.add_argument("--texts", metavar="DIR", help="folder with the coded texts (default: tests/accuracy/texts)")
    command.add_argument("--corpora", metavar="DIR", help="folder with corpora that hold the other texts (default: ../shared/corpora)")
    command.add_argument("--data", metavar="DIR", help="score the release in this folder instead of coding the texts anew")
    command.add_argument("--split", choices=("seen", "held", "all"), default="all", help="texts the rules were made on, others, or both")
    command.add_argument("--errors", action="store_true", help="list every error with its sentence (of held texts only with --split held)")
    command.add_argument("--json", metavar="FILE", help="write the figures to a file as well")
    command.add_argument("--baseline", metavar="FILE", help="figures to compare with (default: baseline.json beside the codings)")
    command.add_argument("--save-baseline", action="store_true", help="make these figures the baseline")
    command.add_argument("--confidence", action="store_true", help="write the precision of every rule on seen texts to the lexicon")
    command.add_argument("--publish", metavar="DIR", help="write accuracy.json to this data folder")


COMMANDS = {
    "build": _build, "check": _check, "show": _show, "diff": _diff, "releases": _releases, "prune": _prune, "docs": _docs,
    "evaluate": _evaluate,
}
