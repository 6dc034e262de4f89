"""Start what docker-compose.yml starts, say where it is, and go on until Control-C: `python -m tests.up`."""

import argparse
import shlex
import signal
import sys
from pathlib import Path

from tests.browser.plant import EDITOR
from tests.config.tracked import ROOT
from tests.services.errors import ServiceMissing
from tests.up.supervisor import Ended, Supervisor
from tests.up.topology import Lent, bring_up

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main(folder, port, lent):
    """Serve until a signal ends it: returns what is wrong, or None where a signal came."""
    supervisor = Supervisor(folder / "log")
    for number in ENDING:
        signal.signal(number, signal.default_int_handler)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        environment = bring_up(supervisor, folder, port, tell=_tell, lent=lent)
        _keep(folder / "environment", environment)
        _tell(f"The site:  https://localhost:{port}/ (its certificate is of its own making)")
        _tell(f"Its admin: https://localhost:{port}/admin/ ({EDITOR[0]} / {EDITOR[1]})")
        _tell(f"Its mail:  {folder / 'inbox/new'}")
        _tell(f"Its logs:  {folder / 'log'}")
        _tell(f"For manage.py: set -a; . {folder / 'environment'}")
        _tell("Ready. Control-C ends everything.")
        supervisor.watch()
    except (Ended, ServiceMissing) as error:
        return f"{error}\nSo everything ends."
    except KeyboardInterrupt:
        return None
    finally:
        # What has begun to end comes to its end: it takes seconds, and is limited.
        for number in ENDING:
            signal.signal(number, signal.SIG_IGN)
        _tell("Ending …")
        supervisor.stop()


def _keep(path, environment):
    """Leave the environment of the site's processes in a file that a shell reads, for commands beside them."""
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={shlex.quote(value)}\n" for name, value in environment.items()))


def _tell(line):
    print(line, flush=True)  # noqa: T201 - this is a command


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.up", description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "var" / "up", help="where all data lie")
    parser.add_argument("--port", type=int, default=8443)
    parser.add_argument("--database", default="", help="a PostgreSQL database that is there, instead of one of its own")
    parser.add_argument("--elasticsearch", default="", help="one that runs already, instead of one of its own")
    given = parser.parse_args()
    sys.exit(main(given.folder, given.port, Lent(given.database, given.elasticsearch)))
