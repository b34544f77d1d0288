#!/usr/bin/env bash
# The one door to building Heck. Without a target it lists them; every target works from any folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source eng/common.sh

targets() {
    cat <<'LIST'
usage: ./build.sh TARGET

  build      compile everything (Release)
  test       install what the tests need, run every test; the last line is the count
  demo       show the main job on real source code: index, rename, apply, roll back
  pack       make the packages of every platform in eng/feed; `pack this` for this machine's alone
  install    put `heck` and `dotnet heck` on this machine
  bench      measure, beside the anchors (see bench/README.md)
  schemas    write again what is generated: schemas/, docs/errors.md, docs/cli.md, snapshots
  clean      delete what a build made
LIST
}

build() {
    say "Building"
    dotnet build Heck.sln -c Release -v quiet -nologo
}

run_bench() {
    build
    exec bash bench/run.sh "$@"
}

schemas() {
    say "Writing what is generated"
    # With HECK_ACCEPT=1 a snapshot test writes what it would compare; `git diff` shows what changed.
    HECK_ACCEPT=1 dotnet run --project tests/Heck.Rules.Tests -c Release
    HECK_ACCEPT=1 dotnet run --project tests/Heck.Tool.Tests -c Release -- -class "*HelpTests"
    git --no-pager diff --stat
}

clean() {
    find . -name node_modules -prune -o \( -name bin -o -name obj \) -type d -prune -print0 | xargs -0 rm -rf
    find eng/feed -name '*.nupkg' -delete
    rm -rf artifacts
}

target=${1:-}
[ $# -eq 0 ] || shift
case $target in
    "")      targets ;;
    build)   require_prerequisites; build ;;
    test)    require_prerequisites; source eng/test.sh; run_tests ;;
    demo)    require_prerequisites; source eng/demo.sh; demo ;;
    pack)    require_prerequisites; source eng/pack.sh; pack "$@" ;;
    install) require_prerequisites; source eng/pack.sh; install_tools ;;
    bench)   require_prerequisites; run_bench "$@" ;;
    schemas) require_prerequisites; schemas ;;
    clean)   clean ;;
    *)       echo "There is no target '$target'." >&2; targets >&2; exit 2 ;;
esac
