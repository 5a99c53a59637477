"""
Check schema files of archives that narrow the schema of records (NZ5xx).

A schema must be one of draft 2020-12, and refer only to itself and to the schemas shipped here;
nothing is fetched.
"""
