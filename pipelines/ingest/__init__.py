"""Files to documents: texts, web pages, rows of bulk files, all of these packed; other kinds are rejected with a reason that says why.

`inputs_of` and `read_input` are the two halves of `read_folder`: the first finds the texts in a file and is cheap, the second
reads one of them and can be done anywhere, in any order; `stored_once` then looks at all results in their order.
"""
from pipelines.ingest.document import read_input
from pipelines.ingest.files import list_files, settings_files
from pipelines.ingest.folder import inputs_of, read_folder, stored_once, terms_of
from pipelines.ingest.inputs import Input
from pipelines.ingest.limits import Limits
from pipelines.ingest.sources import BadSources
from pipelines.ingest.terms import Terms

__all__ = [
    "BadSources", "Input", "Limits", "Terms", "inputs_of", "list_files", "read_folder", "read_input", "settings_files", "stored_once",
    "terms_of",
]
