"""What docker-compose.yml starts, started without Docker: `make up`."""
