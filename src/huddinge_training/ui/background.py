"""Work off the GUI thread: one job at a time, with progress, cancel, and errors as sentences."""

import logging
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from huddinge_training.errors import ExportCancelledError, TrainingError
from huddinge_training.language import message
from huddinge_training.logs import where

LOG = logging.getLogger(__name__)

Report = Callable[[int, int], None]


class Job(QObject):
    """A running job; its signals arrive in the GUI thread."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal(object)

    def __init__(self, work: Callable[[Report], object]) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()

    def cancel(self) -> None:
        """Asks the job to stop at its next progress report; nothing half is left."""
        self._stop.set()

    def run(self) -> None:
        """Does the work; called in the worker's thread."""
        try:
            self._check_cancelled()
            result = self._work(self._report)
        except ExportCancelledError:
            self.cancelled.emit()
        except TrainingError as error:
            self.failed.emit(error)
        except Exception as error:
            LOG.critical("a job failed: %s", where(error))
            self.failed.emit(
                TrainingError(
                    message(
                        "Something went wrong inside the program. "
                        "The log in the data folder has the details."
                    )
                )
            )
        else:
            self.succeeded.emit(result)
        finally:
            self.ended.emit(self)

    def _report(self, done: int, total: int) -> None:
        self._check_cancelled()
        self.progressed.emit(done, total)

    def _check_cancelled(self) -> None:
        if self._stop.is_set():
            raise ExportCancelledError


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Background(QObject):
    """The one worker; ``close`` waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._jobs: set[Job] = set()
        self._is_closed = False

    def start(self, work: Callable[[Report], object]) -> Job:
        """Starts the work as soon as the caller has connected to the job's signals."""
        job = Job(work)
        self._jobs.add(job)
        job.ended.connect(self._on_job_ended)
        QTimer.singleShot(0, lambda: self._begin(job))
        return job

    def close(self) -> None:
        """Cancels what runs, waits until it has stopped, and begins nothing more."""
        self._is_closed = True
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()

    def _begin(self, job: Job) -> None:
        if not self._is_closed:
            self._pool.start(_Runner(job))

    def _on_job_ended(self, job: Job) -> None:
        """Comes in the GUI thread, so that the jobs are counted in one thread only."""
        self._jobs.discard(job)
