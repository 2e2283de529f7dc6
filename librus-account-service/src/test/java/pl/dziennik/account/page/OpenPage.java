package pl.dziennik.account.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** One of the pages with its real script, in a JavaScript engine with the page's elements. */
final class OpenPage implements AutoCloseable {
  private static final Pattern ELEMENT = Pattern.compile("<(\\w+)\\s[^>]*\\bid=\"([^\"]+)\"[^>]*>");
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/account-assets/[^\"]+)\"");

  private final Context js =
      Context.newBuilder("js")
          .allowIO(IOAccess.ALL)
          .option("engine.WarnInterpreterOnly", "false")
          .build();
  private final String html;

  OpenPage(String template) {
    html = text(resource("/templates/page/" + template + ".html"));
    js.eval("js", text(resource("/page/browser.js")));
    Matcher element = ELEMENT.matcher(html);
    while (element.find()) {
      boolean isHidden = element.group().matches(".*\\shidden\\b.*");
      js.getBindings("js")
          .getMember("addElement")
          .execute(element.group(2), element.group(1).equals("section"), isHidden);
    }
  }

  /** What the browser keeps from an earlier visit. */
  OpenPage remembering(String name, String value) {
    js.getBindings("js").getMember("stored").putMember(name, value);
    return this;
  }

  /** The service will answer the next request so; 0: not at all. */
  OpenPage answered(int status, String body) {
    js.getBindings("js").putMember("nextStatus", status);
    js.getBindings("js").putMember("nextBody", body);
    js.eval("js", "answers.push({ status: nextStatus, body: nextBody })");
    return this;
  }

  /** Runs the page's script. */
  OpenPage opened() {
    Matcher script = SCRIPT.matcher(html);
    if (!script.find()) {
      throw new IllegalStateException("no script");
    }
    try {
      Path file = resource("/META-INF/resources" + script.group(1));
      js.eval(
          Source.newBuilder("js", file.toFile()).mimeType("application/javascript+module").build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  OpenPage press(String id) {
    js.eval("js", "elements['" + id + "'].onclick()");
    return this;
  }

  /** Fills the form with that password twice and sends it. */
  OpenPage submit(String password) {
    of("password").putMember("value", password);
    of("repeat").putMember("value", password);
    js.eval("js", "elements.form.onsubmit({ preventDefault: () => {} })");
    return this;
  }

  boolean shows(String id) {
    return !of(id).getMember("hidden").asBoolean();
  }

  String text(String id) {
    return of(id).getMember("textContent").asString();
  }

  String value(String id) {
    return of(id).getMember("value").asString();
  }

  String focused() {
    return js.getBindings("js").getMember("focused").asString();
  }

  /** Path and body of the last request. */
  String lastSent() {
    return js.eval("js", "sent.at(-1) ?? ''").asString();
  }

  @Override
  public void close() {
    js.close();
  }

  private Value of(String id) {
    return js.getBindings("js").getMember("elements").getMember(id);
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(OpenPage.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
