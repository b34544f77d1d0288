# What every target shares: the environment of the .NET tools, words for the reader, and the check of prerequisites.

# The SDK must neither greet nor report, and no server of a build may outlive it.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=0
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
# The counts are read from what `dotnet test` prints.
export DOTNET_CLI_UI_LANGUAGE=en
# Without a home the .NET tools refuse to start.
export HOME="${HOME:-$PWD/artifacts/home}"

say() { printf '\n== %s\n' "$*"; }

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The Debian command for packages, with sudo only where it is needed.
apt_install_line() {
    local sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo "
    echo "${sudo}apt-get update && ${sudo}apt-get install -y $*"
}

require_command() {
    command -v "$1" >/dev/null || fail "Heck needs $2, which is not installed. Install it with:" "    $3"
}

require_prerequisites() {
    require_command git "git" "$(apt_install_line git)"
    require_command node "Node.js (it restores the grammars)" "$(apt_install_line nodejs npm)"
    require_command npm "npm (it restores the grammars)" "$(apt_install_line npm)"
    require_command dotnet "the .NET 10 SDK" "$(dotnet_install_line)"
    dotnet --version >/dev/null 2>&1 || fail "Heck needs a .NET SDK that fits global.json ($(wanted_sdk) or later); installed:" \
        "$(dotnet --list-sdks)" "Install it with:" "    $(dotnet_install_line)"
}

wanted_sdk() { sed -n 's/.*"version": *"\([0-9.]*\)".*/\1/p' global.json; }

dotnet_install_line() { echo "$(apt_install_line dotnet-sdk-10.0)   (on Debian, add Microsoft's package feed first)"; }
