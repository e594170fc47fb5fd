"""How facts and pages become a site. One file a concern; DEVELOPING.md tells the way through them."""
