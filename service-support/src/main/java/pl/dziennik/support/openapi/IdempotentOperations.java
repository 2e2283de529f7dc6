package pl.dziennik.support.openapi;

import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import pl.dziennik.support.idempotency.Idempotent;

/** The interceptor reads its header by itself, so no parameter of the method says so. */
final class IdempotentOperations {
  private IdempotentOperations() {}

  static Set<String> in(IndexView index) {
    return index.getAnnotations(Idempotent.class).stream()
        .map(AnnotationInstance::target)
        .filter(t -> t.kind() == AnnotationTarget.Kind.METHOD)
        .map(
            t ->
                t.asMethod()
                    .annotation(org.eclipse.microprofile.openapi.annotations.Operation.class))
        .filter(o -> o != null && o.value("operationId") != null)
        .map(o -> o.value("operationId").asString())
        .collect(Collectors.toSet());
  }

  static void describe(Operation operation) {
    operation.addParameter(
        OASFactory.createParameter()
            .name("Idempotency-Key")
            .in(Parameter.In.HEADER)
            .required(false)
            .description(
                "The same key and body within 24 hours give the same status, Location and id;"
                    + " another body is 422, one still running 409.")
            .schema(OASFactory.createSchema().addType(SchemaType.STRING))
            .example("5f0c9e1e-3c1b-4a57-9d0e-2b8f6c1d7a10"));
  }
}
