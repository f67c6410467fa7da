# shellcheck shell=sh
# Sourced by board/run and tests/run, from the top of the repository: what both need to have installed.

# The packages of board/packages.txt for these purposes that are not installed.
missing_packages() {
	for purpose in "$@"; do
		while read -r for_what package; do
			if [ "$for_what" = "$purpose" ] && [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
				echo "$package"
			fi
		done <board/packages.txt
	done
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# Asks for the password, if there is one to ask for, before anything is tried.
may_install() {
	[ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo true; }
}

# install_missing PURPOSE...: asks apt for what is missing, and only then.
install_missing() {
	if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
		echo "This is no Debian, so nothing is installed. What is needed stands in board/packages.txt."
		return 0
	fi
	missing=$(missing_packages "$@" | tr '\n' ' ')
	if [ -z "$missing" ]; then
		return 0
	fi
	echo "Missing, so to be installed: $missing"
	if ! may_install; then
		echo "That takes root, and there is no sudo here that lets you. Run this as root, then try again:"
		echo "  apt-get update && apt-get install --no-install-recommends $missing"
		return 1
	fi
	as_root apt-get -q update || echo "The list of packages could not be renewed; trying with the one that is here."
	# shellcheck disable=SC2086 # one word a package
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing
}

# What cmake needs to be told where the folder has been moved or copied since it was last configured.
fresh() {
	cache=build/$1/CMakeCache.txt
	if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
		echo "--fresh"
	fi
}

# build PRESET: configures and builds it; to a terminal it says how far it is, to a file only what goes wrong.
build() {
	# shellcheck disable=SC2046 # nothing or one word
	cmake --preset "$1" $(fresh "$1") --log-level=WARNING >/dev/null || return 1
	if [ -t 1 ]; then
		cmake --build --preset "$1"
	else
		cmake --build --preset "$1" -- --quiet
	fi
}
