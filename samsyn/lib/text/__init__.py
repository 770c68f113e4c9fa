"""Swedish text for search: words to tokens, compounds to parts, law references to one name, spelling, highlighting.

Plain Python. The lexicon is built by `python -m samsyn.lib.text.lexicon NODE_MODULES TARGET`; without it
`analyser` raises LexiconMissing, which names the command.
"""

from samsyn.lib.text.analysis import STOP_WORDS, AnalysedText, Analyser, Word, analyser
from samsyn.lib.text.highlighting import Highlighter, Part
from samsyn.lib.text.known_words import LexiconMissing
from samsyn.lib.text.law import LawPlace, law_places
from samsyn.lib.text.query import Term, read_query
from samsyn.lib.text.spelling import Vocabulary
from samsyn.lib.text.words import Place, fold, normalised, places

__all__ = [
    "STOP_WORDS",
    "AnalysedText",
    "Analyser",
    "Highlighter",
    "LawPlace",
    "LexiconMissing",
    "Part",
    "Place",
    "Term",
    "Vocabulary",
    "Word",
    "analyser",
    "fold",
    "law_places",
    "normalised",
    "places",
    "read_query",
]
