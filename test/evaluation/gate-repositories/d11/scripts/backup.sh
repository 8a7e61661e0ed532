#!/bin/sh
# copies $SOURCE to ${TARGET:-/backup}
set -eu
rsync -a "$SOURCE" "${TARGET:-/backup}"
