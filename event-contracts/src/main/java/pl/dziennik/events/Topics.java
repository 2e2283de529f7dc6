package pl.dziennik.events;

/**
 * Kafka topics. Every topic has {@value #PARTITIONS} partitions, fixed, so that order per key
 * holds.
 */
public final class Topics {
  /** View documents of Synergia, keyed by audience ({@code PUPIL:<uuid>}); values are documents. */
  public static final String DOCUMENTS = "synergia.documents.v1";

  /** {@link LinkState} and {@link PupilHasNews}, keyed by account id. */
  public static final String LINKING_FACTS = "linking.facts.v1";

  /** {@link AccountState} and {@link EntitlementState}, keyed by account id. */
  public static final String ACCOUNT_FACTS = "accounts.facts.v1";

  /** {@link CopyErased}, keyed by account id. */
  public static final String NOTIFICATION_FACTS = "notifications.facts.v1";

  public static final int PARTITIONS = 24;

  private Topics() {}
}
