package pl.dziennik.support.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;

/** Turns what is read from the resources into the document that the gateway publishes. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class PublicDocument implements OASFilter {
  private static final String INTERNAL = "/internal/";

  private final SchemaNames names;
  private final Set<String> idempotent;

  /** Made while the service is built. */
  public PublicDocument(IndexView index) {
    this.names = new SchemaNames(prefix());
    this.idempotent = IdempotentOperations.in(index);
  }

  @Override
  public Schema filterSchema(Schema schema) {
    names.rename(schema);
    return schema;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    List.copyOf(document.getPaths().getPathItems().keySet()).stream()
        .filter(p -> p.startsWith(INTERNAL))
        .forEach(document.getPaths()::removePathItem);
    Components components =
        Optional.ofNullable(document.getComponents()).orElseGet(OASFactory::createComponents);
    document.setComponents(components);
    names.renameAll(components);
    StandardProblems.declareIn(components);
    Examples examples = Examples.of(components, PropertyExamples.ofService());
    for (PathItem item : document.getPaths().getPathItems().values()) {
      item.getOperations().values().forEach(o -> complete(o, examples));
      item.getOperations().forEach((m, o) -> StandardProblems.addTo(m, o));
    }
    document.setTags(null);
  }

  private void complete(Operation operation, Examples examples) {
    operation.setTags(
        Optional.ofNullable(operation.getTags()).orElse(List.of()).stream()
            .map(t -> names.prefix() + ": " + t.replaceFirst(" Resource$", ""))
            .collect(Collectors.toList()));
    if (idempotent.contains(operation.getOperationId())) {
      IdempotentOperations.describe(operation);
    }
    examples.addTo(operation);
  }

  private static String prefix() {
    return ConfigProvider.getConfig()
        .getOptionalValue("dziennik.openapi.prefix", String.class)
        .orElse("");
  }
}
