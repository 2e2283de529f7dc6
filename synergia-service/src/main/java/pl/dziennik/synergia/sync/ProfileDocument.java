package pl.dziennik.synergia.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** The child's own data: the only document with their name. */
@ApplicationScoped
public class ProfileDocument implements DocumentRenderer {
  private static final String SELECT =
      """
      select p.id, p.first_name, p.last_name, s.name, coalesce(c.name, ''), coalesce(y.label, '')
      from pupils p
      join schools s on s.id = p.school_id
      left join enrolments e on e.school_id = p.school_id and e.pupil_id = p.id
           and e.until_date is null
      left join classes c on c.school_id = e.school_id and c.id = e.class_id
      left join school_years y on y.school_id = c.school_id and y.id = c.school_year_id
      where p.school_id = ? and p.id = ?
      """;

  @Override
  public Category category() {
    return Category.PROFILE;
  }

  @Override
  public ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException {
    return Statements.list(
            snapshot, SELECT, ProfileDocument::body, key.schoolId(), key.audience().id())
        .stream()
        .findFirst()
        .<ObjectNode>map(FactJson.mapper()::valueToTree)
        .orElseGet(FactJson.mapper()::createObjectNode);
  }

  private static DocumentBody.Profile body(Row r) throws SQLException {
    return new DocumentBody.Profile(r.id(1), r.text(2), r.text(3), r.text(4), r.text(5), r.text(6));
  }
}
