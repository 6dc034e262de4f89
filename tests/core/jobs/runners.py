"""Runners that tests can look into."""

from core.jobs.execution import run_job
from core.jobs.runners import Runner


class KeepingRunner(Runner):
    """Keeps what it is handed; `run_all` runs it."""

    def __init__(self):
        self.jobs, self.woken = [], []

    def hand_out(self, jobs):
        self.jobs += jobs
        return jobs

    def wake(self, name, *, queue, times):
        self.woken += [(name, queue)] * times

    def run_all(self):
        jobs, self.jobs = self.jobs, []
        return [run_job(job.pk) for job in jobs]


class AbsentRunner(Runner):
    """Passes nothing on, as when the broker is away."""

    def hand_out(self, jobs):
        return []

    def wake(self, name, *, queue, times):
        pass


class BrokenRunner(AbsentRunner):
    def hand_out(self, jobs):
        raise RuntimeError("A runner must not raise. This one does.")
