"""Directory, thematic networks, questions and answers."""
