"""One queue for every letter: logged, retried, never sent twice."""
