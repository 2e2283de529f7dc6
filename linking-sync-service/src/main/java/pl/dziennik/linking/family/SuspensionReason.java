package pl.dziennik.linking.family;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a link that stands is not read at present. */
@Schema(name = "FamilySuspensionReason")
enum SuspensionReason {
  /** The school has blocked the account that the link goes to: its ACCESS document says so. */
  SCHOOL_ACCOUNT_BLOCKED,
  /** The consent must be given anew: the link's row says so. */
  CONSENT_RENEWAL_DUE
}
