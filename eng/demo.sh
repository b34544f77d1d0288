# ./build.sh demo: the whole journey on real source code, told as it goes. Any step that fails stops it.
source eng/prerequisites.sh

DEMO_SYMBOL=innerFrom
DEMO_NEW_NAME=observableOf

demo() {
    build
    install_npm_tools eng/demo
    DEMO_HOME=$PWD/eng/demo
    HECK_PROGRAM=$PWD/Heck.Tool/bin/Release/net10.0/dotnet-heck
    TYPESCRIPT=$DEMO_HOME/node_modules/typescript/bin/tsc
    DEMO_SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/heck-demo.XXXXXX")
    trap 'rm -rf "$DEMO_SCRATCH"' EXIT
    lay_out_repository "$DEMO_HOME/node_modules/rxjs"
    cd "$DEMO_SCRATCH/rxjs"
    SECONDS=0

    chapter "The code" "The TypeScript source of rxjs 7.8.2, as npm gives it: $(count_lines) lines in $(count_files) files, in a new git repository."
    run git show --shortstat --format='%h %s'
    fingerprint >"$DEMO_SCRATCH/before"

    chapter "Start" "init writes .heck/ and nothing else; it says what it found."
    run heck init

    chapter "Read everything" "The first index parses every file."
    run heck index
    notice "The second one parses none: what changed is asked as git asks it."
    run heck index

    chapter "Understand" "Declaration, callers, tests and history of one symbol."
    run heck explain "$DEMO_SYMBOL"

    chapter "Does the program type-check?" "TypeScript's own compiler is the judge, before and after."
    run type_check

    chapter "Rename across files" "The result is a patch; the tree has not changed yet."
    rename_symbol

    chapter "Apply" "All files or none, through a journal; every byte outside the edits stays."
    run heck patch apply "$PATCH" --yes
    run git diff --shortstat -- . ':!.heck'
    notice "The compiler agrees:"
    run type_check

    chapter "Roll back" "Byte for byte, modes included."
    run heck patch rollback "$PATCH" --yes
    run same_bytes_as_before
    run git status --short -- . ':!.heck'
    notice "(nothing: git sees no change)"

    chapter "What happened here" "Every operation stands in the run log, each record with the hash of the one before."
    run heck status
    run heck log verify

    printf '\n%sDone in %s s. The repository was in %s and is deleted now.%s\n' "$BOLD" "$SECONDS" "$DEMO_SCRATCH" "$PLAIN"
}

heck() { "$HECK_PROGRAM" "$@"; }

tsc() { node "$TYPESCRIPT" "$@"; }

type_check() { tsc --noEmit --incremental false -p tsconfig.json && echo "no type errors"; }

lay_out_repository() {
    mkdir "$DEMO_SCRATCH/rxjs"
    cp -R "$1/src" "$1/tsconfig.json" "$1/package.json" "$1/LICENSE.txt" "$DEMO_SCRATCH/rxjs"
    (
        cd "$DEMO_SCRATCH/rxjs"
        git init --quiet
        git config core.autocrlf false
        git add --all
        git -c user.name=demo -c user.email=demo@localhost commit --quiet --message "rxjs 7.8.2"
    )
}

rename_symbol() {
    local answer=$DEMO_SCRATCH/rename.json
    run rename_to_file "$answer"
    node "$DEMO_HOME/ledger.mjs" <"$answer"
    PATCH=$(node -p 'JSON.parse(require("fs").readFileSync(0)).payload.patch.id' <"$answer")
    run git status --short -- . ':!.heck'
    notice "(nothing: the tree is unchanged until the patch is applied)"
}

# What the reader is shown instead of the functions above.
typed() {
    case $1 in
        type_check) echo "tsc --noEmit -p tsconfig.json" ;;
        rename_to_file) echo "heck refactor rename $DEMO_SYMBOL $DEMO_NEW_NAME --json > rename.json" ;;
        same_bytes_as_before) echo "sha256sum and mode of every file, compared with those taken at the start" ;;
        *) echo "$*" ;;
    esac
}

rename_to_file() { heck refactor rename "$DEMO_SYMBOL" "$DEMO_NEW_NAME" --json >"$1" || { cat "$1"; return 1; }; }

same_bytes_as_before() {
    fingerprint | diff "$DEMO_SCRATCH/before" - && echo "$(user_files -print | wc -l) files: same bytes, same modes"
}

# Mode, hash and name of every file that is the user's.
fingerprint() {
    user_files -printf '%m %p\n' | sort
    user_files -print0 | sort -z | xargs -0 sha256sum
}

user_files() { find . \( -path ./.git -o -path ./.heck \) -prune -o -type f "$@"; }

# A list of sixty files says no more than its first and last.
head_and_tail() {
    awk -v most=40 -v first=12 '{ line[NR] = $0 } END {
        for (i = 1; i <= NR; i++) {
            if (NR > most && i == first) { print "  … " NR - first - 1 " more lines"; i = NR - 2 } else print line[i]
        }
    }'
}

count_lines() { find src -name '*.ts' -exec cat {} + | wc -l; }
count_files() { find src -name '*.ts' | wc -l; }

# Colours only for a terminal.
BOLD="" DIM="" PLAIN=""
[ ! -t 1 ] || BOLD=$'\e[1m' DIM=$'\e[2m' PLAIN=$'\e[0m'

chapter() { printf '\n%s%s%s\n%s\n' "$BOLD" "$1" "$PLAIN" "$2"; }
notice() { printf '%s\n' "$1"; }

# Shows the command as it would be typed, runs it, and tells its time.
run() {
    local start end
    printf '\n%s$ %s%s\n' "$BOLD" "$(typed "$@")" "$PLAIN"
    start=$(date +%s%N)
    "$@" | head_and_tail || fail "The demo stops at: $(typed "$@")"
    end=$(date +%s%N)
    printf '%s(%d.%02d s)%s\n' "$DIM" $(((end - start) / 1000000000)) $(((end - start) / 10000000 % 100)) "$PLAIN"
}
