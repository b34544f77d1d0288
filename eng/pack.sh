# Packages go to eng/feed, the local source that nuget.config names.

# Where ReadyToRun code can be made for; every other platform runs the package `any`, which starts slower.
READY_TO_RUN="linux-x64 linux-arm64 linux-musl-x64 osx-x64 osx-arm64 win-x64"

<<<<<<< HEAD
# Which parser libraries go into the packages: this machine's, as the build made it, unless told otherwise.
NATIVE_OPTIONS=()

pack_everything() {
    build
    say "Compiling the parser library for every platform"
    dotnet build Heck.Library -c Release -t:HeckNativeAll -v quiet -nologo
    NATIVE_OPTIONS=(-p:NativeRid=all -p:NativeCompiler=zig)
    pack_for $READY_TO_RUN any
=======
pack() {
    build
    case ${1:-all} in
        all)  pack_for all $READY_TO_RUN any ;;
        this) pack_for_this_machine ;;
        *)    fail "pack takes nothing or \`this\`, not '$1'" ;;
    esac
>>>>>>> f52dbd7 (Prove the packages in an empty folder: tool, SDK, task, Cake script, library consumer)
    ls -l eng/feed
}

# Enough to prove the packages and to install them, in a seventh of the time.
pack_for_this_machine() { pack_for "$(this_native)" "$(this_platform)"; }

install_tools() {
    build
    pack_for_this_machine
    say "Installing"
    local package
    for package in Heck.Tool Heck; do
        dotnet tool uninstall --global "$package" >/dev/null 2>&1 || true
        dotnet tool install --global "$package" --source "$PWD/eng/feed"
    done
    command -v heck >/dev/null || echo "Put the tools on the PATH:    export PATH=\"\$PATH:$HOME/.dotnet/tools\""
    echo "\`heck\` starts at once; \`dotnet heck\` is the same program behind the SDK's driver, which adds about 0.2 s."
}

# Packs after a build: the parser library for the first argument, the tool for the platforms that follow.
pack_for() {
    local native=$1 platforms project
    shift
    say "Packing for $*"
    platforms=$(IFS=';'; echo "$*")
    find eng/feed -name '*.nupkg' -delete
    for project in Heck.Library Heck.Sdk Heck.Cake; do
<<<<<<< HEAD
        dotnet pack "$project" -c Release -v quiet -nologo "${NATIVE_OPTIONS[@]}"
    done
    # The same program under two names, as one package cannot define two commands.
    dotnet pack Heck.Tool -c Release -v quiet -nologo "${NATIVE_OPTIONS[@]}" "-p:HeckRids=\"$platforms\""
    dotnet pack Heck.Tool -c Release -v quiet -nologo "${NATIVE_OPTIONS[@]}" "-p:HeckRids=\"$platforms\"" -p:HeckToolPackage=Heck
=======
        dotnet pack "$project" -c Release -v quiet -nologo -p:NativeRid="$native"
    done
    # The same program under two names, as one package cannot define two commands.
    for project in Heck.Tool Heck; do
        dotnet pack Heck.Tool -c Release -v quiet -nologo -p:NativeRid="$native" "-p:HeckRids=\"$platforms\"" -p:HeckToolPackage="$project"
    done
>>>>>>> f52dbd7 (Prove the packages in an empty folder: tool, SDK, task, Cake script, library consumer)
}

this_native() { dotnet msbuild Heck.Tool -getProperty:NETCoreSdkPortableRuntimeIdentifier; }

this_platform() {
    local native
    native=$(this_native)
    case " $READY_TO_RUN " in
        *" $native "*) echo "$native" ;;
        *) echo any ;;
    esac
}
