#!/usr/bin/env bash
# keyring.sh COMMAND...: runs COMMAND in a private D-Bus session with an unlocked, throw-away Secret Service.
# The keychain of whoever runs it is never seen. There is no display inside: everything runs headless.
set -euo pipefail

session=$(mktemp -d)
trap 'rm -rf "$session"' EXIT

export XDG_DATA_HOME="$session/data" XDG_CONFIG_HOME="$session/config" XDG_CACHE_HOME="$session/cache"
export XDG_RUNTIME_DIR="$session/run"
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY

# --unlock reads the password from standard input up to its end (no newline), and makes the login keyring. The daemon
# answers its caller before it is on the bus: a client that comes too early would have a second one started, locked.
dbus-run-session -- bash -euc '
  eval "$(printf throw-away | gnome-keyring-daemon --daemonize --unlock --components=secrets 2>/dev/null)"
  for _ in $(seq 100); do
    names=$(dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames)
    case "$names" in *org.freedesktop.secrets*) break ;; esac
    sleep 0.05
  done
  "$@"
' keyring "$@"
