package pl.dziennik.linking.flow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import pl.dziennik.events.document.Category;
import pl.dziennik.linking.flow.LinkMessages.CategoryProgress;
import pl.dziennik.linking.flow.LinkMessages.SyncResponse;
import pl.dziennik.linking.flow.LinkMessages.SyncStatus;
import pl.dziennik.linking.sync.LinkCopy;

/** How far a link's download is, in the words of the API. */
final class SyncViews {
  private SyncViews() {}

  static SyncResponse of(Connection tx, UUID link) throws SQLException {
    List<LinkCopy.Progress> progress = LinkCopy.progress(tx, link);
    boolean isHere =
        has(progress, Category.ACCESS)
            && (has(progress, Category.PROFILE) || !needs(progress, Category.PROFILE));
    return new SyncResponse(
        isHere ? SyncStatus.IN_SYNC : SyncStatus.DOWNLOADING,
        progress.stream()
            .filter(p -> p.category() != Category.ACCESS)
            .map(p -> new CategoryProgress(p.category(), p.documents(), p.lastStoredAt()))
            .toList());
  }

  private static boolean has(List<LinkCopy.Progress> progress, Category category) {
    return progress.stream().anyMatch(p -> p.category() == category && p.documents() > 0);
  }

  private static boolean needs(List<LinkCopy.Progress> progress, Category category) {
    return progress.stream().anyMatch(p -> p.category() == category);
  }
}
