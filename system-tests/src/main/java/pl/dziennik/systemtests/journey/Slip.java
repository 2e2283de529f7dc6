package pl.dziennik.systemtests.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import pl.dziennik.systemtests.client.Answer;

/** What stands on an access slip, read from the printed PDF. */
public record Slip(String login, String password, String text) {
  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "\\b(\\d{7,12})\\b.*?\\b([a-z0-9]{5}-[a-z0-9]{5}-[a-z0-9]{5})\\b", Pattern.DOTALL);

  public boolean isForAGuardian() {
    return text.contains("opiekuna");
  }

  /** One slip a page. */
  public static List<Slip> on(Answer pdf) {
    if (!"application/pdf".equals(pdf.header("content-type"))) {
      throw new IllegalStateException("not a PDF: " + pdf.header("content-type"));
    }
    try (PdfReader reader = new PdfReader(pdf.bytes())) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      List<Slip> out = new ArrayList<>();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        out.add(of(extractor.getTextFromPage(page)));
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Slip of(String text) {
    Matcher m = CREDENTIALS.matcher(text);
    if (!m.find()) {
      throw new IllegalStateException("no login and password on: " + text);
    }
    return new Slip(m.group(1), m.group(2), text);
  }
}
