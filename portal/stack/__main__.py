"""`python -m portal.stack up` and the other commands of the stack."""

import argparse
import os
import sys
from pathlib import Path

from portal.stack import launcher
from portal.stack.errors import StackError
from portal.stack.folder import DataFolder
from portal.stack.process import follow_parent
from portal.stack.services import choose_ports

CHECKOUT = Path(__file__).resolve().parents[2]


def parser() -> argparse.ArgumentParser:
    """The command line."""
    reads = argparse.ArgumentParser(prog="python -m portal.stack", description="Runs the portal on this machine.")
    reads.add_argument("--data", type=Path, default=CHECKOUT / ".data", help="the data folder (default: .data)")
    commands = reads.add_subparsers(dest="command", required=True)
    up = commands.add_parser("up", help="start everything and keep it running until Ctrl-C")
    up.add_argument("--port", type=int, default=8000)
    up.add_argument("--without-demo", action="store_true", help="leave an empty database empty")
    manage = commands.add_parser("manage", help="run one management command")
    manage.add_argument("arguments", nargs=argparse.REMAINDER)
    for name, text in (
        ("backup", "write database and documents into one file"),
        ("restore", "read them back, into an empty portal"),
    ):
        commands.add_parser(name, help=text).add_argument("file", type=Path)
    return reads


def main() -> int:
    """Run the chosen command; a refusal is one sentence on the error output and status 1."""
    chosen = parser().parse_args()
    folder = DataFolder(chosen.data.resolve())
    file = chosen.file.resolve() if "file" in chosen else Path()
    os.chdir(CHECKOUT)
    if os.environ.get("MAKELEVEL"):
        follow_parent()
    try:
        if chosen.command == "up" and not folder.root.exists():
            choose_ports(chosen.port)  # refused before there is a folder that would stay empty
        folder.make()
        if chosen.command == "manage":
            return launcher.run_manage(folder, chosen.arguments)
        if chosen.command == "backup":
            launcher.run_backup(folder, file)
        elif chosen.command == "restore":
            launcher.run_restore(folder, file)
        else:
            launcher.run_up(folder, chosen.port, with_demo=not chosen.without_demo)
    except StackError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return launcher.INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main())
