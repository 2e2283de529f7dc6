package pl.dziennik.testkit.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Source;

/** A page's template as it stands, and the script that it loads. */
record PageFile(String html, Source script) {
  private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*\\bsrc=\"([^\"]+)\"[^>]*>");

  static PageFile of(String template) {
    String html = text("/templates/page/" + template + ".html");
    Matcher tag = SCRIPT.matcher(html);
    if (!tag.find()) {
      throw new IllegalArgumentException(template + " has no script");
    }
    boolean isModule = tag.group().contains("type=\"module\"");
    return new PageFile(html, script("/META-INF/resources" + tag.group(1), isModule));
  }

  static String text(String resource) {
    try (InputStream in = url(resource).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source script(String resource, boolean isModule) {
    String type = "application/javascript" + (isModule ? "+module" : "");
    try {
      return Source.newBuilder("js", url(resource)).mimeType(type).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(String resource) {
    URL url = PageFile.class.getResource(resource);
    if (url == null) {
      throw new IllegalArgumentException("no " + resource);
    }
    return url;
  }
}
