"""What an archive takes over from another one: from its folder, or a package of it."""
