"""The packages' own words, completed and bettered: catalogues that stand between the site's and the packages'."""
