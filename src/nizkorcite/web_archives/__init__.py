"""Collections of captures: WARC, ARC and WACZ files of many pages, read into records."""
