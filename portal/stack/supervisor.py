"""Starts services, keeps them alive with a cap, and stops them tier by tier."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from portal.stack.errors import StackError
from portal.stack.folder import DataFolder
from portal.stack.process import last_lines, spawn, wait_or_kill, wait_until

MOST_STARTS = 5
WITHIN_SECONDS = 60.0
PAUSE_BEFORE_RESTART = 1.0


@dataclass(frozen=True)
class Service:
    """A program that is kept running: how it starts, how it is asked to stop, how one sees that it answers."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    answers: Callable[[], bool] = lambda: True
    stop_signal: signal.Signals = signal.SIGTERM
    orphan_signal: signal.Signals = signal.SIGTERM
    grace: float = 10.0
    ready_within: float = 30.0
    tier: int = 0  # a higher tier is stopped, all its services at once, before a lower one


@dataclass
class Running:
    """A service and its present process."""

    service: Service
    process: subprocess.Popen[bytes]
    started: list[float] = field(default_factory=list)
    restart_at: float | None = None


class Supervisor:
    """Keeps services running until it is told to stop."""

    def __init__(self, folder: DataFolder, say: Callable[[str], None], *, pause: float = PAUSE_BEFORE_RESTART) -> None:
        """Log into the data folder's logs; tell the user through `say`; wait `pause` seconds before a restart."""
        self.folder = folder
        self.say = say
        self.pause = pause
        self.running: list[Running] = []

    def start(self, service: Service) -> None:
        """Start a service without waiting for it."""
        self.running.append(Running(service, self._spawn(service), [time.monotonic()]))

    def start_and_wait(self, service: Service) -> None:
        """Start a service and wait until it answers."""
        self.start(service)
        self.wait_for(service.name)

    def wait_for(self, name: str) -> None:
        """Wait until a started service answers; refuses with the end of its log if it stops or takes too long."""
        running = next(one for one in self.running if one.service.name == name)
        service, log = running.service, self.folder.logs / f"{name}.log"

        def answers() -> bool:
            if running.process.poll() is not None:
                raise StackError(f"{name} stopped at once. The end of {log}:\n{last_lines(log)}")
            return service.answers()

        wait_until(answers, what=name, seconds=service.ready_within, log=log)

    def watch(self, *, until: Callable[[], bool] = lambda: False) -> None:
        """Restart what stops, until told; refuses when a service cannot be kept alive."""
        while not until():
            for running in self.running:
                self._look_after(running)
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop everything, the highest tier first."""
        while self.running:
            highest = max(one.service.tier for one in self.running)
            tier = [one for one in self.running if one.service.tier == highest]
            for running in tier:
                running.process.send_signal(running.service.stop_signal)
            for running in tier:
                wait_or_kill(running.process, running.service.grace)
            self.running = [one for one in self.running if one not in tier]

    def _look_after(self, running: Running) -> None:
        if running.process.poll() is None:
            return
        now = time.monotonic()
        if running.restart_at is None:
            self._clear_away(running)
            self._refuse_if_hopeless(running, now)
            self.say(f"{running.service.name} stopped by itself; starting it again.")
            running.restart_at = now + self.pause
        elif now >= running.restart_at:
            running.process = self._spawn(running.service)
            running.started.append(now)
            running.restart_at = None

    def _refuse_if_hopeless(self, running: Running, now: float) -> None:
        recent = [moment for moment in running.started if now - moment < WITHIN_SECONDS]
        if len(recent) >= MOST_STARTS:
            name = running.service.name
            log = self.folder.logs / f"{name}.log"
            raise StackError(f"{name} stopped {MOST_STARTS} times within a minute. The end of {log}:\n{last_lines(log)}")

    def _clear_away(self, running: Running) -> None:
        """End what a killed process has left of its children, or they would keep its port and its work."""
        try:
            os.killpg(running.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def _spawn(self, service: Service) -> subprocess.Popen[bytes]:
        process = spawn(
            service.command,
            environment=service.environment,
            log=self.folder.logs / f"{service.name}.log",
            orphan_signal=service.orphan_signal,
        )
        self.folder.remember_process(service.name, process.pid)
        return process
