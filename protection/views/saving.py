"""What a page answers that saves by itself while somebody types into a record that several people write."""

from collections.abc import Callable, Iterable

from django.http import JsonResponse

from foundation.errors import Refused
from protection.forms.minutes import Place, RecordForm

TOO_LONG = "Something is too long. Press Save to see what."
TWICE_BY_ITSELF = "Somebody else wrote into the same part: both texts are kept, and shown at the top once you press Save."


def saved_by_itself(form: RecordForm, write: Callable[[], Iterable[Place]]) -> JsonResponse:
    """Keep what is typed so far. `write` keeps it and gives the texts as they stand then; what is refused is said."""
    if not form.is_valid():
        return JsonResponse({"saved": False, "say": TOO_LONG}, status=409)
    if not form.changed:
        return JsonResponse({"saved": True})
    try:
        stands = list(write())
    except Refused as refused:
        return JsonResponse({"saved": False, "say": refused.sentence}, status=409)
    say = TWICE_BY_ITSELF if form.stands_beside(stands) else ""
    return JsonResponse({"saved": True, "keep": form.now_kept(stands), "say": say})
