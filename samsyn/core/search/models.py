"""The index: documents with their analysed text, and the words that a misspelling may have meant."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.personal.interface import classes


class SearchCell(models.Model):
    """What documents have in common that decides who finds them and where they are counted.

    `scope` says who: see `scopes.py`. A query of the index knows its cells by their numbers, which is quick to compare.
    """

    collaboration_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    scope = models.CharField(max_length=60)
    is_ended = models.BooleanField(default=False)
    personal_data = classes(none="id collaboration_id kind scope is_ended")

    class Meta:
        verbose_name = _("cell of the search index")
        verbose_name_plural = _("cells of the search index")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration_id", "kind", "scope", "is_ended"], name="search_cell_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.scope}"


class SearchDocument(models.Model):
    """Something that can be found, once for each collaboration that may find it.

    The rows are kept small, because counting the hits of a frequent word reads all of
    them: that is why the text stands in a table of its own, `SearchText`.
    """

    cell = models.ForeignKey(SearchCell, on_delete=models.PROTECT, related_name="+", db_index=False)
    collaboration_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=80)
    updated = models.DateTimeField()
    is_example = models.BooleanField(default=False)
    area = models.CharField(max_length=40, blank=True)
    year = models.PositiveSmallIntegerField()
    personal_data = classes(none="id cell collaboration_id kind key updated is_example area year")

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration_id", "kind", "key"], name="search_document_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class SearchText(models.Model):
    """What a document says, and the same as tokens.

    Beside the tokens stands the database's own full-text index, made by migrations 0003 and 0009: an FTS5 table kept by
    triggers, or three vectors of the document: of its title, of its words, and of all its tokens.
    """

    document = models.OneToOneField(
        SearchDocument, primary_key=True, on_delete=models.CASCADE, related_name="text"
    )
    url = models.CharField(max_length=400)
    title = models.TextField()
    body = models.TextField(blank=True)
    title_tokens = models.TextField(blank=True)
    body_tokens = models.TextField(blank=True)
    part_tokens = models.TextField(blank=True)
    personal_data = classes(none="document url title body title_tokens body_tokens part_tokens")

    class Meta:
        verbose_name = _("search text")
        verbose_name_plural = _("search texts")

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word that documents of one scope use, as written. Suggestions come from words of the reader's own scopes only."""

    collaboration_id = models.BigIntegerField()
    scope = models.CharField(max_length=60)
    word = models.CharField(max_length=60)
    length = models.PositiveSmallIntegerField()
    documents = models.IntegerField()
    personal_data = classes(none="id collaboration_id scope word length documents")

    class Meta:
        verbose_name = _("search word")
        verbose_name_plural = _("search words")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration_id", "scope", "length", "word"], name="search_word_once"
            ),
        ]

    def __str__(self) -> str:
        return self.word


class SearchState(models.Model):
    """Of what program a collaboration's index was written: another one may see other words in the same texts."""

    collaboration_id = models.BigIntegerField(unique=True)
    written_by = models.CharField(max_length=64)
    personal_data = classes(none="id collaboration_id written_by")

    class Meta:
        verbose_name = _("state of the search index")
        verbose_name_plural = _("states of the search index")

    def __str__(self) -> str:
        return self.written_by
