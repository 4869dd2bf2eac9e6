# shellcheck shell=bash
# Installs what is missing on this machine and says what it installs. Sourced by ./run and ./test, with the folder of
# the repository in ROOT. Everything it fetches by itself goes below target/, except what apt and rustup install.

TOOLS=$ROOT/target/tools
NODE_AT_LEAST=20.19.0
NODE_FETCHED=20.20.2

# What each package is for stands in docs/ARCHITECTURE.md; a name here is a name in Debian and Ubuntu.
BUILD_PACKAGES=(
  build-essential pkg-config curl ca-certificates file
  libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev libayatana-appindicator3-dev libxdo-dev libssl-dev libdbus-1-dev
)
WINDOW_TEST_PACKAGES=(xvfb webkit2gtk-driver dbus-daemon gnome-keyring)
FILE_TEST_PACKAGES=(desktop-file-utils appstream poppler-utils qpdf strace libreoffice-calc-nogui)

install_system_packages() {
  command -v apt-get >/dev/null || { check_without_apt; return; }
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing from this system's archive: ${missing[*]}"
  as_root apt-get -qq -o DPkg::Lock::Timeout=300 update >/dev/null
  as_root apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" >/dev/null
}

check_without_apt() {
  pkg-config --exists webkit2gtk-4.1 gtk+-3.0 libcrypto 2>/dev/null \
    || die "This system has no apt. Install the development packages of WebKitGTK 4.1, GTK 3 and OpenSSL, then try again."
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@"
  elif command -v sudo >/dev/null; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    die "Installing needs root, and there is no sudo. As root: $*"
  fi
}

install_rust() {
  local wanted
  wanted=$(sed -n 's/^channel = "\(.*\)"/\1/p' "$ROOT/rust-toolchain.toml")
  PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
  if ! command -v rustup >/dev/null; then
    command -v rustc >/dev/null && [ "$(rustc --version | cut -d' ' -f2)" = "$wanted" ] && return
    if [ -n "$(apt-cache madison rustup 2>/dev/null)" ]; then
      install_system_packages rustup
    else
      say "installing rustup from https://sh.rustup.rs into ${CARGO_HOME:-$HOME/.cargo}"
      curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs \
        | sh -s -- -y --quiet --no-modify-path --profile minimal --default-toolchain none
    fi
  fi
  if ! rustup run "$wanted" cargo clippy --version >/dev/null 2>&1; then
    say "installing Rust $wanted"
    rustup toolchain install "$wanted" --profile minimal --component rustfmt --component clippy --no-self-update
  fi
}

install_node() {
  PATH=$TOOLS/node/bin:$PATH
  node_is_new_enough && return
  command -v npm >/dev/null || install_system_packages npm
  local machine folder
  case $(uname -m) in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) die "Node $NODE_AT_LEAST or newer is needed, and there is none to fetch for $(uname -m)." ;;
  esac
  say "fetching Node $NODE_FETCHED into target/tools (this system has $(node --version 2>/dev/null || echo none))"
  folder=$TOOLS/node-fetch
  rm -rf "$folder"
  mkdir -p "$folder" "$TOOLS/node/bin"
  npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-save --silent \
    "node-linux-$machine@$NODE_FETCHED"
  cp "$folder/node_modules/node-linux-$machine/bin/node" "$TOOLS/node/bin/node"
  rm -rf "$folder"
  hash -r
  node_is_new_enough || die "The Node that was fetched does not run on this machine."
}

node_is_new_enough() {
  local found
  found=$(node --version 2>/dev/null) || return 1
  command -v npm >/dev/null || return 1
  [ "$(printf 'v%s\n%s\n' "$NODE_AT_LEAST" "$found" | sort -V | head -n 1)" = "v$NODE_AT_LEAST" ]
}

# The page's packages, from the lock file, and only when that has changed.
install_page_packages() {
  local stamp=$ROOT/ui/node_modules/.from-lock-file now
  now=$(sha256sum <"$ROOT/ui/package-lock.json")
  [ -f "$stamp" ] && [ "$(<"$stamp")" = "$now" ] && return
  say "fetching the page's packages"
  npm --prefix "$ROOT/ui" ci --ignore-scripts --no-audit --no-fund --loglevel=error
  printf '%s\n' "$now" >"$stamp"
}

# Builds the page when its sources have changed, so that the program around it is not rebuilt for nothing.
build_page() {
  local stamp=$TOOLS/page now
  now=$(cd "$ROOT/ui" && find . \( -name node_modules -o -name dist \) -prune -o -type f -print0 | sort -z \
    | xargs -0 sha256sum | sha256sum)
  [ -f "$stamp" ] && [ -f "$ROOT/ui/dist/index.html" ] && [ "$(<"$stamp")" = "$now" ] && return
  npm --prefix "$ROOT/ui" run --silent build || return
  mkdir -p "$TOOLS"
  printf '%s\n' "$now" >"$stamp"
}
