"""Tables with a row for each record, as CSV and as workbooks of Excel (XLSX)."""
