"""From bytes to the records in them."""
