"""How facts and pages become a site. One file a concern; README tells the way through them."""
