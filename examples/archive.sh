#!/bin/sh
# An archive: read a folder of pages into one file of records, and check it.
set -e
records=$(mktemp -d)
nizkorcite read examples/putin-tajikistan.html examples/putin-tajikistan.txt -o "$records/all.jsonl"
nizkorcite validate "$records"
echo "$(wc -l < "$records/all.jsonl" | tr -d ' ') records are valid"
rm -r "$records"
