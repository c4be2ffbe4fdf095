#!/bin/sh
# Resolves pyproject.toml into lock files with hashes for every platform and for every Python from 3.11 on.
# They name no download host: pip takes the packages from wherever it is set up to take them.
#   requirements.lock            what runs               requirements-browser.lock   what `make test-ui` needs besides the latter
#   requirements-dev.lock        that, and the tools     deploy/requirements.lock    what the image needs besides the first
#   requirements-bench.lock      what `make bench` needs besides the first
set -eu
cd "$(dirname "$0")/.."
options="--universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-strip-extras --quiet"
# The build backend is locked too, so that installing the project itself downloads nothing unpinned.
echo "setuptools>=77" | uv pip compile $options --output-file requirements.lock pyproject.toml -
echo "setuptools>=77" | uv pip compile $options --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml -

# An extra's lock file without what the lock file beside it holds already: extra, base, target.
besides() {
  uv pip compile $options --extra "$1" --constraint "$2" --output-file "$3" pyproject.toml
  awk 'NR == FNR { if (/^[a-z0-9]/) base[$0]; next } /^[a-z0-9]/ { new = !($0 in base) } new' "$2" "$3" > "$3.new"
  mv "$3.new" "$3"
}
besides browser requirements-dev.lock requirements-browser.lock
besides deploy requirements.lock deploy/requirements.lock
besides bench requirements.lock requirements-bench.lock

if grep -n '://' requirements.lock requirements-dev.lock requirements-browser.lock requirements-bench.lock deploy/requirements.lock; then
  echo "communique: a lock file names a host" >&2
  exit 1
fi
