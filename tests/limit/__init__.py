"""`make bench`, against the limit: how near the site comes to a page written by hand, and what it costs to make."""
