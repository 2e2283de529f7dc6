package pl.dziennik.synergia.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * The page {@code /school} with its real script, in as much of a browser as it needs. Promises are
 * done when a call returns, so there is nothing to wait for.
 */
final class ScriptedPage implements AutoCloseable {
  private final Context context =
      Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

  ScriptedPage() {
    BrowserCrypto.addTo(context.getBindings("js"));
    context.eval("js", text("/page/browser.js"));
    browser("load").executeVoid(text("/templates/page/school.html"));
  }

  /** What the server says next to a request such as {@code GET /synergia/v1/me}. */
  ScriptedPage answering(String request, int status, String body) {
    browser("answer").executeVoid(request, status, body, false);
    return this;
  }

  /** The same, but the answer is under way until {@link #lateAnswersCome()}. */
  ScriptedPage answeringLate(String request, int status, String body) {
    browser("answer").executeVoid(request, status, body, true);
    return this;
  }

  void lateAnswersCome() {
    browser("arrive").executeVoid();
  }

  ScriptedPage remembering(String storage, String key, String value) {
    context.getBindings("js").getMember(storage).invokeMember("setItem", key, value);
    return this;
  }

  String remembered(String storage, String key) {
    return context.getBindings("js").getMember(storage).invokeMember("getItem", key).toString();
  }

  ScriptedPage open(String search) {
    context.getBindings("js").getMember("location").putMember("search", search);
    context.eval("js", text("/META-INF/resources/school-assets/school.js"));
    return this;
  }

  /** Clicks as fast as nobody can: all before any answer is back. */
  void click(String id, int times) {
    context
        .eval("js", "(e, n) => { for (let i = 0; i < n; i++) e.onclick(); }")
        .executeVoid(element(id), times);
  }

  void click(String id) {
    click(id, 1);
  }

  String textOf(String id) {
    return element(id).getMember("textContent").toString();
  }

  boolean isHidden(String id) {
    return element(id).getMember("hidden").asBoolean();
  }

  /** The one section that is seen. */
  String shown() {
    return browser("shown").execute().asString();
  }

  String address() {
    return member("address").asString();
  }

  List<String> requests() {
    return strings("requests");
  }

  /** Where the page sent the browser. */
  List<String> left() {
    return strings("left");
  }

  @Override
  public void close() {
    context.close();
  }

  private Value element(String id) {
    return browser("element").execute(id);
  }

  private List<String> strings(String name) {
    return List.of(member(name).as(String[].class));
  }

  private Value member(String name) {
    return context.getBindings("js").getMember("browser").getMember(name);
  }

  private Value browser(String function) {
    return context.eval("js", "(name) => browser[name].bind(browser)").execute(function);
  }

  private static String text(String resource) {
    try (InputStream in = ScriptedPage.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
