package pl.dziennik.synctests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the copy holds, beside what the school would render and what the links need. */
record CopyChecks(SyncDatabase copy, DirectRegisters registers) {

  /** The copy equals what the school would render now, for every scope that is needed. */
  List<String> differences() {
    List<String> ours =
        copy.strings(
            "select audience || ' ' || category || ' ' || period || ' ' || version || ' ' || hash"
                + " from documents order by 1");
    List<String> theirs = new ArrayList<>();
    try {
      registers.documents(SchoolSide.SCHOOL).stream()
          .filter(
              d ->
                  !copy.strings(
                          "select 1 from scopes where audience = '%s' and category = '%s'"
                              .formatted(d.key().audience(), d.key().category()))
                      .isEmpty())
          .forEach(
              d ->
                  theirs.add(
                      String.join(
                          " ",
                          d.key().audience().toString(),
                          d.key().category().name(),
                          d.key().period(),
                          Long.toString(d.version()),
                          d.hash())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    List<String> out = new ArrayList<>();
    ours.stream().filter(d -> !theirs.contains(d)).forEach(d -> out.add("only here: " + d));
    theirs.stream().filter(d -> !ours.contains(d)).forEach(d -> out.add("only there: " + d));
    return out;
  }

  /** P2: every document has a scope that an active link needs. */
  List<String> unneeded() {
    return copy.strings(
        """
        select d.audience || ' ' || d.category from documents d
        where not exists (select 1 from link_scopes s join links l on l.id = s.link_id
          where l.status in ('ACTIVE', 'SUSPENDED') and s.school_id = d.school_id
            and s.audience = d.audience and s.category = d.category)
        """);
  }
}
