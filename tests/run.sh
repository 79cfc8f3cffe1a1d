#!/bin/bash
# Runs every test with real servers around it. Arguments go to `cargo test`.
#
# As root on Debian it installs what is missing; elsewhere it says, a line each, what to install. PostgreSQL is a
# private one in a throw-away folder; the SMTP servers and Chromium are started by the tests that use them.
# `cargo test` alone works too: it skips what needs a server, and STYRINGSRAD_TEST_ALL=1 makes it fail instead.
set -euo pipefail
cd "$(dirname "$0")/.."

PYPDF=7.1.1
# The whole browser, whose viewer shows PDFs, and the shell for all else, which starts in half the time.
export STYRINGSRAD_TEST_CHROMIUM=${STYRINGSRAD_TEST_CHROMIUM:-/usr/bin/chromium}
export STYRINGSRAD_TEST_HEADLESS=${STYRINGSRAD_TEST_HEADLESS:-/usr/bin/chromium-headless-shell}

# Fills `missing` and `packages` with what the machine lacks.
look_around() {
  missing=() packages=()
  need "a C compiler" gcc command -v cc
  need "make" make command -v make
  need "perl" perl command -v perl
  need "openssl" openssl command -v openssl
  need "PostgreSQL" postgresql postgres_is_there
  need "Chromium" chromium test -x "$STYRINGSRAD_TEST_CHROMIUM"
  need "Chromium's headless shell" chromium-headless-shell test -x "$STYRINGSRAD_TEST_HEADLESS"
  need "the SMTP server" python3-aiosmtpd /usr/bin/python3 -c "import aiosmtpd"
  need "the calendar parser" python3-icalendar /usr/bin/python3 -c "import icalendar"
  need "the judges of PDFs" "qpdf poppler-utils" has_judges
  need "pip, which fetches PDFs to test with" python3-pip /usr/bin/python3 -m pip --version
  need "Node.js 20 or newer with npm" "" command -v npm
  need "Rust 1.95 or newer, by rustup" "" command -v cargo
}

# need WHAT PACKAGES TEST…: notes WHAT as missing if TEST fails; PACKAGES are Debian's, or none.
need() {
  local what=$1 from=$2
  shift 2
  "$@" >/dev/null 2>&1 && return
  missing+=("$what${from:+ (Debian: apt-get install $from)}")
  # shellcheck disable=SC2206 # no package is no word
  packages+=($from)
}

has_judges() {
  command -v qpdf && command -v pdftotext
}

postgres_is_there() {
  command -v initdb || ls /usr/lib/postgresql/*/bin/initdb
}

look_around
if [[ ${#packages[@]} -gt 0 && $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
  echo "Installing ${packages[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # A refused download is told below, by what is then still missing.
  (apt-get -qq update && apt-get -qq install --yes --no-install-recommends "${packages[@]}") >/dev/null || true
  look_around
fi
if [[ ${#missing[@]} -gt 0 ]]; then
  printf 'Missing: %s\n' "${missing[@]}" >&2
  exit 1
fi

echo "Installing the test tools of tests/package-lock.json"
npm ci --prefix tests --ignore-scripts --no-audit --no-fund --loglevel=error

servers=$(mktemp -d)
trap 'tests/servers/postgres.sh stop "$servers"' EXIT
trap 'exit 130' INT TERM
echo "Starting a private PostgreSQL in $servers"
STYRINGSRAD_TEST_POSTGRES=$(tests/servers/postgres.sh start "$servers")

# The PDFs that a library for PDFs is tested with, from its source distribution.
echo "Fetching PDFs to test with"
mkdir "$servers/pypdf" "$servers/pdfs"
/usr/bin/python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest "$servers/pypdf" "pypdf==$PYPDF"
tar -xzf "$servers"/pypdf/*.tar.gz -C "$servers/pypdf"
find "$servers/pypdf" -name '*.pdf' -exec cp -t "$servers/pdfs" {} +
export STYRINGSRAD_TEST_PDFS=$servers/pdfs

# Foreign readers of the open data, in a folder of their own; kept for the next run where the list is the same.
python=${STYRINGSRAD_TEST_PYTHON:-$PWD/target/test-python/$(sha256sum tests/open-data/requirements.txt | cut -c1-16)}
if [[ ! -e $python/complete ]]; then
  echo "Fetching the readers of tests/open-data/requirements.txt"
  /usr/bin/python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location --root-user-action=ignore \
    --upgrade --target "$python" --requirement tests/open-data/requirements.txt || {
    echo "Missing: the packages of tests/open-data/requirements.txt (pip could not fetch them; STYRINGSRAD_TEST_PYTHON may name a folder with them)" >&2
    exit 1
  }
  touch "$python/complete"
fi
export STYRINGSRAD_TEST_PYTHON=$python

export STYRINGSRAD_TEST_POSTGRES
export STYRINGSRAD_TEST_SMTP=$PWD/tests/servers/smtp.py
export STYRINGSRAD_TEST_CALENDARS=$PWD/tests/calendars
export STYRINGSRAD_TEST_ALL=1

/usr/bin/python3 tests/servers/check_smtp.py
node tests/browser/check.mjs

# One more than there are cores: tests wait for servers and browsers.
export RUST_TEST_THREADS=${RUST_TEST_THREADS:-$(($(nproc) + 1))}
cargo test --locked "$@"
