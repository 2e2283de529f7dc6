package pl.dziennik.linking.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.linking.export.ExportPart;
import pl.dziennik.support.sql.Statements;
import pl.dziennik.support.sql.Transactions;

/**
 * The copy in the export of an account: by link and pupil, the documents and the timeline that the
 * link's own ACCESS document opens. A pupil that is not open is there with the reason.
 */
@ApplicationScoped
class CopyPart implements ExportPart {
  private final AgroalDataSource dataSource;

  CopyPart(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public String name() {
    return "copy";
  }

  @Override
  public JsonNode of(UUID account) throws SQLException {
    return Transactions.in(
        dataSource,
        c -> {
          Statements.update(c, "set transaction isolation level repeatable read, read only");
          return of(c, account);
        });
  }

  private static JsonNode of(Connection snapshot, UUID account) throws SQLException {
    List<CopyLines.Covered> covered = CopyLines.covered(snapshot, account);
    List<CopyLines.Held> documents = CopyLines.documents(snapshot, account);
    List<CopyLines.Held> timeline = CopyLines.timeline(snapshot, account);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    access(out.putArray("access"), covered);
    ArrayNode pupils = out.putArray("pupils");
    for (CopyLines.Covered line : covered) {
      Standing standing = line.link().standing(line.pupil(), Optional.empty());
      ObjectNode pupil =
          pupils
              .addObject()
              .put("linkId", line.link().id().toString())
              .put("pupilId", line.pupil().toString())
              .put("firstName", line.firstName())
              .put("status", status(standing));
      held(pupil.putArray("documents"), line, standing, documents, "document");
      held(pupil.putArray("timeline"), line, standing, timeline, "item");
    }
    return out;
  }

  private static void access(ArrayNode out, List<CopyLines.Covered> covered) {
    Map<UUID, CoveringLink> links = new LinkedHashMap<>();
    covered.forEach(line -> links.putIfAbsent(line.link().id(), line.link()));
    for (CoveringLink link : links.values()) {
      link.access()
          .ifPresent(
              content ->
                  out.addObject()
                      .put("linkId", link.id().toString())
                      .putRawValue("document", raw(content)));
    }
  }

  private static RawValue raw(byte[] json) {
    return new RawValue(new String(json, StandardCharsets.UTF_8));
  }

  private static void held(
      ArrayNode out,
      CopyLines.Covered line,
      Standing standing,
      List<CopyLines.Held> all,
      String name) {
    Right right = new Right(line.link(), standing);
    for (CopyLines.Held held : all) {
      if (held.link().equals(line.link().id())
          && held.pupil().equals(line.pupil())
          && right.opens(held.audience(), held.category())) {
        out.addObject()
            .put("category", held.category().name())
            .put("period", held.period())
            .putRawValue(name, raw(held.content()));
      }
    }
  }

  private static String status(Standing standing) {
    return switch (standing) {
      case Standing.Readable _ -> "ACTIVE";
      case Standing.Awaited _ -> "DOWNLOADING";
      case Standing.Suspended(SuspensionReason reason) -> reason.name();
      case Standing.NoRight _, Standing.Blocked _ -> "NO_LONGER_SHARED";
      case Standing.Restoring _ -> throw Right.restoring();
    };
  }
}
