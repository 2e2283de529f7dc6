package pl.dziennik.linking.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The consent text in force. A new version is a new file and a new number, never an edit: the
 * evidence of older consents names what they agreed to.
 */
@ApplicationScoped
public class ConsentTexts {
  private static final String ID = "family-copy";
  private static final String VERSION = "1";

  /** The one language that is complete; others come as further files of the same version. */
  private static final String LANGUAGE = "pl";

  private final ConsentText current =
      text(read("/consents/" + ID + "-" + VERSION + "-" + LANGUAGE + ".txt"));

  public ConsentText current() {
    return current;
  }

  private static ConsentText text(String text) {
    return new ConsentText(
        ID,
        VERSION,
        LANGUAGE,
        text,
        sha256(text),
        List.of(
            "Szkoła (dane w dzienniku Synergia)",
            "Librus sp. z o.o. sp. k., Katowice (kopia na Koncie LIBRUS)"),
        List.of(
            "Wyświetlanie danych z dziennika na Koncie LIBRUS",
            "Powiadamianie o nowych wpisach w dzienniku"),
        "Ustawienia → powiązanie → „Usuń powiązanie”; w każdej chwili, bez podania przyczyny");
  }

  private static String read(String file) {
    try (InputStream in = ConsentTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
