package pl.dziennik.synergia.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import pl.dziennik.events.FactJson;

/**
 * Signs and verifies grant tickets: JWS compact, EdDSA over Ed25519, {@code typ} grant-ticket. A
 * new key signs, old ones verify as long as links stand.
 */
public final class GrantTickets {
  private static final String TYPE = "grant-ticket";
  private static final int PARTS = 3;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final TicketKeys keys;

  public GrantTickets(TicketKeys keys) {
    this.keys = keys;
  }

  public String sign(GrantTicket ticket) {
    String signed =
        encode(Map.of("alg", "EdDSA", "kid", keys.activeId(), "typ", TYPE)) + "." + encode(ticket);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.active());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a ticket could not be signed", e);
    }
  }

  /** The ticket, if one of our keys signed exactly this as a grant ticket. */
  public Optional<GrantTicket> verify(String jws) {
    String[] parts = jws.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      JsonNode header = FactJson.mapper().readTree(DECODER.decode(parts[0]));
      if (!"EdDSA".equals(header.path("alg").asText())
          || !TYPE.equals(header.path("typ").asText())) {
        return Optional.empty();
      }
      Optional<PublicKey> key = keys.verifying(header.path("kid").asText());
      return key.isPresent() && isSigned(key.get(), parts)
          ? Optional.of(FactJson.mapper().readValue(DECODER.decode(parts[1]), GrantTicket.class))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean isSigned(PublicKey key, String[] parts) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(DECODER.decode(parts[2]));
  }

  private static String encode(Object value) {
    try {
      return ENCODER.encodeToString(FactJson.mapper().writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
