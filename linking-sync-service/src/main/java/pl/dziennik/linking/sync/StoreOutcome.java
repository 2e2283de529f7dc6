package pl.dziennik.linking.sync;

/** What became of a received document; all but {@link #STORED} are dropped and counted. */
public enum StoreOutcome {
  STORED,
  /** No active link needs it. */
  NOT_NEEDED,
  /** It answers an older asking. */
  OLD_GENERATION,
  /** The same or a later version is stored. */
  NOT_NEWER,
  /** This database was restored and not yet compared with Synergia. */
  QUARANTINED
}
