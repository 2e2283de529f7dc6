package pl.dziennik.linking.link;

/**
 * The life of a link.
 *
 * <pre>
 * AWAITING_LOGIN -> AWAITING_CONSENT -> (AWAITING_GUARDIAN ->) ACTIVE <-> SUSPENDED -> REVOKED
 *       |                  |                    |
 *       +------------------+--------------------+--> EXPIRED (nobody decided) or CANCELLED
 * </pre>
 */
public enum LinkStatus {
  AWAITING_LOGIN,
  AWAITING_CONSENT,
  AWAITING_GUARDIAN,
  ACTIVE,
  SUSPENDED,
  REVOKED,
  EXPIRED,
  CANCELLED
}
