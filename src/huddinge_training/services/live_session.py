"""The session that is going on, in memory: what phones and the facilitator's window share.

Everything goes through one lock. Nothing here touches the database or Qt, so that the phone
server's thread may call it; what has to be kept is written by ``GroupSessions``.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from huddinge_training.domain.ballot import Stage
from huddinge_training.domain.group_plan import StepKind
from huddinge_training.domain.group_session import GroupSession
from huddinge_training.domain.scenario import OptionId, Scenario
from huddinge_training.errors import SessionError
from huddinge_training.language import message

Result = TypeVar("Result")

TOKEN_BYTES = 24  # 192 bits
CODE_DIGITS = 6
CHECK_IN_DIGITS = 4


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What a phone shows now; ``version`` grows with every change that phones can see.

    ``stage`` is that of the step's vote; ``vote_id`` names the voting while it is open, another
    one each time that it is opened.
    """

    version: int
    step: StepKind
    case: int | None
    scenario: Scenario | None
    is_open: bool
    own_vote: OptionId | None
    is_over: bool
    stage: Stage | None = None
    vote_id: str = ""


@dataclass(frozen=True, slots=True)
class RoomNumbers:
    """The numbers that everybody may see, of which the facilitator's window makes its line."""

    phones: int
    people: int
    voted: int
    stage: Stage | None


class LiveSession:
    """One session with its code; made when it starts and closed when it ends."""

    def __init__(self, session: GroupSession) -> None:
        self._session = session
        self._lock = Lock()
        self._version = 0
        self._listeners: list[Callable[[], None]] = []
        self._is_over = False
        self.code = _digits(CODE_DIGITS)
        self._check_in_code = _digits(CHECK_IN_DIGITS)
        self._former_check_in_code = self._check_in_code
        self._token_key = secrets.token_bytes(TOKEN_BYTES)

    # --- For the facilitator ----------------------------------------------------------------

    def act(self, action: Callable[[GroupSession], Result]) -> Result:
        """Does a step of the facilitator and tells the phones; SessionError passes through."""
        with self._lock:
            result = action(self._session)
            self._version += 1
        self._tell()
        return result

    def look(self, question: Callable[[GroupSession], Result]) -> Result:
        """Reads something of the session; the answer must not be changed afterwards."""
        with self._lock:
            return question(self._session)

    @property
    def numbers(self) -> RoomNumbers:
        """How many phones, people and votes there are now."""
        with self._lock:
            ballot = self._session.open_ballot or self._session.ballot
            return RoomNumbers(
                phones=self._session.phones,
                people=self._session.people_present,
                voted=ballot.phone_votes + ballot.typed_votes if ballot else 0,
                stage=ballot.stage if ballot else None,
            )

    def renew_check_in_code(self) -> str:
        """Another code for checking in; the one before works until the next one.

        Whoever read it just before it changed has time to write their number.
        """
        with self._lock:
            self._former_check_in_code = self._check_in_code
            while self._check_in_code == self._former_check_in_code:
                self._check_in_code = _digits(CHECK_IN_DIGITS)
            return self._check_in_code

    @property
    def check_in_code(self) -> str:
        """The code that stands beside the door of the attendance list now."""
        with self._lock:
            return self._check_in_code

    def end(self) -> None:
        """Ends the session for all phones; their votes are gone."""
        with self._lock:
            self._is_over = True
            self._version += 1
        self._tell()

    @property
    def is_over(self) -> bool:
        """Whether it has been ended."""
        with self._lock:
            return self._is_over

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Has ``listener`` called, on whatever thread, after each change; returns its end."""
        with self._lock:
            self._listeners.append(listener)

        def stop() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return stop

    # --- For phones ---------------------------------------------------------------------------

    def join(self, code: str, attempt: str = "") -> str:
        """Lets a phone in that knows the code; returns the secret token that is its own.

        Whoever asks again with the same ``attempt``, a secret of the phone's, because no answer
        came gets the same token, and so takes no second seat.
        """
        token = secrets.token_urlsafe(TOKEN_BYTES)
        if attempt:
            token = hmac.new(self._token_key, attempt.encode(), hashlib.sha256).hexdigest()
        with self._lock:
            self._require_going_on()
            if not hmac.compare_digest(code.strip().encode(), self.code.encode()):
                raise SessionError(
                    message("That is not the code. Read it again from the big picture.")
                )
            self._session.take_seat(token)
        self._tell()
        return token

    def view(self, token: str) -> PhoneView:
        """What the phone shows; SessionError for a token that is not of this session."""
        with self._lock:
            self._require_seat(token)
            session = self._session
            ballot = session.open_ballot
            return PhoneView(
                version=self._version,
                step=session.step.kind,
                case=session.step.case,
                scenario=session.scenario,
                is_open=ballot is not None,
                own_vote=ballot.choice_of(token) if ballot else None,
                is_over=self._is_over,
                stage=session.vote_stage,
                vote_id=self._vote_id,
            )

    def vote(self, token: str, option: OptionId, vote_id: str = "") -> None:
        """Takes or changes the phone's vote; SessionError when the voting is not open.

        A ``vote_id`` makes sure that a vote that was long on its way is not counted in another
        voting than it was meant for.
        """
        with self._lock:
            self._require_going_on()
            self._require_seat(token)
            ballot = self._session.open_ballot
            if ballot is None:
                raise SessionError(message("The voting is not open."))
            if vote_id not in ("", self._vote_id):
                raise SessionError(
                    message("That voting has ended. Look at the question and vote again.")
                )
            ballot.cast(token, option)
        self._tell()

    def leave(self, token: str) -> None:
        """Lets the phone go, with its open vote."""
        with self._lock:
            self._session.leave_seat(token)
        self._tell()

    @property
    def version(self) -> int:
        """Grows when phones have something new to show; votes alone do not change it."""
        with self._lock:
            return self._version

    def check_in(self, code: str, employee_number: str, name: str) -> str:
        """Marks somebody as here; knows nothing of phones' tokens. Returns the name to greet."""
        with self._lock:
            self._require_going_on()
            valid = (self._check_in_code, self._former_check_in_code)
            if not any(hmac.compare_digest(code.strip().encode(), v.encode()) for v in valid):
                raise SessionError(
                    message("The code has changed. Read it again and try once more.")
                )
            attendee = self._session.attendance.check_in(employee_number, name)
        self._tell()
        return attendee.name

    @property
    def _vote_id(self) -> str:
        ballot = self._session.open_ballot
        return f"{self._session.place}-{ballot.openings}" if ballot else ""

    def _require_going_on(self) -> None:
        if self._is_over:
            raise SessionError(message("The session is over. Thank you for taking part."))

    def _require_seat(self, token: str) -> None:
        if not self._session.has_seat(token):
            raise SessionError(message("This phone has not joined. Type the code again."))

    def _tell(self) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()


def _digits(count: int) -> str:
    return "".join(str(secrets.randbelow(10)) for _ in range(count))
