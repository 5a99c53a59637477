"""
Check a validator of JSON Schema with the records of this folder, here jsonschema-rs.

    python run.py SCHEMA        SCHEMA is document.schema.json
"""

import json
import sys
from pathlib import Path

import jsonschema_rs

folder = Path(__file__).parent
schema = json.loads(Path(sys.argv[1]).read_text("utf-8"))
validator = jsonschema_rs.Draft202012Validator(schema)

number = different = 0
for name in json.loads((folder / "index.json").read_text("utf-8"))["files"]:
    for test in json.loads((folder / name).read_text("utf-8"))["tests"]:
        number += 1
        if validator.is_valid(test["data"]) != test["valid"]:
            different += 1
            print(f"{name}: {test['data']['id']!r} should be {test['valid']}", file=sys.stderr)
print(f"{number} records, {different} verdicts differ")
sys.exit(bool(different))
