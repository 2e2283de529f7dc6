package pl.dziennik.account.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The terms in force. A new version is a new file and a new number, never an edit. */
@ApplicationScoped
public class Terms {
  private static final String VERSION = "2026-1";

  private final Version current = new Version(VERSION, "pl", read("/terms/" + VERSION + "-pl.txt"));

  /** A version as shown. */
  public record Version(String version, String language, String text) {}

  public Version current() {
    return current;
  }

  private static String read(String file) {
    try (InputStream in = Terms.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
