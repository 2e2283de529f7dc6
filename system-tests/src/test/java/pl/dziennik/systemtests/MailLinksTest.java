package pl.dziennik.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.dziennik.systemtests.client.Answer;
import pl.dziennik.systemtests.client.Browser;
import pl.dziennik.systemtests.client.Mailbox.Mail;
import pl.dziennik.systemtests.journey.Consumer;
import pl.dziennik.systemtests.journey.FamilyApp;
import pl.dziennik.systemtests.journey.Patience;

/** Whoever presses the button in a mail comes to a page for people. */
class MailLinksTest {
  private final Platform platform = Platform.running();
  private final Consumer guardian = Consumer.somebody(platform.places());

  @Test
  void ofAHolderWhoRegistersForgetsThePasswordAndHasNews() {
    Family family = Family.of(platform, "Zosia");
    Consumer holder = family.holder();
    platform.anonymous().post("/accounts/v1/password-resets", email(holder)).expect(202);
    holder.tokenInMailTo(holder.email(), "/reset-password");
    FamilyApp app = family.app();
    family.linksAndHasNews(app, "Brawo.");
    Patience.until(
        "the mail about news", () -> platform.places().mailboxOf(holder.email()).newest("Zosia"));

    assertThat(pagesOf(holder))
        .as("activation, reset, news")
        .containsExactlyInAnyOrder("/activate?lang=pl", "/reset-password?lang=pl", "/?lang=pl");
  }

  @Test
  void ofAGuardianWhoDecidesAboutAnAccountAndAboutALink() {
    Consumer.somebody(platform.places())
        .register(Map.of("ageBracket", "UNDER_THIRTEEN", "guardianEmail", guardian.email()))
        .expect(202);
    guardian.tokenInMailTo(guardian.email(), "/confirm-child");
    Family family = Family.ofAYoungHolder(platform, "Zosia", guardian);
    family.linksWith(family.app(), new Browser());
    guardian.tokenInMailTo(guardian.email(), "/confirm-link");

    assertThat(pagesOf(guardian))
        .containsExactlyInAnyOrder("/confirm-child?lang=pl", "/confirm-link?lang=pl");
  }

  /** The paths that the mails lead to, each of which was opened. */
  private List<String> pagesOf(Consumer recipient) {
    List<String> pages =
        platform.places().mailboxOf(recipient.email()).mails().stream()
            .map(Mail::pages)
            .flatMap(List::stream)
            .distinct()
            .toList();
    assertThat(pages).allMatch(page -> page.startsWith(Platform.ORIGIN));
    List<String> paths = pages.stream().map(p -> p.substring(Platform.ORIGIN.length())).toList();
    for (String path : paths) {
      Answer page = platform.anonymous().get(path).expect(200);
      assertThat(page.header("content-type")).as(path).startsWith("text/html");
    }
    return paths;
  }

  private static Map<String, String> email(Consumer consumer) {
    return Map.of("email", consumer.email());
  }
}
