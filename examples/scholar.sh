#!/bin/sh
# A scholar: cite a saved page in three ways, and add the address that it lacks.
set -e
page=examples/putin-tajikistan.html
nizkorcite cite "$page"
nizkorcite cite --style plain "$page"
nizkorcite cite --style bibtex --url https://example.org/putin.html "$page"
