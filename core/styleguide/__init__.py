"""The living style guide at /dev/styleguide/: every token and component as it is now. Only where DEBUG is on.

Its own words are for developers, in English; what it shows is in the languages of the site.
"""
