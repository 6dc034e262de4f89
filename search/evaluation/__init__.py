"""How good the search is, measured with documents, queries and grades of any origin; no database is asked."""
