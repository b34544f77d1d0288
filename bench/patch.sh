#!/usr/bin/env bash
# Applies a patch of many files beside `git apply` (which is not atomic and syncs nothing) and beside the floor of what syncs cost (replace1.c), in turn, in each folder given.
# usage: bench/patch.sh [FOLDER...]     default: /dev/shm (memory) and artifacts/bench/patch (the disk of the checkout)
# FILES=N (1000), LINES=N (200) of each, ROUNDS=N (5), HECK=PROGRAM (published into artifacts/bench/heck when missing) may be set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source eng/common.sh
require_command cc "a C compiler (the floor is a C program)" "$(apt_install_line gcc libc6-dev)"
out=$PWD/artifacts/bench
heck=${HECK:-$out/heck/dotnet-heck}
files=${FILES:-1000} lines=${LINES:-200} rounds=${ROUNDS:-5}
mkdir -p "$out/patch"
[ $# -gt 0 ] || set -- /dev/shm "$out/patch"
if [ ! -x "$heck" ]; then
    rid=$(dotnet msbuild Heck.Tool -getProperty:NETCoreSdkPortableRuntimeIdentifier)
    dotnet publish Heck.Tool -c Release -r "$rid" "-p:HeckRids=$rid" --self-contained false -o "$out/heck" -v quiet -nologo
fi
cc -O2 -o "$out/pair" bench/pair.c
cc -O2 -pthread -o "$out/replace1" bench/replace1.c

# A repository with so many files in 40 folders, and beside it a diff that changes two lines in each.
make_repository() {
    git init -q "$1/r"
    (
        cd "$1/r"
        awk -v n="$files" -v l="$lines" 'BEGIN { for (i = 0; i < n; i++) { d = "src/m" i % 40; if (i < 40) system("mkdir -p " d); f = d "/f" i ".txt"
            for (j = 0; j < l; j++) print "line " j " of file " i " with some words in it" > f; close(f) } }'
        git add -A
        git -c user.name=bench -c user.email=bench@example.invalid commit -qm one
        find src -type f -exec sed -i -e '3a new' -e "$((lines / 2))s/.*/changed/" {} +
        git diff > ../r.diff
        git checkout -q .
        git ls-files > ../list
    )
}

for folder in "$@"; do
    work=$(mktemp -d "$folder/heck-patch.XXXXXX")
    make_repository "$work"
    cd "$work/r"
    id=$("$heck" patch create ../r.diff --json | sed -n 's/.*"id":"\(p[0-9a-f]*\)".*/\1/p')
    echo "$files files of $lines lines in $folder ($(stat -f -c %T "$folder")): cpu ms, wall ms, peak kB"
    printf '%s patch rollback %s --json >/dev/null 2>&1\ngit checkout -q .\n' "$heck" "$id" > ../before.sh
    names=("git apply" "heck patch apply" "replace1, 1 thread" "replace1, 16 threads" "heck --version")
    i=0
    "$out/pair" "$rounds" -b "sh ../before.sh" \
        "git apply ../r.diff" "$heck patch apply $id --yes --json" "$out/replace1 1 < ../list" "$out/replace1 16 < ../list" "$heck --version" |
        while read -r line; do echo "${names[i]}: $line"; i=$((i + 1)); done
    cd - > /dev/null
    rm -rf "$work"
done
