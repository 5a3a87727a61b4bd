#!/bin/sh
# Brings what the checks need and pip cannot bring: one function for each tool, which does nothing where it is there.
# Installs through apt-get, as root or with a sudo that asks nothing; elsewhere it says in a line what to install.
set -u

fresh=no

as_root() {
	if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The first of the packages named that this system knows is installed.
bring() {
	command -v apt-get >/dev/null 2>&1 || return 1
	[ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null || return 1
	if [ "$fresh" = no ]; then
		fresh=yes
		as_root apt-get -qq update >/dev/null 2>&1
	fi
	for package in "$@"; do
		as_root env DEBIAN_FRONTEND=noninteractive \
			apt-get -qq install -y --no-install-recommends "$package" >/dev/null 2>&1 && return 0
	done
	return 1
}

java_17() {
	java -version 2>&1 | grep -Eq 'version "(1[7-9]|[2-9][0-9])' && return
	echo "adding Java ..."
	bring openjdk-17-jre-headless openjdk-21-jre-headless openjdk-25-jre-headless ||
		echo "the checks of grammar need Java 17 or newer: install it, on Debian openjdk-17-jre-headless" >&2
}

maven() {
	command -v mvn >/dev/null 2>&1 && return
	echo "adding Maven ..."
	bring maven || echo "the checks of grammar need Maven: install it, on Debian and elsewhere maven" >&2
}

# Not called as the program is: the shell would find the function and take the program for there.
browser() {
	for name in chromium chromium-browser google-chrome; do command -v "$name" >/dev/null 2>&1 && return; done
	echo "adding Chromium ..."
	bring chromium ||
		echo "the checks of the pages need a browser: install Chromium, on Debian chromium" >&2
}

java_17
maven
browser
