package pl.dziennik.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a service the broker; init argument {@code topics} (comma list) makes topics first. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
  private String[] topics = {};

  @Override
  public void init(Map<String, String> initArgs) {
    String names = initArgs.getOrDefault("topics", "");
    topics = names.isEmpty() ? new String[0] : names.split(",", -1);
  }

  @Override
  public Map<String, String> start() {
    TestKafka kafka = TestKafka.shared();
    kafka.topics(topics);
    return Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
  }

  @Override
  public void stop() {
    // The broker lives as long as the JVM.
  }
}
