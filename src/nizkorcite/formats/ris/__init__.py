"""RIS, the exchange format of reference managers."""
