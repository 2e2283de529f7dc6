package pl.dziennik.notification;

import java.util.Map;
import java.util.UUID;

/** A device as a browser would register it, at a push service that nobody calls. */
final class SomeDevice {
  static final String DEVICES = "/notifications/v1/devices";
  static final String POINT =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

  private SomeDevice() {}

  static Map<String, Object> device() {
    return Family.device(endpoint(), POINT, AUTH);
  }

  static String endpoint() {
    return "https://fcm.googleapis.com/fcm/send/" + UUID.randomUUID();
  }
}
