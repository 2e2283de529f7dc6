package pl.dziennik.linking.link;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The life of a link.
 *
 * <pre>
 * AWAITING_LOGIN -> AWAITING_CONSENT -> (AWAITING_GUARDIAN ->) ACTIVE <-> SUSPENDED -> REVOKED
 *       |                  |                    |
 *       +------------------+--------------------+--> EXPIRED (nobody decided) or CANCELLED
 * </pre>
 */
@Schema(name = "FamilyLinkStatus")
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
