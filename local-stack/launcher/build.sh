# Part of ./synergia: builds what is stale, and puts what runs in its place.
# shellcheck shell=bash disable=SC2154

# A fingerprint of everything that the services and the local stack are built from.
sources() {
  (cd "$HERE" && find pom.xml .mvn ./*/pom.xml ./*/src/main -type f -exec cksum {} + | sort | cksum)
}

# A fingerprint of what a build has left, so that a jar of some other build is not taken for its.
products() {
  (cd "$HERE" && find ./*/target -type f \( -path '*/quarkus-app/*' -o -path '*/lib/*' -o -name '*.jar' \) \
    -not -path './system-tests/target/platform/*' -printf '%p %s %T@\n' 2>/dev/null | sort | cksum)
}

note_built() {
  mkdir -p "$HERE/target"
  printf '%s %s' "$1" "$(products)" > "$HERE/target/built"
}

# The platform runs from copies, so that a build or a test beside it changes nothing under its feet; and as long as
# the sources are those that the copies were made from, nothing needs to be built, whatever became of `target`.
provide() {
  local now
  now="$(sources)"
  if [ -n "${DZIENNIK_BUILT:-}" ]; then
    # Nobody knows what it was built from: the next `up` without it builds. This waits for no build, for its caller is one.
    install_copies "given"
    return
  fi
  [ "$(cat "$DATA/run/built" 2>/dev/null)" = "$now" ] && return
  lock_build
  # Who was waited for may have changed them.
  now="$(sources)"
  if [ "$(cat "$HERE/target/built" 2>/dev/null)" != "$now $(products)" ]; then
    say "building (the first time this fetches a few hundred megabytes)"
    # `clean`: an incremental package was seen to keep a stale application jar.
    mvnw -q -Dquick clean package -pl "local-stack,system-tests,benchmarks,$(echo "$RUNNABLE" | tr ' ' ',')" -am \
      || failed $? "the build failed; the lines above say where. Without network nothing can be fetched."
    note_built "$now"
  fi
  install_copies "$now"
  unlock_build
}

# Ends with words, but for who has pressed Ctrl-C: that is no failure.
failed() {
  [ "$1" != 130 ] || exit 130
  die "$2"
}

install_copies() {
  local name
  rm -rf "$DATA/run"
  mkdir -p "$DATA/run"
  for name in $RUNNABLE; do
    cp -r "$HERE/$name/target/quarkus-app" "$DATA/run/$name"
  done
  for name in local-stack system-tests benchmarks; do
    # Its own tests run before system-tests is packed; the demonstration is not asked for there.
    [ -d "$HERE/$name/target/lib" ] || continue
    mkdir "$DATA/run/$name"
    cp -r "$HERE/$name/target/lib" "$DATA/run/$name/lib"
    cp "$HERE/$name/target/$name"-*.jar "$DATA/run/$name/lib/"
  done
  # Last: copies that were made by half are made anew.
  printf '%s' "$1" > "$DATA/run/built"
}

# Keycloak is fetched and built once and kept outside `target`.
install_keycloak() {
  local key
  key="$(printf '%s' "$KEYCLOAK_VERSION $KEYCLOAK_BUILD_OPTIONS" | cksum | cut -d' ' -f1)"
  KEYCLOAK="$CACHE/keycloak-$KEYCLOAK_VERSION-$key"
  [ -f "$KEYCLOAK/built" ] && return
  lock_cache
  # Who was waited for has most likely made it.
  [ -f "$KEYCLOAK/built" ] || build_keycloak
  unlock_cache
}

build_keycloak() {
  local work="$CACHE/keycloak.tmp"
  trap 'rm -rf "$CACHE/keycloak.tmp"' EXIT
  rm -rf "$work" && mkdir -p "$work"
  say "fetching Keycloak $KEYCLOAK_VERSION"
  mvnw -q -N dependency:copy "-Dartifact=org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" "-DoutputDirectory=$work" \
    || failed $? "Keycloak could not be fetched from the Maven repository; is there network?"
  (cd "$work" && "$JAVA_HOME/bin/jar" xf ./*.zip && rm ./*.zip && mv keycloak-* dist && chmod +x dist/bin/*.sh)
  say "building Keycloak (once, half a minute)"
  # shellcheck disable=SC2086
  "$work/dist/bin/kc.sh" build $KEYCLOAK_BUILD_OPTIONS > "$CACHE/keycloak-build.log" 2>&1 \
    || failed $? "Keycloak could not be built, see $CACHE/keycloak-build.log"
  touch "$work/dist/built"
  # What is there without that mark nobody runs.
  rm -rf "$KEYCLOAK"
  mv "$work/dist" "$KEYCLOAK"
  rm -rf "$work"
  trap - EXIT
}
