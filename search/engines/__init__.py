"""What finds documents: one interface, and the engines behind it."""
