package pl.dziennik.synergia.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTicketsTest {
  private static final GrantTicket TICKET =
      new GrantTicket(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          "subject",
          List.of(UUID.randomUUID()),
          Instant.parse("2026-11-24T10:00:00Z"));

  private final KeyPair older = pair();
  private final KeyPair newer = pair();
  private final GrantTickets tickets = new GrantTickets(keys("newer", newer));

  @Test
  void aTicketOfOursIsReadAsItWasSigned() {
    assertThat(tickets.verify(tickets.sign(TICKET))).contains(TICKET);
  }

  @Test
  void aTicketOfAnOlderKeyServesAsLongAsTheKeyIsThere() {
    String old = new GrantTickets(keys("older", older)).sign(TICKET);

    assertThat(tickets.verify(old)).contains(TICKET);
    assertThat(
            new GrantTickets(
                    new TicketKeys("newer", newer.getPrivate(), Map.of("newer", newer.getPublic())))
                .verify(old))
        .isEmpty();
  }

  @Test
  void whatIsAlteredOrSignedBySomebodyElseIsNoTicket() {
    String good = tickets.sign(TICKET);
    String[] parts = good.split("\\.", -1);
    String otherLink =
        encode(decode(parts[1]).replace(TICKET.linkId().toString(), UUID.randomUUID().toString()));
    KeyPair foreign = pair();
    String forged =
        new GrantTickets(
                new TicketKeys("newer", foreign.getPrivate(), Map.of("newer", foreign.getPublic())))
            .sign(TICKET);

    assertThat(tickets.verify(parts[0] + "." + otherLink + "." + parts[2])).isEmpty();
    assertThat(tickets.verify(forged)).isEmpty();
    assertThat(tickets.verify(good.substring(0, good.length() - 4))).isEmpty();
    assertThat(tickets.verify("")).isEmpty();
    assertThat(tickets.verify("..")).isEmpty();
    assertThat(tickets.verify("%%%.%%%.%%%")).isEmpty();
  }

  @Test
  void aHeaderOfAnotherKindIsRefused() {
    String[] parts = tickets.sign(TICKET).split("\\.", -1);

    for (String header :
        List.of(
            "{\"alg\":\"none\",\"kid\":\"newer\",\"typ\":\"grant-ticket\"}",
            "{\"alg\":\"EdDSA\",\"kid\":\"newer\",\"typ\":\"JWT\"}",
            "{\"alg\":\"EdDSA\",\"kid\":\"../newer\",\"typ\":\"grant-ticket\"}")) {
      assertThat(tickets.verify(encode(header) + "." + parts[1] + "." + parts[2]))
          .as(header)
          .isEmpty();
    }
  }

  private TicketKeys keys(String active, KeyPair signing) {
    return new TicketKeys(
        active,
        signing.getPrivate(),
        Map.of("older", older.getPublic(), "newer", newer.getPublic()));
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
