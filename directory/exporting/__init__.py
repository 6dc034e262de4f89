"""The full export for administrators: every profile with all that `import_profiles` reads back without a difference."""
