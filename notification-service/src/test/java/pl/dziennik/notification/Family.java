package pl.dziennik.notification;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.dziennik.events.AccountState;
import pl.dziennik.events.EntitlementState;
import pl.dziennik.events.EntitlementState.Entitlement;
import pl.dziennik.events.Fact;
import pl.dziennik.events.LinkState;
import pl.dziennik.events.LinkState.LinkedPupil;
import pl.dziennik.events.PupilHasNews;
import pl.dziennik.events.document.Category;
import pl.dziennik.testkit.TestIdentity.Realm;
import pl.dziennik.testkit.TestTokens;

/** An account holder with a link to a pupil, and the facts that the other services tell of them. */
final class Family {
  final UUID account = UUID.randomUUID();
  final UUID link = UUID.randomUUID();
  final UUID pupil;
  final String email = "rodzic-" + account + "@poczta.example";
  final String firstName;

  private Family(UUID pupil, String firstName) {
    this.pupil = pupil;
    this.firstName = firstName;
  }

  static Family of(String firstName) {
    return new Family(UUID.randomUUID(), firstName);
  }

  /** Another account with a link to the same pupil. */
  Family otherParent() {
    return new Family(pupil, firstName);
  }

  AccountState enabled(long version) {
    return enabled(version, email);
  }

  AccountState enabled(long version, String address) {
    return new AccountState(
        account,
        version,
        AccountState.Status.ENABLED,
        address,
        "pl",
        AccountState.AgeBracket.SIXTEEN_OR_OVER,
        "",
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(1));
  }

  /** The holder has chosen a language. */
  AccountState speaking(String language, long version) {
    AccountState was = enabled(version);
    return new AccountState(
        account,
        version,
        was.status(),
        email,
        language,
        was.ageBracket(),
        "",
        Instant.EPOCH,
        was.addressVerifiedAt());
  }

  /** Nobody has proved that the address is the child's. */
  AccountState vouchedFor(long version) {
    AccountState was = enabled(version);
    return new AccountState(
        account,
        version,
        was.status(),
        email,
        was.language(),
        was.ageBracket(),
        "",
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** The password was set anew, through the mailbox. */
  AccountState recovered(long version, Instant at) {
    AccountState was = enabled(version);
    return new AccountState(
        account, version, was.status(), email, was.language(), was.ageBracket(), "", at, at);
  }

  AccountState deleted(long version) {
    return new AccountState(
        account,
        version,
        AccountState.Status.DELETED,
        "",
        "pl",
        AccountState.AgeBracket.SIXTEEN_OR_OVER,
        "",
        Instant.EPOCH,
        Instant.EPOCH);
  }

  LinkState live(long version) {
    return new LinkState(
        account, link, version, LinkState.Status.LIVE, List.of(new LinkedPupil(pupil, firstName)));
  }

  LinkState ended(long version) {
    return new LinkState(account, link, version, LinkState.Status.ENDED, List.of());
  }

  EntitlementState addons(long version) {
    return addons(version, Instant.now().plus(Duration.ofDays(30)));
  }

  EntitlementState addons(long version, Instant until) {
    return new EntitlementState(
        account,
        version,
        List.of(
            new Entitlement(
                UUID.randomUUID(),
                EntitlementState.Product.MOBILE_ADDONS,
                pupil,
                Instant.now().minus(Duration.ofDays(1)),
                until,
                EntitlementState.Source.TRIAL)));
  }

  EntitlementState noAddons(long version) {
    return new EntitlementState(account, version, List.of());
  }

  PupilHasNews news(Category category) {
    return news(category, UUID.randomUUID().toString());
  }

  PupilHasNews news(Category category, String factId) {
    return new PupilHasNews(account, factId, link, pupil, category, Instant.now());
  }

  /** A request of this account. */
  RequestSpecification asking() {
    return asking(Duration.ZERO);
  }

  /** With a token that was issued so long ago. */
  RequestSpecification asking(Duration age) {
    return given()
        .auth()
        .oauth2(TestTokens.person(Realm.LIBRUS).subject(account).age(age).token())
        .contentType(ContentType.JSON);
  }

  /** A browser of this account, registered. */
  JsonNode browser() {
    JsonNode subscription = PushServices.subscribe();
    asking().body(device(subscription)).post("/notifications/v1/devices").then().statusCode(201);
    return subscription;
  }

  static Map<String, Object> device(JsonNode subscription) {
    return device(
        subscription.path("endpoint").asText(),
        subscription.path("keys").path("p256dh").asText(),
        subscription.path("keys").path("auth").asText());
  }

  static Map<String, Object> device(String endpoint, String p256dh, String auth) {
    return Map.of(
        "kind",
        "WEB_PUSH",
        "endpoint",
        endpoint,
        "keys",
        Map.of("p256dh", p256dh, "auth", auth),
        "name",
        "Przeglądarka w kuchni");
  }

  /** The message id that the fact's service would give. */
  static String idOf(Fact fact) {
    return switch (fact) {
      case AccountState s -> s.accountId() + "." + s.version();
      case EntitlementState s -> s.accountId() + ".entitlements." + s.version();
      case LinkState s -> s.linkId() + "." + s.version();
      case PupilHasNews n -> n.factId();
      case pl.dziennik.events.CopyErased c -> c.linkId() + ".erased";
    };
  }
}
