package pl.dziennik.synergia.slip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** Liberation fonts, embedded: they have every Polish and Ukrainian letter. */
final class SlipFonts {
  private static final String FOLDER = "/liberation/";

  private final BaseFont regular = load("LiberationSans-Regular.ttf");
  private final BaseFont strong = load("LiberationSans-Bold.ttf");
  private final BaseFont fixed = load("LiberationMono-Bold.ttf");

  Font normal() {
    return new Font(regular, 11);
  }

  Font small() {
    return new Font(regular, 9);
  }

  Font bold() {
    return new Font(strong, 12);
  }

  Font title() {
    return new Font(strong, 17);
  }

  Font mono() {
    return new Font(fixed, 16);
  }

  private static BaseFont load(String file) {
    try (InputStream in = SlipFonts.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("font missing: " + file);
      }
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
