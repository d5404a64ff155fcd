"""What reviews ask of agencies."""

from reviews.death_requests import DEATH_REQUESTS

REQUESTS = (*DEATH_REQUESTS,)
