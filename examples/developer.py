"""A developer: read a page, look at its layers and their evidence, and cite it."""

from pathlib import Path

import nizkorcite as nz

reading = nz.read(Path(__file__).parent / "putin-tajikistan.html")
document = reading.document

print(document.original.publishers[0].name, document.original.date)
if document.republication:
    print(document.republication.publishers[0].name, document.republication.date)
for pointer, evidence in reading.evidence.items():
    if evidence.line:
        print(f"{pointer}: line {evidence.line}, {evidence.rule}")
print(nz.cite(document, "apa"))
assert nz.from_record(nz.to_record(document)) == document
