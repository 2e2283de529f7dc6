package pl.dziennik.linking.family;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes JSON around documents that are passed through unparsed. */
final class JsonBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
  private boolean isFirst = true;

  JsonBytes openObject() {
    return open('{');
  }

  JsonBytes closeObject() {
    return close('}');
  }

  JsonBytes openList(String name) {
    return name(name).open('[');
  }

  JsonBytes closeList() {
    return close(']');
  }

  JsonBytes text(String name, Object value) {
    name(name);
    quoted(value.toString());
    isFirst = false;
    return this;
  }

  JsonBytes flag(String name, boolean value) {
    name(name);
    out.writeBytes((value ? "true" : "false").getBytes(StandardCharsets.US_ASCII));
    isFirst = false;
    return this;
  }

  /** A member whose value is JSON already. */
  JsonBytes raw(String name, byte[] json) {
    name(name);
    out.writeBytes(json);
    isFirst = false;
    return this;
  }

  /** The members of an object, written into the object that is open. */
  JsonBytes members(byte[] object) {
    int from = 0;
    int to = object.length - 1;
    while (from < to && isSpace(object[from])) {
      from++;
    }
    while (to > from && isSpace(object[to])) {
      to--;
    }
    if (to <= from || object[from] != '{' || object[to] != '}') {
      throw new IllegalStateException("a stored document is no JSON object");
    }
    from++;
    while (from < to && isSpace(object[from])) {
      from++;
    }
    if (from < to) {
      comma();
      out.write(object, from, to - from);
      isFirst = false;
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private JsonBytes open(char bracket) {
    comma();
    out.write(bracket);
    isFirst = true;
    return this;
  }

  private JsonBytes close(char bracket) {
    out.write(bracket);
    isFirst = false;
    return this;
  }

  private JsonBytes name(String name) {
    comma();
    quoted(name);
    out.write(':');
    isFirst = true;
    return this;
  }

  private void quoted(String text) {
    out.write('"');
    out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(text));
    out.write('"');
  }

  private void comma() {
    if (!isFirst) {
      out.write(',');
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
