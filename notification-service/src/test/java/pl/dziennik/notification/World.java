package pl.dziennik.notification;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.Fact;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.Topics;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.support.outbox.KafkaSender;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.testkit.Patience;
import pl.dziennik.testkit.Rows;
import pl.dziennik.testkit.TestKafka;
import pl.dziennik.testkit.TestPostgres;

/** What surrounds the service: the broker's topics and, for looking, the database. */
@Singleton
class World {
  private final AgroalDataSource dataSource;
  private final KafkaSender sender;

  World(AgroalDataSource dataSource, KafkaSender sender) {
    this.dataSource = dataSource;
    this.sender = sender;
  }

  /** Tells facts, in order. */
  void tell(Fact... facts) {
    for (Fact fact : facts) {
      send(
          fact.accountId(),
          FactJson.typeOf(fact),
          Family.idOf(fact),
          topic(fact),
          FactJson.write(fact));
    }
  }

  void send(UUID key, String type, String id, String topic, byte[] payload) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key.toString(), payload);
    CloudEvents.write(record.headers(), type, id, "/test", key.toString());
    try {
      sender.producer().send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells facts and waits until they have been taken. */
  void told(Fact... facts) {
    tell(facts);
    for (Fact fact : facts) {
      await(() -> count("inbox where message_id = ?", Family.idOf(fact)) == 1);
    }
  }

  /** A family that the service knows, with Mobilne dodatki. */
  Family known(Family family) {
    told(family.enabled(1), family.addons(1));
    told(family.live(1));
    return family;
  }

  /** The same without. */
  Family knownFree(Family family) {
    told(family.enabled(1));
    told(family.live(1));
    return family;
  }

  long count(String from, Object... values) {
    return Rows.count(dataSource, from, values);
  }

  int update(String sql, Object... values) {
    try (Connection c = dataSource.getConnection()) {
      return Statements.update(c, sql, values);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on mails to an address wait a day. */
  void holdMails(String address) {
    try (Connection owner = TestPostgres.shared().database("notification").asOwner()) {
      Statements.update(
          owner,
          """
          create or replace function hold() returns trigger language plpgsql as $$ begin
            new.next_at := new.next_at + interval '1 day'; return new; end $$
          """);
      Statements.update(
          owner,
          "create or replace trigger hold before insert on mails for each row when (new.recipient = '"
              + address
              + "') execute function hold()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long notifications(Family family) {
    return count("notifications where account_id = ?", family.account);
  }

  long deliveries(Family family, String channel, String state) {
    return count(
        """
        deliveries d join notifications n on n.id = d.notification_id
        where n.account_id = ? and d.channel = ? and d.state = ?
        """,
        family.account,
        channel,
        state);
  }

  /** Tables in which a text is found, as text or as bytes. */
  List<String> tablesWith(String canary) {
    List<String> found = new ArrayList<>();
    try (Connection c = dataSource.getConnection()) {
      for (String table :
          Statements.list(
              c,
              "select table_name from information_schema.tables where table_schema = 'public'"
                  + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'",
              (Row r) -> r.text(1))) {
        String hex = java.util.HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
        long rows =
            Rows.count(
                c,
                table + " t where position(? in t::text) > 0 or position(? in t::text) > 0",
                canary,
                hex);
        if (rows > 0) {
          found.add(table);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  /** All messages of a key on a topic, waiting until there are so many. */
  List<ConsumerRecord<String, byte[]>> messages(String topic, UUID key, int atLeast) {
    List<ConsumerRecord<String, byte[]>> out = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.shared().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          reader.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      await(
          () -> {
            reader
                .poll(Duration.ofMillis(200))
                .forEach(
                    r -> {
                      if (key.toString().equals(r.key())) {
                        out.add(r);
                      }
                    });
            return out.size() >= atLeast;
          });
    }
    return out;
  }

  static void await(Callable<Boolean> condition) {
    Patience.until(condition);
  }

  private static String topic(Fact fact) {
    return fact instanceof AccountState || fact instanceof EntitlementState
        ? Topics.ACCOUNT_FACTS
        : Topics.LINKING_FACTS;
  }
}
