"""File bytes to documents. Plain text now; each other kind of file is rejected with a reason that says what it needs."""
from pipelines.ingest.folder import list_files, read_folder
from pipelines.ingest.limits import Limits

__all__ = ["Limits", "list_files", "read_folder"]
