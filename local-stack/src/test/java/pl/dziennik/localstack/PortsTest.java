package pl.dziennik.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  /** Far from every platform, and below the ports that systems give to outgoing connections. */
  private static final int FAR_AWAY = 11_000;

  @Test
  void aSecondPlatformAsSuggestedMeetsNoPortOfTheFirst() {
    assertThat(new Ports(200).all().values())
        .doesNotContainAnyElementsOf(new Ports(0).all().values());
  }

  @Test
  void aPortInUseIsNamedWithWhatItIsFor() throws IOException {
    Ports ports = new Ports(FAR_AWAY);
    try (ServerSocket taken =
        new ServerSocket(ports.mailbox(), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("the mailbox")
          .hasMessageContaining("DZIENNIK_PORT_OFFSET=11200");
    }
  }
}
