"""The pages of equal supervision; thin: query, words, answer."""
