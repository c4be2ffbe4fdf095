#!/bin/sh
# Resolves pyproject.toml into two lock files with hashes for every platform and for every Python from 3.11 on.
# They name no download host: pip takes the packages from wherever it is set up to take them.
set -eu
cd "$(dirname "$0")/.."
options="--universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-strip-extras --quiet"
# The build backend is locked too, so that installing the project itself downloads nothing unpinned.
echo "setuptools>=77" | uv pip compile $options --output-file requirements.lock pyproject.toml -
echo "setuptools>=77" | uv pip compile $options --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml -
if grep -n '://' requirements.lock requirements-dev.lock; then
  echo "communique: a lock file names a host" >&2
  exit 1
fi
