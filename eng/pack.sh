# Packages go to eng/feed, the local source that nuget.config names.

# Where ReadyToRun code can be made for; every other platform runs the package `any`, which starts slower.
READY_TO_RUN="linux-x64 linux-arm64 linux-musl-x64 osx-x64 osx-arm64 win-x64"

# Which parser libraries go into the packages: this machine's, as the build made it, unless told otherwise.
NATIVE_OPTIONS=()

pack() {
    build
    case ${1:-all} in
        all)  pack_for_every_machine ;;
        this) pack_for_this_machine ;;
        *)    fail "pack takes nothing or \`this\`, not '$1'" ;;
    esac
    ls -l eng/feed
}

pack_for_every_machine() {
    say "Compiling the parser library for every platform"
    dotnet build Heck.Library -c Release -t:HeckNativeAll -v quiet -nologo
    NATIVE_OPTIONS=(-p:NativeRid=all -p:NativeCompiler=zig)
    pack_for $READY_TO_RUN any
    say "Looking into the packages"
    HECK_PACKED=1 dotnet run --project tests/Heck.Packages.Tests -c Release -- -class '*PackageContentTests'
}

# Enough to prove the packages and to install them, in a seventh of the time.
pack_for_this_machine() { pack_for "$(this_platform)"; }

install_tools() {
    build
    pack_for_this_machine
    say "Installing"
    local package
    for package in Heck.Tool Heck; do
        dotnet tool uninstall --global "$package" >/dev/null 2>&1 || true
        dotnet tool install --global "$package" --source "$PWD/eng/feed" --verbosity quiet >/dev/null
    done
    echo "Installed \`heck\` and \`dotnet heck\`, version $("$HOME/.dotnet/tools/heck" --version)."
    command -v heck >/dev/null || echo "Put the tools on the PATH:    export PATH=\"\$PATH:$HOME/.dotnet/tools\""
    echo "\`heck\` starts at once; \`dotnet heck\` is the same program behind the SDK's driver, which adds about 0.2 s."
}

# Packs after a build, the tool for the platforms given.
pack_for() {
    say "Packing for $*"
    local platforms project
    platforms=$(IFS=';'; echo "$*")
    find eng/feed -name '*.nupkg' -delete
    for project in Heck.Library Heck.Sdk Heck.Cake; do
        dotnet pack "$project" -c Release -v quiet -nologo "${NATIVE_OPTIONS[@]}"
    done
    # The same program under two names, as one package cannot define two commands.
    for project in Heck.Tool Heck; do
        dotnet pack Heck.Tool -c Release -v quiet -nologo "${NATIVE_OPTIONS[@]}" "-p:HeckRids=\"$platforms\"" -p:HeckToolPackage="$project"
    done
}

this_platform() {
    local platform
    platform=$(dotnet msbuild Heck.Tool -getProperty:NETCoreSdkPortableRuntimeIdentifier)
    case " $READY_TO_RUN " in
        *" $platform "*) echo "$platform" ;;
        *) echo any ;;
    esac
}
