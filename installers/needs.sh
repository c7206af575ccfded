# shellcheck shell=bash
# Sourced by ./viewer and ./check: finds what building and running need, and installs it where that is allowed.

: "${root:?the folder of the sources}"

java_major() { # of the JDK in folder $1; its file spares starting it
    if [[ -r $1/release ]]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'
    fi
}

# Sets JAVA_HOME to a JDK of version 17 or newer: the user's choice, the path's, else one that is installed beside it.
find_jdk() {
    local candidate major javac
    javac=$(readlink -f "$(command -v javac || true)" 2>/dev/null || true)
    for candidate in "${JAVA_HOME:-}" "${javac%/bin/javac}" \
        /usr/lib/jvm/*-17-* /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [[ -n $candidate && -x $candidate/bin/javac && -x $candidate/bin/java ]] || continue
        major=$(java_major "$candidate")
        if [[ ${major:-0} -ge 17 ]]; then
            export JAVA_HOME=$candidate
            return
        fi
    done
    return 1
}

has_library() {
    [[ $(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) == *"$1"* ]]
}

# Lists in the array missing the Debian packages for what is not here. Arguments: window, tests.
list_missing() {
    missing=()
    find_jdk || missing+=("$(newest_jdk_package)")
    command -v mvn >/dev/null || missing+=(maven)
    [[ $(uname -s) == Linux ]] || return 0
    has_library libgtk-3.so.0 || missing+=(libgtk-3-0)
    has_library libXtst.so.6 || missing+=(libxtst6)
    has_library libGL.so.1 || missing+=(libgl1)
    [[ -n $(fc-list 2>/dev/null) ]] || missing+=(fontconfig fonts-dejavu-core)
    if [[ ${1:-} == tests ]]; then
        command -v xvfb-run >/dev/null || missing+=(xvfb)
        command -v xauth >/dev/null || missing+=(xauth)
    fi
}

newest_jdk_package() {
    local version
    for version in 17 21 25; do
        if [[ -n $(apt-cache show "openjdk-$version-jdk" 2>/dev/null) ]]; then
            echo "openjdk-$version-jdk"
            return
        fi
    done
    echo default-jdk
}

# Prints how to become root without a question: nothing for root, sudo where it asks for no password.
as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null && { [[ $(id -u) == 0 ]] || sudo -n true 2>/dev/null; }
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null
}

# Installs what list_missing finds, or says exactly what to install and ends with 1.
ensure_needs() {
    list_missing "$@"
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if may_install; then
        mkdir -p "$root/target"
        echo "Installing ${missing[*]} …" >&2
        {
            as_root apt-get update -qq
            list_missing "$@" # the names depend on what apt knows
            apt_install "${missing[@]}"
        } >"$root/target/install.log" 2>&1 || {
            tail -n 15 "$root/target/install.log" >&2
            echo "Installing failed; the whole log is target/install.log." >&2
            exit 1
        }
        list_missing "$@"
        [[ ${#missing[@]} -gt 0 ]] || return 0
    fi
    {
        echo "Missing on this computer: ${missing[*]} (names of Debian and Ubuntu packages). To install:"
        if command -v apt-get >/dev/null; then
            echo "    sudo apt-get install ${missing[*]}"
        elif command -v dnf >/dev/null; then
            echo "    sudo dnf install java-21-openjdk-devel maven gtk3 libXtst mesa-libGL dejavu-sans-fonts xorg-x11-server-Xvfb xorg-x11-xauth"
        elif command -v brew >/dev/null; then
            echo "    brew install openjdk@21 maven"
        else
            echo "    a JDK 17 or newer (https://adoptium.net), Apache Maven 3.6.3 or newer (https://maven.apache.org);"
            echo "    on Linux also GTK 3, libXtst, libGL and a font, for the tests Xvfb and xauth."
        fi
        echo "Then call $(basename "$0") again."
    } >&2
    exit 1
}
