package pl.dziennik.testkit.page;

import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/**
 * A page of the service under test with its real script, in as much of a browser as it needs.
 * Promises are done when a call returns, so there is nothing to wait for. A request that no answer
 * was given for, an element that the page has not and an error that nobody caught fail the test:
 * the script would take the first two for an outage.
 */
public final class PageInBrowser implements AutoCloseable {
  private final Context context =
      Context.newBuilder("js")
          .allowIO(IOAccess.ALL)
          .option("engine.WarnInterpreterOnly", "false")
          .option("js.unhandled-rejections", "throw")
          .build();
  private final PageFile file;

  /**
   * Before anything of it runs.
   *
   * @param template of {@code templates/page}, without its ending: {@code activate.uk}
   */
  public PageInBrowser(String template) {
    file = PageFile.of(template);
    BrowserCrypto.addTo(context.getBindings("js"));
    context.eval("js", PageFile.text("/pl/dziennik/testkit/page/browser.js"));
    browser("load").executeVoid(file.html());
  }

  /** An attribute that the service fills in on the page's body, such as {@code data-origins}. */
  public PageInBrowser withBodyData(String name, String value) {
    js("document").getMember("body").getMember("dataset").putMember(name, value);
    return this;
  }

  /** Another window opened this one. */
  public PageInBrowser fromWindow() {
    browser("openFromWindow").executeVoid();
    return this;
  }

  /**
   * What the browser keeps from an earlier visit.
   *
   * @param storage {@code localStorage} or {@code sessionStorage}
   */
  public PageInBrowser remembering(String storage, String key, String value) {
    js(storage).invokeMember("setItem", key, value);
    return this;
  }

  /** What the browser keeps now; {@code "null"} when nothing. */
  public String remembered(String storage, String key) {
    return js(storage).invokeMember("getItem", key).toString();
  }

  /**
   * What the server says next to a request such as {@code GET /synergia/v1/me}.
   *
   * @param status 0: nothing comes back at all
   */
  public PageInBrowser answering(String request, int status, String body) {
    browser("answer").executeVoid(request, status, body, false);
    return this;
  }

  /** The same, but the answer is under way until {@link #lateAnswersCome()}. */
  public PageInBrowser answeringLate(String request, int status, String body) {
    browser("answer").executeVoid(request, status, body, true);
    return this;
  }

  /** Lets all late answers come, in the order of their requests. */
  public void lateAnswersCome() {
    browser("arrive").executeVoid();
    noFault();
  }

  /** Opens the page at that address, which may have a query and a fragment, and runs its script. */
  public PageInBrowser open(String address) {
    browser("go").executeVoid(address);
    context.eval(file.script());
    noFault();
    return this;
  }

  /** Clicks as fast as nobody can: all before any answer is back. */
  public void click(String id, int times) {
    browser("clickFast").executeVoid(id, times);
    noFault();
  }

  /** One click. */
  public void click(String id) {
    click(id, 1);
  }

  /** A click that asks for another tab. */
  public void clickHoldingCtrl(String id) {
    browser("click").executeVoid(id, context.eval("js", "({ ctrlKey: true })"));
    noFault();
  }

  /** Types into an empty field. */
  public PageInBrowser typing(String id, String value) {
    element(id).putMember("value", value);
    return this;
  }

  /** Sends the form. */
  public void submit(String id) {
    context.eval("js", "(form) => form.onsubmit({ preventDefault() {} })").executeVoid(element(id));
    noFault();
  }

  public String textOf(String id) {
    return element(id).getMember("textContent").toString();
  }

  public String valueOf(String id) {
    return element(id).getMember("value").toString();
  }

  public String linkOf(String id) {
    return element(id).getMember("href").toString();
  }

  /** The language that the script says an element's text is in; empty when it says none. */
  public String languageOf(String id) {
    return element(id).getMember("lang").toString();
  }

  public boolean isHidden(String id) {
    return element(id).getMember("hidden").asBoolean();
  }

  /** The sections that are seen, by comma: one at a time, on the pages as they are. */
  public String shown() {
    return browser("shown").execute().asString();
  }

  /** The element that has the keyboard's focus; empty when none was given it. */
  public String focused() {
    return member("focused").asString();
  }

  /** What stands in the address bar after the host. */
  public String address() {
    return browser("address").execute().asString();
  }

  /** Method, path, {@code Authorization} and body of every request so far. */
  public List<String> requests() {
    return strings("requests");
  }

  /** Where the page sent the browser. */
  public List<String> left() {
    return strings("left");
  }

  /** Where the page sent the browser without leaving itself in the history. */
  public List<String> replaced() {
    return strings("replaced");
  }

  /** What links opened in other tabs. */
  public List<String> opened() {
    return strings("opened");
  }

  /** What was sent to the window that opened this one: for which origin, and as JSON. */
  public List<String> messages() {
    return strings("messages");
  }

  public boolean isClosed() {
    return member("closed").asBoolean();
  }

  @Override
  public void close() {
    context.close();
  }

  private void noFault() {
    List<String> faults = strings("faults");
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("; ", faults));
    }
  }

  private Value element(String id) {
    Value element = browser("element").execute(id);
    noFault();
    return element;
  }

  private List<String> strings(String name) {
    return List.of(member(name).as(String[].class));
  }

  private Value member(String name) {
    return js("browser").getMember(name);
  }

  private Value browser(String function) {
    return context.eval("js", "(name) => browser[name].bind(browser)").execute(function);
  }

  private Value js(String name) {
    return context.getBindings("js").getMember(name);
  }
}
