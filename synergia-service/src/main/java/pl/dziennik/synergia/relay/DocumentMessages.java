package pl.dziennik.synergia.relay;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import pl.dziennik.events.Topics;
import pl.dziennik.events.document.DocumentHeaders;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.kafka.CloudEvents;
import pl.dziennik.synergia.sync.RenderedDocument;

/** A rendered document as a Kafka record: the content as it is, everything else in headers. */
final class DocumentMessages {
  private static final String SOURCE = "/synergia-service";

  private DocumentMessages() {}

  static ProducerRecord<String, byte[]> record(RenderedDocument document) {
    DocumentKey key = document.key();
    String audience = key.audience().toString();
    ProducerRecord<String, byte[]> out =
        new ProducerRecord<>(Topics.DOCUMENTS, audience, document.content());
    Headers headers = out.headers();
    CloudEvents.write(headers, DocumentHeaders.TYPE, id(document), SOURCE, audience);
    CloudEvents.put(headers, DocumentHeaders.SCHOOL, key.schoolId().toString());
    CloudEvents.put(headers, DocumentHeaders.AUDIENCE, audience);
    CloudEvents.put(headers, DocumentHeaders.CATEGORY, key.category().name());
    CloudEvents.put(headers, DocumentHeaders.PERIOD, key.period());
    number(headers, DocumentHeaders.EPOCH, document.epoch());
    number(headers, DocumentHeaders.VERSION, document.version());
    number(headers, DocumentHeaders.GENERATION_EPOCH, document.generation().epoch());
    number(headers, DocumentHeaders.GENERATION_NUMBER, document.generation().number());
    if (!document.traceparent().isEmpty()) {
      CloudEvents.put(headers, DocumentHeaders.TRACEPARENT, document.traceparent());
    }
    return out;
  }

  /** The same rendering sent twice has one id. */
  private static String id(RenderedDocument document) {
    DocumentKey key = document.key();
    return String.join(
        "/",
        key.schoolId().toString(),
        key.audience().toString(),
        key.category().name(),
        key.period(),
        document.epoch() + "." + document.version());
  }

  private static void number(Headers headers, String name, long value) {
    CloudEvents.put(headers, name, Long.toString(value));
  }
}
