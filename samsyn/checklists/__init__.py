"""Question forms from XLSForm: versions, rendering, validation, answers."""
