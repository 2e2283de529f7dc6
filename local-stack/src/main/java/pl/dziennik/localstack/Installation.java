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
  /**
   * Compiling costs a third of a service's start when all start at once on two cores; with the
   * thresholds raised it waits for what is really hot, which is still compiled as on a server.
   */
  List<String> command(ServiceDefinition service) {
    return List.of(
        javaHome.resolve("bin/java").toString(),
        "-Xmx" + service.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:CompileThresholdScaling=6",
        "--enable-native-access=ALL-UNNAMED",
        "-jar",
        run.resolve(service.name()).resolve("quarkus-run.jar").toString());
  }
}
