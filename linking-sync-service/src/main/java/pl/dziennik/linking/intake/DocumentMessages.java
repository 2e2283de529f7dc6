package pl.dziennik.linking.intake;

import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pl.dziennik.events.document.Audience;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentHeaders;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.events.document.Generation;
import pl.dziennik.linking.sync.ReceivedDocument;
import pl.dziennik.support.kafka.CloudEvents;

/** Reads a document message of the published language. */
final class DocumentMessages {
  private final ConsumerRecord<String, byte[]> record;

  private DocumentMessages(ConsumerRecord<String, byte[]> record) {
    this.record = record;
  }

  /** True for a type or category of a later version: to be skipped, not to be mended. */
  static boolean isOfALaterVersion(ConsumerRecord<String, byte[]> record) {
    DocumentMessages message = new DocumentMessages(record);
    Optional<String> type = CloudEvents.type(record.headers());
    return type.isPresent()
        && (!type.get().equals(DocumentHeaders.TYPE)
            || message.header(DocumentHeaders.CATEGORY).filter(c -> !isKnown(c)).isPresent());
  }

  /**
   * @throws IllegalArgumentException when a header is missing or is not what it should be
   */
  static ReceivedDocument read(ConsumerRecord<String, byte[]> record) {
    DocumentMessages message = new DocumentMessages(record);
    if (record.value() == null) {
      throw new IllegalArgumentException("no content");
    }
    if (message.required(DocumentHeaders.PERIOD).indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a period that no column can hold");
    }
    return new ReceivedDocument(
        new DocumentKey(
            UUID.fromString(message.required(DocumentHeaders.SCHOOL)),
            Audience.parse(message.required(DocumentHeaders.AUDIENCE)),
            Category.valueOf(message.required(DocumentHeaders.CATEGORY)),
            message.required(DocumentHeaders.PERIOD)),
        message.number(DocumentHeaders.EPOCH),
        message.number(DocumentHeaders.VERSION),
        new Generation(
            message.number(DocumentHeaders.GENERATION_EPOCH),
            message.number(DocumentHeaders.GENERATION_NUMBER)),
        record.value());
  }

  private static boolean isKnown(String category) {
    try {
      Category.valueOf(category);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<String> header(String name) {
    return CloudEvents.get(record.headers(), name);
  }

  private String required(String name) {
    return header(name).orElseThrow(() -> new IllegalArgumentException("no header " + name));
  }

  private long number(String name) {
    return Long.parseLong(required(name));
  }
}
