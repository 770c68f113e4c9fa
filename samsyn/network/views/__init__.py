"""Views of questions, networks and the directory."""
