"""The translation board: one table of what is translated × languages, with what to do next."""
