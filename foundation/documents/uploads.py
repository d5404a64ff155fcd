"""Receiving an upload: what passes the limit is read from the connection and thrown away, never kept."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class LimitedFileUploadHandler(TemporaryFileUploadHandler):
    """Keeps at most DOCUMENT_MAX_BYTES of a file. A larger one arrives empty, with its true size, and is then refused.

    A temporary folder that is full does not end the request either: `unwritable` on the file says so.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin the next file."""
        super().new_file(*args, **kwargs)
        self._kept = 0
        self._unwritable = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a chunk while the file is within the limit."""
        self._kept += len(raw_data)
        if self._unwritable:
            return
        try:
            if self._kept <= settings.DOCUMENT_MAX_BYTES:
                self.file.write(raw_data)
            elif self.file.tell():
                self._empty()
        except OSError:
            self._unwritable = True
            self._empty()

    def _empty(self) -> None:
        self.file.seek(0)
        self.file.truncate()

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        """Hand over the file with the size that was sent."""
        self.file.seek(0)
        self.file.size = file_size
        self.file.unwritable = self._unwritable  # type: ignore[attr-defined]  # read by foundation.documents.storing
        return self.file
