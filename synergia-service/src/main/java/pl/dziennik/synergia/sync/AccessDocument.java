package pl.dziennik.synergia.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody;
import pl.dziennik.events.document.DocumentKey;
import pl.dziennik.support.sql.Row;
import pl.dziennik.support.sql.Statements;

/** What an account may see. A disabled, unknown or removed account may see nothing. */
@ApplicationScoped
public class AccessDocument implements DocumentRenderer {
  private static final String ENABLED =
      "select person_id from school_accounts where school_id = ? and id = ? and enabled";
  private static final String PUPILS =
      """
      select p.id, e.class_id from pupils p
      left join enrolments e on e.school_id = p.school_id and e.pupil_id = p.id
           and e.until_date is null
      where p.school_id = ? and (p.id = ? or p.id in (
        select w.pupil_id from guardianships w where w.school_id = ? and w.guardian_id = ?))
      order by p.id
      """;
  private static final String BLOCKED =
      "select category from sharing_policy where school_id = ? order by category";

  @Override
  public Category category() {
    return Category.ACCESS;
  }

  @Override
  public ObjectNode render(Connection snapshot, DocumentKey key) throws SQLException {
    UUID school = key.schoolId();
    UUID account = key.audience().id();
    Optional<UUID> person =
        Statements.list(snapshot, ENABLED, (Row r) -> r.id(1), school, account).stream()
            .findFirst();
    List<DocumentBody.AccessPupil> pupils =
        person.isEmpty()
            ? List.of()
            : Statements.list(
                snapshot,
                PUPILS,
                AccessDocument::pupil,
                school,
                person.get(),
                school,
                person.get());
    return FactJson.mapper()
        .valueToTree(
            new DocumentBody.Access(
                account,
                person.isPresent(),
                pupils,
                Statements.list(snapshot, BLOCKED, r -> Category.valueOf(r.text(1)), school)));
  }

  private static DocumentBody.AccessPupil pupil(Row r) throws SQLException {
    return new DocumentBody.AccessPupil(r.id(1), r.optionalId(2).map(List::of).orElse(List.of()));
  }
}
