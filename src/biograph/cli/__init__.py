"""The command line: `main` runs a command and turns every user's mistake into one line and an exit code.

Exit codes: 0 done; 1 done, but something is wrong with what was read (a source failed, a check found violations);
2 could not be done; 130 interrupted.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from biograph.cli import agents, asking, building, importing, judging, publishing, querying, serving, showing
from biograph.errors import BiographError

COMMANDS = (
    ("Start here", (building.demo, building.build)),
    ("Ask", (querying.query, asking.brokers, asking.why)),
    ("Show", (showing.page, showing.report, showing.export)),
    ("Give to others", (serving.serve, agents.mcp, publishing.publish)),
    ("Judge", (importing.import_, judging.check, judging.evaluate, building.extract, judging.ontology)),
)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Sections(click.Group):
    """A group whose help lists the commands by what they are for."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(len(command.name or "") for _, commands in COMMANDS for command in commands)
        for title, commands in COMMANDS:
            with formatter.section(title):
                rows = [((c.name or "").ljust(width), c.get_short_help_str(formatter.width)) for c in commands]
                formatter.write_dl(rows)


@click.group(cls=Sections, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="biograph", message="biograph %(version)s")
@click.option("-v", "--verbose", count=True, help="Say what is being done; twice for details.")
def cli(verbose: int) -> None:
    """Turn bio-industry news into a knowledge graph in which every fact shows the sentence that states it."""
    # what libraries warn of helps only those who asked; our own warnings are for everyone
    foreign, own, form = (
        (logging.ERROR, logging.WARNING, "biograph: %(message)s"),
        (logging.WARNING, logging.INFO, "%(name)s: %(message)s"),
        (logging.INFO, logging.DEBUG, "%(name)s: %(message)s"),
    )[min(verbose, 2)]
    logging.basicConfig(level=foreign, format=form, stream=sys.stderr, force=True)
    logging.getLogger("biograph").setLevel(own)


for _, _commands in COMMANDS:
    for _command in _commands:
        cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit with its code."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115  closed (`>&-`): there is none then
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks Hangul must not end the work
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        with cli.make_context("biograph", given) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except BrokenPipeError:
        _write_no_more()  # the reader went away (`| head`): nobody to tell
        return 0
    except OSError as error:
        if error.errno not in _FULL:
            raise
        _write_no_more()
        return _fail(f"cannot write: {os.strerror(error.errno)}", 2)
    except (KeyboardInterrupt, click.Abort):
        return _fail("interrupted", 130)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return 2
    except click.ClickException as error:
        return _fail(_usage(error), 2)
    except BiographError as error:
        return _fail(str(error), error.exit_code)
    return code if isinstance(code, int) else 0


def _write_no_more() -> None:
    """Keep the interpreter from flushing at exit what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage(error: click.ClickException) -> str:
    """The message, with the command whose help says more."""
    context = getattr(error, "ctx", None)
    hint = f" (see {context.command_path} --help)" if context else ""
    return " ".join(error.format_message().split()).rstrip(".") + hint


def _fail(message: str, code: int) -> int:
    print(f"biograph: {message}", file=sys.stderr)
    return code
