package pl.dziennik.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Ways into a YAML tree; what is not there is empty. */
record YamlFile(Object root) {

  /** The documents of a file below the repository's root. */
  static List<YamlFile> read(String path) {
    List<YamlFile> documents = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text(path))) {
      documents.add(new YamlFile(document));
    }
    return documents;
  }

  static String text(String path) {
    try {
      return Files.readString(ServiceSettings.ROOT.resolve(Path.of(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  YamlFile at(String... names) {
    Object node = root;
    for (String name : names) {
      node = node instanceof Map<?, ?> map && map.get(name) != null ? map.get(name) : Map.of();
    }
    return new YamlFile(node == null ? Map.of() : node);
  }

  /** The children of a mapping. */
  Map<String, YamlFile> map() {
    Map<String, YamlFile> children = new LinkedHashMap<>();
    if (root instanceof Map<?, ?> map) {
      map.forEach((name, child) -> children.put(name.toString(), new YamlFile(child)));
    }
    return children;
  }

  /** The items of a sequence. */
  List<YamlFile> list() {
    return root instanceof List<?> list
        ? list.stream().map(i -> new YamlFile((Object) i)).toList()
        : List.of();
  }

  /** A scalar as text; empty for anything else. */
  String text() {
    return root instanceof Map<?, ?> || root instanceof List<?> ? "" : String.valueOf(root);
  }
}
