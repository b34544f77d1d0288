# Installs what the tests need and this machine lacks: Debian packages by eng/test-packages.txt, npm packages by the lock in eng/test-tools.

install_test_prerequisites() {
    say "What the tests need"
    install_debian_packages
    install_npm_tools eng/test-tools
}

install_debian_packages() {
    local missing
    missing=$(missing_debian_packages)
    if [ -z "$missing" ]; then
        echo "Debian packages: all there"
    elif [ "$(id -u)" -eq 0 ]; then
        apt_get "" "$missing"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        apt_get "sudo -n" "$missing"
    else
        printf '%s\n' "The tests that need these are skipped, as only root may install them:" "    $(apt_install_line $missing)"
    fi
}

# Lines are: package, the command or file that shows it is there, the reason.
missing_debian_packages() {
    local package command reason
    while read -r package command reason; do
        case $package in "" | \#*) continue ;; esac
        [ -e "$command" ] || command -v "$command" >/dev/null || printf '%s ' "$package"
    done <eng/test-packages.txt
}

apt_get() {
    local sudo=$1 packages=$2
    echo "Installing $packages"
    # The names in $packages and $sudo are words to be split.
    $sudo apt-get -qq update
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $packages >/dev/null
}

# npm ci when the folder's lock is newer than what was installed by it.
install_npm_tools() {
    local folder=$1
    if [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
        echo "npm packages of $folder: all there"
        return
    fi
    echo "Installing the npm packages of $folder"
    npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
    touch "$folder/node_modules/.package-lock.json"
}
