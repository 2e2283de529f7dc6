package pl.dziennik.linking.family;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pl.dziennik.events.FactJson;
import pl.dziennik.events.document.Category;
import pl.dziennik.events.document.DocumentBody.Access;
import pl.dziennik.events.document.DocumentBody.AccessPupil;
import pl.dziennik.support.sql.Row;

/**
 * A link that stands, with the ACCESS document of its own school account: where every read starts.
 *
 * @param version of the link's row
 * @param accessState epoch.version of the ACCESS document, empty as long as none has come
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record CoveringLink(
    UUID id,
    long version,
    boolean isSuspended,
    boolean isQuarantined,
    String accessState,
    Optional<byte[]> access) {

  /** Columns of {@link #of}, the first of a statement. */
  static final String COLUMNS =
      """
      l.id, l.version, l.status = 'SUSPENDED', coalesce(q.quarantined, false),
        coalesce(a.epoch || '.' || a.version, ''), a.content\
      """;

  /** The number of these columns. */
  static final int WIDTH = 6;

  /** Links with the pupils of their tickets ({@code p}); ends where more joins may follow. */
  static final String FROM =
      """
      links l
      join link_pupils p on p.link_id = l.id
      left join school_epochs q on q.school_id = l.school_id
      left join documents a on a.school_id = l.school_id
        and a.audience = 'ACCOUNT:' || l.synergia_account_id
        and a.category = 'ACCESS' and a.period = '-'
      """;

  /** The links of an account (one value) that stand. */
  static final String OF_ACCOUNT = "l.account_id = ? and l.status in ('ACTIVE', 'SUSPENDED')";

  /** Of several links the one that became active first comes first. */
  static final String ORDER = "l.activated_at, l.id";

  static CoveringLink of(Row r) throws SQLException {
    return new CoveringLink(
        r.id(1), r.big(2), r.flag(3), r.flag(4), r.text(5), Optional.ofNullable(r.bytes(6)));
  }

  /**
   * What this link gives.
   *
   * @param category empty: any
   */
  Standing standing(UUID pupil, Optional<Category> category) {
    if (isQuarantined) {
      return new Standing.Restoring();
    }
    if (isSuspended) {
      return new Standing.Suspended(SuspensionReason.CONSENT_RENEWAL_DUE);
    }
    return access
        .map(CoveringLink::parse)
        .map(a -> standing(a, pupil, category))
        .orElseGet(Standing.Awaited::new);
  }

  private static Standing standing(Access access, UUID pupil, Optional<Category> category) {
    if (!access.enabled()) {
      return new Standing.Suspended(SuspensionReason.SCHOOL_ACCOUNT_BLOCKED);
    }
    Optional<AccessPupil> listed =
        access.pupils().stream().filter(p -> p.pupilId().equals(pupil)).findFirst();
    if (listed.isEmpty()) {
      return new Standing.NoRight();
    }
    Optional<Category> blocked = category.filter(access.blockedCategories()::contains);
    if (blocked.isPresent()) {
      return new Standing.Blocked(blocked.get());
    }
    return new Standing.Readable(
        pupil, Set.copyOf(listed.get().classIds()), Set.copyOf(access.blockedCategories()));
  }

  private static Access parse(byte[] content) {
    try {
      return FactJson.mapper().readValue(content, Access.class);
    } catch (IOException e) {
      throw new UncheckedIOException("not an access document", e);
    }
  }
}
