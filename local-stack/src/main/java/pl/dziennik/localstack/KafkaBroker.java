package pl.dziennik.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Kafka (KRaft, one node) inside the supervisor, on a kept data folder. */
final class KafkaBroker implements AutoCloseable {
  static final int PARTITIONS = 24;
  static final String WEEK_MS = "604800000";
  static final String DAY_MS = "86400000";
  static final String ONE_MB = "1048576";

  /** The topics of the published language; the log forgets by itself after a week and a day. */
  static final List<String> TOPICS =
      List.of(
          "synergia.documents.v1",
          "linking.facts.v1",
          "accounts.facts.v1",
          "notifications.facts.v1");

  private final KafkaRaftServer server;

  private KafkaBroker(KafkaRaftServer server) {
    this.server = server;
  }

  static KafkaBroker start(StateFolder state, Ports ports) {
    Path data = state.folder("kafka");
    try {
      Properties config = config(ports, data);
      if (!Files.exists(data.resolve("meta.properties"))) {
        format(state, config);
      }
      KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(config), Time.SYSTEM);
      server.startup();
      topics(ports);
      return new KafkaBroker(server);
    } catch (IOException | ExecutionException e) {
      throw new StartFailure("Kafka did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted", e);
    }
  }

  private static void format(StateFolder state, Properties config) throws IOException {
    Path file = state.folder("kafka.properties");
    try (var out = Files.newBufferedWriter(file)) {
      config.store(out, null);
    }
    StorageTool.execute(
        new String[] {
          "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--standalone"
        },
        System.err);
  }

  private static void topics(Ports ports) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:" + ports.kafka()))) {
      Set<String> existing = admin.listTopics().names().get();
      Map<String, String> settings =
          Map.of(
              "retention.ms", WEEK_MS,
              "segment.ms", DAY_MS,
              "cleanup.policy", "delete",
              "max.message.bytes", ONE_MB);
      List<NewTopic> missing =
          TOPICS.stream()
              .flatMap(t -> java.util.stream.Stream.of(t, t + ".dead-letter"))
              .filter(t -> !existing.contains(t))
              .map(t -> new NewTopic(t, partitions(t), (short) 1).configs(settings))
              .toList();
      admin.createTopics(missing).all().get();
    }
  }

  /** Dead letters need no order between keys. */
  private static int partitions(String topic) {
    return topic.endsWith(".dead-letter") ? 1 : PARTITIONS;
  }

  private static Properties config(Ports ports, Path data) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.bootstrap.servers", "localhost:" + ports.kafkaController());
    p.put(
        "listeners",
        "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d"
            .formatted(ports.kafka(), ports.kafkaController()));
    p.put("controller.listener.names", "CONTROLLER");
    p.put("log.dirs", data.toString());
    p.put("auto.create.topics.enable", "false");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("group.initial.rebalance.delay.ms", "0");
    return p;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
