from foundation.exports import Column, Table, csv_download, xlsx_download

TABLE = Table("Contacts by month 2025/26", (Column("Month"),), [("April",)])


def test_a_csv_download_is_an_attachment_that_nobody_keeps() -> None:
    response = csv_download(TABLE)
    assert response["Content-Disposition"] == 'attachment; filename="contacts-by-month-202526.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_workbook_download_is_named_after_its_first_table() -> None:
    response = xlsx_download(TABLE)
    assert response["Content-Disposition"] == 'attachment; filename="contacts-by-month-202526.xlsx"'
    assert response.content.startswith(b"PK")
