#!/usr/bin/env python3
"""Set up, build and serve Rancang on this computer. `python3 serve.py` does everything; see --help."""
import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "web"))
sys.dont_write_bytecode = True

from tools import build, server, setup, site  # noqa: E402
from tools.common import Stop, say  # noqa: E402

PORT = 47321  # fixed: a browser keeps plans per address, and the port is part of it


def port_number(text):
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number


def arguments():
    parser = argparse.ArgumentParser(description="Set up, build and serve Rancang on this computer only.")
    parser.add_argument("--port", type=port_number, metavar="N", default=PORT, help=f"serve on another port than {PORT}: another, empty store")
    parser.add_argument("--build", action="store_true", help="build only, do not serve")
    parser.add_argument("--dist", metavar="DIR", help="write the static page for any host into DIR, do not serve")
    parser.add_argument("--setup", nargs="?", const="page", choices=("page", "tests"),
                        help="only install and fetch what a build needs; `--setup tests` also what the tests need")
    parser.add_argument("--offline", action="store_true", help="use no network; say what is missing instead")
    parser.add_argument("--dev", action="store_true", help="without optimisation: builds quicker, runs slower")
    parser.add_argument("--data", metavar="DIR", help="also serve the JSON files of DIR below /data/ (for benchmarks)")
    return parser.parse_args()


def serve(port, table, data):
    if server.is_taken(port):
        raise Stop(f"Port {port} is in use: another serve.py may be running; stop it, or choose another with --port "
                   "(which is another, empty store).")
    running = server.Server(port, server.load(table), data)
    if port != PORT:
        say(f"Note: a browser keeps plans per address. Port {port} is another, empty store than port {PORT}.")
    say(f"Rancang: http://127.0.0.1:{port}/   (Ctrl+C stops it)")
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        say("")
    finally:
        running.server_close()


def main():
    options = arguments()
    setup.prepare(for_tests=options.setup == "tests", offline=options.offline)
    if options.setup:
        return
    data = server.load_data(options.data)
    compiled = build.compile_page("web-debug" if options.dev else "web")
    table = site.make(compiled, quality=5 if options.dev else 11)
    if options.dist:
        say(f"The page is in {site.export(options.dist)}")
    elif not options.build:
        serve(options.port, table, data)


if __name__ == "__main__":
    try:
        main()
    except Stop as reason:
        sys.exit(f"serve.py: {reason}")
    except KeyboardInterrupt:
        sys.exit(130)
