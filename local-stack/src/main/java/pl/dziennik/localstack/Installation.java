package pl.dziennik.localstack;

import java.nio.file.Path;
import java.util.List;

/**
 * What is run.
 *
 * @param run folder with a copy of each service's {@code quarkus-app}
 * @param keycloak the built distribution
 */
record Installation(Path run, Path keycloak, Path javaHome) {
  List<String> command(ServiceDefinition service) {
    return List.of(
        javaHome.resolve("bin/java").toString(),
        "-Xmx" + service.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "-jar",
        run.resolve(service.name()).resolve("quarkus-run.jar").toString());
  }
}
