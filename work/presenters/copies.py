"""The words of a copy as PDF while it is made, and when it is there."""

from typing import Any

from work.models import PrintedCopy

State = PrintedCopy.State
WORDS = {
    State.WAITING: "Your copy is being made. It takes a few seconds.",
    State.READY: "Your copy is ready.",
    State.FAILED: "Your copy could not be made.",
    State.REMOVED: "This copy was removed: copies are kept for a day. Ask for a new one.",
}


def copy_page(copy: PrintedCopy) -> dict[str, Any]:
    """How far a copy is. The page adds where it lives: `page_url`, `progress_url`, `file_url`, `back_url`, `again_url`."""
    return {
        "copy": copy,
        "sentence": WORDS[State(copy.state)],
        "waiting": copy.state == State.WAITING,
        "ready": copy.state == State.READY,
    }
