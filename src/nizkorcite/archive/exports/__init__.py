"""What an archive is exported to: packages that others keep, and what others publish."""
