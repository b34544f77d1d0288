#!/usr/bin/env bash
# Fetches real source code for the benchmarks: npm and Debian packages, about a million lines in five languages.
# usage: bench/corpora.sh [DIR]      DIR is artifacts/corpora when not given; what is there already is kept
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
corpora=$(realpath -m "${1:-artifacts/corpora}")
mkdir -p "$corpora"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# corpus NAME COMMAND...: runs COMMAND with the folder to fill, once, and makes it a git repository, since heck asks git what belongs to it.
corpus() {
    local name=$1 folder=$corpora/$1
    [ -d "$folder/.git" ] && return
    echo "fetching $name"
    rm -rf "$folder" && mkdir -p "$folder"
    "${@:2}" "$folder"
    git -C "$folder" init -q
    git -C "$folder" add -A -f
    git -C "$folder" -c user.name=bench -c user.email=bench@example.invalid -c gc.auto=0 commit -q -m corpus
}

copy_to() { tar --null --dereference -cf - -T - | tar -xf - -C "$1"; }

npm_packages() {
    if [ ! -d "$scratch/node_modules" ]; then
        echo '{}' > "$scratch/package.json"
        (cd "$scratch" && npm install --ignore-scripts --no-audit --no-fund --loglevel=error rxjs@7.8.2 zod@4.6.7 viem@2.57.20 effect@4.1.0 three@0.187.0 > /dev/null)
    fi
}

# from_npm 'PACKAGE...' EXTENSION FOLDER: the package's own files; declarations and bundles are not source code.
from_npm() {
    npm_packages
    local package
    for package in $1; do
        (cd "$scratch/node_modules" && find "$package" -name "*.$2" ! -name '*.d.ts' ! -path '*/node_modules/*/node_modules/*' ! -path '*/build/*' ! -path '*/dist/*' ! -name '*.min.js' ! -path '*/_cjs/*' ! -path '*/_esm/*' -print0 | copy_to "$3")
    done
}

from_debian_folder() {
    [ -d "$2" ] || { echo "missing $2: apt-get install -y $1" >&2; exit 3; }
    (cd "$2" && find -L . -name "*.$3" ! -path '*/dist-packages/*' ! -path '*/testdata/*' ! -path './cmd/*' ! -path '*/vendor/*' -print0 | copy_to "$4")
}

# Debian's sources, by the machine's own package configuration with deb-src for deb; nothing of the machine is changed.
from_debian_source() {
    mkdir -p "$scratch/parts" "$scratch/lists/partial"
    sed -s 's/^Types: deb$/Types: deb-src/; s/^deb /deb-src /' /etc/apt/sources.list.d/debian.sources > "$scratch/parts/debian.sources"
    local options=(-qq -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$scratch/parts" -o "Dir::State::lists=$scratch/lists" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" update
    (cd "$scratch" && apt-get "${options[@]}" source --download-only --tar-only $1 > /dev/null)
    local archive
    for archive in "$scratch"/*.orig.tar.*; do tar -xf "$archive" -C "$scratch" && rm "$archive"; done
    (cd "$scratch" && find . -name '*.cs' ! -path './node_modules/*' -print0 | copy_to "$2")
}

corpus rxjs       from_npm rxjs ts                      #  20 k lines of TypeScript
corpus typescript from_npm 'rxjs zod viem' ts           # 280 k lines of TypeScript
corpus effect     from_npm effect ts                    # 520 k lines, 21 MB
corpus javascript from_npm three js
corpus python     from_debian_folder python3 /usr/lib/python3.11 py
corpus go         from_debian_folder golang-src /usr/share/go-1.19/src go
corpus csharp     from_debian_source 'keepass2 dnlib nunit'

for folder in "$corpora"/*/; do
    name=$(basename "$folder")
    find "$folder" -path '*/.git' -prune -o -path '*/.heck' -prune -o -type f \( -name '*.ts' -o -name '*.js' -o -name '*.py' -o -name '*.go' -o -name '*.cs' \) -print | sort > "$corpora/$name.list"
    printf '%-12s %6d files %9d lines %7.1f MB\n' "$name" "$(wc -l < "$corpora/$name.list")" \
        "$(tr '\n' '\0' < "$corpora/$name.list" | xargs -0 cat | wc -l)" "$(tr '\n' '\0' < "$corpora/$name.list" | xargs -0 cat | wc -c | awk '{print $1/1e6}')"
done
