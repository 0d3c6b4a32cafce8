#!/bin/sh
# Make this checkout ready: system packages, .venv, pinned dependencies, translations.
#
#   sh setup.sh run     what the program needs
#   sh setup.sh test    that, and what the tests and checks need
#
# A second call finds its stamp and returns at once, without the network.
set -eu
cd "$(dirname "$0")"

level=${1:-test}
case $level in
    run) requirements=requirements.txt ;;
    test) requirements=requirements-dev.txt ;;
    *) echo "setup.sh: say 'run' or 'test', not '$level'." >&2; exit 2 ;;
esac

wanted=

tell() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
want() { wanted="$wanted $1"; }

fingerprint() {
    cat setup.sh hatch_build.py pyproject.toml requirements.txt requirements-dev.txt \
        dossier_studio/__init__.py translations/*.ts 2>/dev/null | cksum
}

# --- what is there, and what is wanted -----------------------------------------------------------

find_python() {
    for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if have "$python" \
            && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return
        fi
    done
    stop "Python 3.11 or newer is needed; please install python3, or name one with PYTHON=…"
}

library() { # soname, package that brings it
    "$python" -c "import ctypes; ctypes.CDLL('$1')" 2>/dev/null || want "$2"
}

program() { have "$1" || want "$2"; }

have_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

look() { # names of missing packages into $wanted; a|b means whichever this system calls it
    wanted=
    have_venv || want "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    [ "$(uname)" = Linux ] || return 0
    library libglib-2.0.so.0 'libglib2.0-0t64|libglib2.0-0'
    library libdbus-1.so.3 libdbus-1-3
    library libxkbcommon.so.0 libxkbcommon0
    library libfontconfig.so.1 libfontconfig1
    library libbrotlidec.so.1 libbrotli1
    library libGL.so.1 libgl1
    library libEGL.so.1 libegl1
    library libxcb-cursor.so.0 libxcb-cursor0
    library libxcb-icccm.so.4 libxcb-icccm4
    library libxcb-keysyms.so.1 libxcb-keysyms1
    library libxcb-shape.so.0 libxcb-shape0
    library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    find -L /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
        -name '*.[ot]tf' 2>/dev/null | grep -q . || want fonts-dejavu-core
    [ "$level" = test ] || return 0
    program xvfb-run xvfb
    program xauth xauth
    program qpdf qpdf
    program pdftotext poppler-utils
    program xmllint libxml2-utils
}

# --- system packages -----------------------------------------------------------------------------

as_root() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
    fi </dev/null
}

can_install() { have apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

apt_install() {
    as_root apt-get install -y -qq --no-install-recommends "$@" >build/setup-apt.log 2>&1
}

names() { # one name for each wanted package: the first that apt knows, else the last
    for choice in $wanted; do
        name=${choice##*|}
        for known in $(echo "$choice" | tr '|' ' '); do
            if have apt-cache && apt-cache policy "$known" 2>/dev/null \
                | grep -q 'Candidate: [^(]'; then
                name=$known
                break
            fi
        done
        printf '%s ' "$name"
    done
}

system_packages() {
    look
    [ -n "$wanted" ] || return 0
    if can_install; then
        mkdir -p build
        as_root apt-get update -qq >build/setup-apt.log 2>&1 || true
        packages=$(names)
        tell "system packages: $packages"
        # shellcheck disable=SC2086 # a list of words
        apt_install $packages || for package in $packages; do apt_install "$package" || true; done
        look
        [ -n "$wanted" ] || return 0
    fi
    have_venv || stop "Please install these system packages, then run this again: $(names)"
    tell "Please install these system packages, without which windows or tests may not run: $(names)" >&2
    complete=no
}

# --- Python --------------------------------------------------------------------------------------

environment() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 && return
    tell ".venv with $("$python" --version)"
    "$python" -m venv --clear .venv || stop "Python could not make .venv here."
}

pip_install() {
    .venv/bin/python -m pip install -q --no-input --disable-pip-version-check "$@" </dev/null
}

dependencies() {
    tell "dependencies of $requirements"
    pip_install --require-hashes --only-binary :all: -r "$requirements" \
        || stop "The dependencies could not be installed; is the package index within reach?"
    # Compiles the translations too.
    pip_install --no-build-isolation --no-deps -e . || stop "Dossier Studio could not be installed."
}

complete=yes
now=$(fingerprint)
for stamp in ".venv/.ready-$level" .venv/.ready-test; do
    [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && exit 0
done
find_python
system_packages
environment
dependencies
if [ $complete = yes ]; then echo "$now" >".venv/.ready-$level"; fi
tell "ready"
