"""From an opened input to its records, documents and references, and corrections to them."""
