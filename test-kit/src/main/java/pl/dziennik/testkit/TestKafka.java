package pl.dziennik.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One real Kafka broker (KRaft, one node) a test JVM. */
public final class TestKafka {
  private final String bootstrapServers;

  private static final class Holder {
    static final TestKafka SHARED = new TestKafka();
  }

  private TestKafka() {
    try {
      int port;
      int controllerPort;
      // Both are held until both are known, or the second could be the first.
      try (ServerSocket one = new ServerSocket(0);
          ServerSocket other = new ServerSocket(0)) {
        port = one.getLocalPort();
        controllerPort = other.getLocalPort();
      }
      Path folder = Files.createTempDirectory("test-kafka");
      Path config = folder.resolve("server.properties");
      Properties properties = properties(port, controllerPort, folder.resolve("data"));
      try (var out = Files.newBufferedWriter(config)) {
        properties.store(out, null);
      }
      StorageTool.execute(
          new String[] {
            "format", "-t", Uuid.randomUuid().toString(), "-c", config.toString(), "--standalone"
          },
          System.err);
      new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM).startup();
      bootstrapServers = "localhost:" + port;
    } catch (IOException e) {
      throw new UncheckedIOException("Kafka did not start", e);
    }
  }

  /** The broker of this JVM; started at the first call. */
  public static TestKafka shared() {
    return Holder.SHARED;
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Makes the topics that are missing, one partition each: enough for the order per key. */
  public void topics(String... names) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      var existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          List.of(names).stream()
              .filter(n -> !existing.contains(n))
              .map(n -> new NewTopic(n, 1, (short) 1))
              .toList();
      admin.createTopics(missing).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("topics could not be made", e);
    }
  }

  private static Properties properties(int port, int controllerPort, Path data) {
    Properties p = new Properties();
    p.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.bootstrap.servers", "localhost:" + controllerPort,
            "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "log.dirs", data.toString(),
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0"));
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("auto.create.topics.enable", "true");
    return p;
  }
}
