#!/usr/bin/env bash
# Prints the tables "Start-up and one call" and "Index" of the goals, as ratios of runs taken in turn on this machine.
# usage: bench/run.sh [startup|index] [CORPUS...]     both tables and every corpus but the largest when nothing is given
# CORPORA=DIR (artifacts/corpora) and ROUNDS=N (5) may be set. Wall times mean something on idle cores only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source eng/common.sh
require_command cc "a C compiler (the anchors are C programs)" "$(apt_install_line gcc libc6-dev)"
out=$PWD/artifacts/bench
corpora=$(realpath -m "${CORPORA:-artifacts/corpora}")
rounds=${ROUNDS:-5}
heck=$out/heck/dotnet-heck
mkdir -p "$out"

prepare() {
    [ -d "$corpora/csharp/.git" ] || bench/corpora.sh "$corpora"
    local rid
    rid=$(dotnet msbuild Heck.Tool -getProperty:NETCoreSdkPortableRuntimeIdentifier)
    dotnet publish Heck.Tool -c Release -r "$rid" "-p:HeckRids=$rid" --self-contained false -o "$out/heck" -v quiet -nologo
    dotnet publish bench/bare -c Release -r "$rid" -o "$out/bare" -v quiet -nologo
    cc -O2 -o "$out/pair" bench/pair.c
    build_parse1
    [ -x "$out/npm/node_modules/.bin/ast-grep" ] || npm install --prefix "$out/npm" --ignore-scripts --no-audit --no-fund --loglevel=error @ast-grep/cli@0.51.1 > /dev/null
    sg=$(find "$out/npm/node_modules/@ast-grep" -name ast-grep -type f -perm -u+x -size +1M | head -n 1)
}

