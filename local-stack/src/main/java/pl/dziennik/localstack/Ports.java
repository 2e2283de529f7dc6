package pl.dziennik.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where everything listens, on the loopback address.
 *
 * @param offset added to every port, so that a second platform runs beside the first
 */
record Ports(int offset) {
  /** With that much more a second platform meets no port of this one. */
  private static final int BESIDE = 200;

  int gateway() {
    return 8080 + offset;
  }

  int keycloak() {
    return 8180 + offset;
  }

  int keycloakManagement() {
    return 9180 + offset;
  }

  int postgres() {
    return 15432 + offset;
  }

  int kafka() {
    return 19092 + offset;
  }

  int kafkaController() {
    return 19093 + offset;
  }

  int smtp() {
    return 3025 + offset;
  }

  int mailbox() {
    return 8025 + offset;
  }

  int push() {
    return 8026 + offset;
  }

  String publicOrigin() {
    return "http://localhost:" + gateway();
  }

  String keycloakUrl() {
    return "http://localhost:" + keycloak() + "/auth";
  }

  /**
   * Fails where somebody else holds any of the ports.
   *
   * @throws StartFailure naming each such port, what it is for, and what to do
   */
  void requireFree() {
    String taken =
        all().entrySet().stream()
            .filter(port -> isTaken(port.getValue()))
            .map(port -> "%d (for %s)".formatted(port.getValue(), port.getKey()))
            .collect(Collectors.joining(", "));
    if (!taken.isEmpty()) {
      throw new StartFailure(
          "In use by another program: port %s. Free it, or start with DZIENNIK_PORT_OFFSET=%d."
              .formatted(taken, offset + BESIDE));
    }
  }

  /** Every port with what it is for. */
  Map<String, Integer> all() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("Keycloak", keycloak());
    wanted.put("Keycloak's management", keycloakManagement());
    wanted.put("PostgreSQL", postgres());
    wanted.put("Kafka", kafka());
    wanted.put("Kafka's controller", kafkaController());
    wanted.put("SMTP", smtp());
    wanted.put("the mailbox", mailbox());
    wanted.put("the push receiver", push());
    for (ServiceDefinition service : ServiceDefinition.ALL) {
      wanted.put(service.name(), service.port() + offset);
      wanted.put(service.name() + "'s management", service.managementPort() + offset);
    }
    return wanted;
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
