"""Pages in several languages: addresses, the switcher, what follows the source, what must not go live."""
