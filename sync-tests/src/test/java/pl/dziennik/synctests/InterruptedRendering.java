package pl.dziennik.synctests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.synergia.grade.GradesDocument;
import pl.dziennik.synergia.sync.DocumentRenderer;
import pl.dziennik.synergia.sync.RenderedDocument;
import pl.dziennik.synergia.sync.Renderers;
import pl.dziennik.synergia.sync.Rendering;

/** A relay that is interrupted while it renders grades: after the versions were read. */
record InterruptedRendering(SyncDatabase database) {

  /** Renders grades only. */
  List<RenderedDocument> with(Runnable between) throws SQLException {
    GradesDocument real = new GradesDocument();
    DocumentRenderer interrupted =
        new DocumentRenderer() {
          @Override
          public Category category() {
            return Category.GRADES;
          }

          @Override
          public ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException {
            between.run();
            return real.render(snapshot, key);
          }
        };
    Rendering rendering =
        new Rendering(new Renderers(List.of(interrupted)), k -> false, (k, e) -> {});
    try (Connection relay = database.database().asRelay()) {
      return rendering.batch(relay, 1000);
    }
  }
}
