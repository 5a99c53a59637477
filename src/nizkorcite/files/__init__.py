"""Files on disk: opening, listing, recognizing and replacing them."""
