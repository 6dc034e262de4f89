"""The admin's first screen: the club's name, and what waits for whoever has logged in."""
