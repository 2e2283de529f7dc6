package pl.dziennik.notification.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushHostsTest {
  private static final List<String> LISTED =
      List.of("fcm.googleapis.com", "*.notify.windows.com", "web.push.apple.com");

  private final PushHosts hosts = new PushHosts(LISTED, Optional.empty());
  private final PushHosts local = new PushHosts(LISTED, Optional.of("http://localhost:8026"));

  @Test
  void takesHttpsOnAListedHost() {
    for (String endpoint :
        List.of(
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://FCM.googleapis.com/x",
            "https://fcm.googleapis.com:443/x",
            "https://db5p.notify.windows.com/w/?token=abc%2b",
            "https://web.push.apple.com/QGuQyavXutnMH")) {
      assertThat(hosts.allows(endpoint)).as(endpoint).isTrue();
    }
  }

  @Test
  void takesNothingElse() {
    for (String endpoint :
        List.of(
            "http://fcm.googleapis.com/x",
            "ftp://fcm.googleapis.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://evil.example/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://evilfcm.googleapis.com/x",
            "https://sub.fcm.googleapis.com/x",
            "https://notify.windows.com/x",
            "https://evilnotify.windows.com/x",
            "https://fcm.googleapis.com@evil.example/x",
            "https://user@fcm.googleapis.com/x",
            "https://user:password@fcm.googleapis.com/x",
            "https://evil.example#@fcm.googleapis.com/x",
            "https://fcm.googleapis.com/x#fragment",
            "https://fcm.googleapis.com\\@evil.example/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://2130706433/x",
            "https://169.254.169.254/latest/meta-data",
            "https://localhost/x",
            "http://localhost:8026/push/1",
            "https://fcm.googleapis.com/zażółć",
            "https:fcm.googleapis.com",
            "//fcm.googleapis.com/x",
            "fcm.googleapis.com",
            "javascript:alert(1)",
            "")) {
      assertThat(hosts.allows(endpoint)).as(endpoint).isFalse();
    }
  }

  @Test
  void theLocalReceiverIsOneOriginAndOnlyWhereConfigured() {
    assertThat(local.allows("http://localhost:8026/push/1")).isTrue();
    for (String endpoint :
        List.of(
            "http://localhost:8027/push/1",
            "http://localhost/push/1",
            "http://127.0.0.1:8026/push/1",
            "http://user@localhost:8026/push/1",
            "https://localhost:8026/push/1")) {
      assertThat(local.allows(endpoint)).as(endpoint).isFalse();
    }
    assertThat(new PushHosts(LISTED, Optional.of(" ")).allows("http://localhost:8026/x")).isFalse();
  }

  @Test
  void anEndpointHasOneSpelling() {
    PushHosts hosts = new PushHosts(LISTED, Optional.empty());
    for (String endpoint :
        List.of(
            "https://fcm.googleapis.com/fcm/send/AbC?x=1",
            "HTTPS://FCM.googleapis.com/fcm/send/AbC?x=1",
            "https://fcm.googleapis.com:443/fcm/send/AbC?x=1",
            "https://fcm.googleapis.com:/fcm/send/AbC?x=1")) {
      assertThat(hosts.accepted(endpoint)).contains("https://fcm.googleapis.com/fcm/send/AbC?x=1");
    }
  }
}