# The same sources as the library's, compiled as favourably: optimized, static, not position independent.
build_parse1() {
    [ "$out/parse1" -nt bench/parse1.c ] && return
    local modules=native/node_modules runtime=native/node_modules/tree-sitter/vendor/tree-sitter/lib grammar
    [ -d "$modules" ] || (cd native && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error > /dev/null)
    mkdir -p "$out/obj"
    {
        echo "-I$runtime/src -I$runtime/include $runtime/src/lib.c -o $out/obj/lib.o"
        for grammar in tree-sitter-{go,python,javascript,c-sharp} tree-sitter-typescript/{typescript,tsx}; do
            for part in parser scanner; do
                [ -f "$modules/$grammar/src/$part.c" ] && echo "-I$modules/$grammar/src $modules/$grammar/src/$part.c -o $out/obj/${grammar//\//-}-$part.o"
            done
        done
    } | xargs -P "$(nproc)" -L 1 cc -std=gnu11 -O2 -D_DEFAULT_SOURCE -DNDEBUG -w -c
    cc -O2 -static "-I$runtime/include" bench/parse1.c "$out"/obj/*.o -o "$out/parse1"
}

# measure NAME... -- COMMAND...: fills cpu[NAME], wall[NAME], peak[NAME]; runs `$before` unmeasured before each.
declare -A cpu wall peak
measure() {
    local names=() line i=0
    while [ "$1" != -- ]; do names+=("$1"); shift; done
    shift
    while read -r line; do
        read -r "cpu[${names[i]}]" "wall[${names[i]}]" "peak[${names[i]}]" <<< "$line"
        i=$((i + 1))
    done < <("$out/pair" "$rounds" ${before:+-b "$before"} "$@")
    [ "$i" -eq "${#names[@]}" ]
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# row NAME BASE GOAL
row() { printf '| %s | %.0f | %.0f | %.0f | %s | %s |\n' "$1" "${cpu[$1]}" "${wall[$1]}" "$(awk -v k="${peak[$1]}" 'BEGIN { print k / 1024 }')" "$(ratio "${cpu[$1]}" "${cpu[$2]}")" "${3:-}"; }

startup() {
    local repository=$out/repository before=
    if [ ! -d "$repository/.git" ]; then
        mkdir -p "$repository"
        (cd "$corpora/typescript" && git ls-files | sed -n 1,1500p | tar -cf - -T - | tar -xf - -C "$repository")
        git -C "$repository" init -q && git -C "$repository" add -A
        git -C "$repository" -c user.name=bench -c user.email=bench@example.invalid commit -q -m bench
    fi
    "$heck" index --repo "$repository" --json --quiet > /dev/null
    measure bare --version --help 'status --json' 'index, nothing changed' 'git status' -- "$out/bare/bare" "$heck --version" "$heck --help" \
        "$heck status --json --repo $repository" "$heck index --json --repo $repository" "git -C $repository status --porcelain"
    echo
    echo '| what | cpu ms | wall ms | peak MB | cpu / bare | goal |'
    echo '|---|---|---|---|---|---|'
    row bare bare
    row --version bare '1.5'
    row --help bare
    row 'status --json' bare '3'
    row 'index, nothing changed' bare
    row 'git status' bare
}

definitions() {
    case $1 in
        typescript|rxjs|effect) echo 'TypeScript [function_declaration,class_declaration,abstract_class_declaration,interface_declaration,type_alias_declaration,enum_declaration,method_definition,public_field_definition,variable_declarator]' ;;
        javascript) echo 'JavaScript [function_declaration,generator_function_declaration,class_declaration,method_definition,field_definition,variable_declarator]' ;;
        python) echo 'Python [function_definition,class_definition,assignment]' ;;
        go) echo 'Go [function_declaration,method_declaration,type_spec,const_spec,var_spec,field_declaration]' ;;
        csharp) echo 'CSharp [class_declaration,interface_declaration,struct_declaration,record_declaration,enum_declaration,delegate_declaration,method_declaration,constructor_declaration,property_declaration,variable_declarator]' ;;
    esac
}

ctags_languages() {
    case $1 in
        typescript|rxjs|effect) echo TypeScript ;; javascript) echo JavaScript ;; python) echo Python ;; go) echo Go ;; csharp) echo C# ;;
    esac
}

index_of() {
    local corpus=$1 folder=$corpora/$1 list=$corpora/$1.list language kinds before rules=$out/rules.yml
    read -r language kinds <<< "$(definitions "$corpus")"
    printf 'id: definition\nlanguage: %s\nrule:\n  any:\n' "$language" > "$rules"
    tr -d '[]' <<< "$kinds" | tr , '\n' | sed 's/^/    - kind: /' >> "$rules"
    before="rm -rf $folder/.heck"
    measure parse1 heck ctags ast-grep -- "$out/parse1 $list" "$heck index --full --json --quiet --repo $folder" \
        "ctags -L $list --languages=$(ctags_languages "$corpus") -f -" "$sg scan -r $rules --json=compact --no-ignore hidden $folder"
    before="" && $heck index --json --repo "$folder" > /dev/null
    local source disk
    source=$(tr '\n' '\0' < "$list" | xargs -0 cat | wc -c)
    disk=$(du -sb "$folder/.heck" | cut -f1)
    printf '| %s | %.1f | %.0f | %s | %s | %s | %s | %.0f | %s |\n' "$corpus" "$(ratio "$source" 1e6)" "${cpu[parse1]}" "$(ratio "${cpu[heck]}" "${cpu[parse1]}")" \
        "$(ratio "${wall[heck]}" "${wall[parse1]}")" "$(ratio "${cpu[heck]}" "${cpu[ast-grep]}")" "$(ratio "${cpu[heck]}" "${cpu[ctags]}")" \
        "$(awk -v k="${peak[heck]}" 'BEGIN { print k / 1024 }')" "$(ratio "$disk" "$source")"
}

index() {
    echo
    echo '| corpus | MB | parse1 cpu ms | cpu / parse1 (goal 1.8; C# 1.5) | wall / parse1 (goal 1.1) | cpu / ast-grep (goal 1.3) | cpu / ctags (goal 4, 20) | peak MB | disk / source (goal 1.2) |'
    echo '|---|---|---|---|---|---|---|---|---|'
    local corpus
    for corpus in "$@"; do index_of "$corpus"; done
}

what=${1:-both}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- rxjs typescript javascript python go csharp effect
prepare
echo "$(date +%F), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), medians of $rounds runs in turn, heck $("$heck" --version)"
case $what in
    startup) startup ;;
    index) index "$@" ;;
    both) startup; index "$@" ;;
    *) echo "usage: bench/run.sh [startup|index] [CORPUS...]" >&2; exit 2 ;;
esac
