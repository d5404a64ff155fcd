"""What is packed inside a PDF may end in any byte; looking it over never depends on which."""

import zlib

from foundation.tagged_pdf import check

NEEDED = b"/StructTreeRoot /MarkInfo /Lang /Type /Page "


def packed_with_an_end_like_a_new_line() -> bytes:
    packed = (zlib.compress(NEEDED + str(number).encode()) for number in range(100_000))
    return next(stream for stream in packed if stream.endswith(b"\r"))


def test_a_stream_that_ends_in_a_carriage_return_is_read_whole() -> None:
    stream = packed_with_an_end_like_a_new_line()
    pdf = b"%PDF-1.7\n1 0 obj << /Type /ObjStm >> stream\n" + stream + b"\nendstream endobj\n%%EOF"
    assert check(pdf) == 1
