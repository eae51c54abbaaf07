"""What a room is shown beside words: the QR codes, and the signs of the options."""

from huddinge_training.exports.qr_code import QUIET_ZONE, qr_squares
from huddinge_training.exports.vote_signs import VoteSign, letter_of, sign_of

__all__ = ["QUIET_ZONE", "VoteSign", "letter_of", "qr_squares", "sign_of"]
