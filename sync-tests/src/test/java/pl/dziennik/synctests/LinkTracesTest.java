package pl.dziennik.synctests;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.dziennik.synctests.SchoolSide.CLASS_B;
import static pl.dziennik.synctests.SchoolSide.MOTHER;
import static pl.dziennik.synctests.SchoolSide.SCHOOL;
import static pl.dziennik.synctests.SchoolSide.ZOSIA;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.dziennik.linking.sync.SchoolRegisters;

/** The traces about links, grants and registers; each names the rule it needs. */
class LinkTracesTest extends SyncTest {
  /** Everything together: P1 and no repair. */
  @Test
  void aFirstDownloadBringsAllThatTheAccessDocumentGrants() {
    school.grade(ZOSIA, "4");
    world.synced(MOTHER);

    assertThat(world.copy.strings("select category from documents order by 1"))
        .containsExactly("ACCESS", "GRADES", "PROFILE");
    assertThat(world.differences()).isEmpty();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 6, {@code grant_final}. */
  @Test
  void aLateLiveDoesNotOpenAnEndedGrant() throws Exception {
    UUID link = world.synced(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    world.withdraw(link);
    world.settle();

    assertThat(world.registers.live(SCHOOL, link, 1000, ticket))
        .isInstanceOf(SchoolRegisters.Answer.Ended.class);
    school.grade(ZOSIA, "4");
    assertThat(school.render()).isEmpty();
  }

  /** Rule 6, {@code ticket}. */
  @Test
  void aLinkThatNobodySignedInForOpensNothing() throws Exception {
    UUID link = world.synced(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    world.withdraw(link);
    world.settle();

    for (String forged : List.of("", "a.b.c", ticket)) {
      assertThat(world.registers.live(SCHOOL, UUID.randomUUID(), 1000, forged))
          .isInstanceOf(SchoolRegisters.Answer.TicketRefused.class);
    }
    school.grade(ZOSIA, "4");
    assertThat(school.render()).isEmpty();
  }

  /** Rule 9, {@code live_in_render}, and P3. */
  @Test
  void nothingIsRenderedAfterSynergiaHasHeardTheEnd() {
    UUID link = world.synced(MOTHER);
    school.grade(ZOSIA, "4");
    world.withdraw(link);
    assertThat(school.render()).as("Synergia has not heard yet").hasSize(1);
    world.sendRegisters();

    assertThat(school.render()).isEmpty();
  }

  /** Rules 12, 18 and 19, {@code link_first}: Synergia down at consent and at withdrawal. */
  @Test
  void consentAndWithdrawalNeedNeitherSynergiaNorKafka() {
    world.registers.down = true;
    UUID link = world.consent(MOTHER);
    world.sendRegisters();
    assertThat(world.copy.count("register_outbox")).isEqualTo(2);
    assertThat(world.withdraw(link)).isTrue();
    assertThat(world.withdraw(link)).as("a second time").isFalse();
    world.sendRegisters();
    world.registers.down = false;
    world.settle();

    assertThat(school.database.strings("select state from grants")).containsExactly("ENDED");
    assertThat(world.copy.count("register_outbox")).isZero();
    assertThat(world.repairAll()).isZero();
  }

  /** Rule 7: a NEED that comes before its LIVE is kept; an older one changes nothing. */
  @Test
  void registersDoNotDependOnEachOthersOrder() throws Exception {
    UUID link = world.consent(MOTHER);
    String ticket = world.copy.strings("select ticket from links").getFirst();
    world.copy.asSuperuser("delete from register_outbox where kind = 'LIVE'");
    world.sendRegisters();
    assertThat(school.render()).isEmpty();
    world.registers.live(SCHOOL, link, 1000, ticket);

    assertThat(school.render()).hasSize(1);
  }

  /** A link covers the pupils of its ticket: the sibling of the same account does not come. */
  @Test
  void aSiblingWhoIsNotNamedInTheTicketIsNeitherAskedForNorStored() {
    school.grade(SchoolSide.JAN, "6");
    world.synced(MOTHER);

    assertThat(world.copy.strings("select audience from scopes"))
        .doesNotContain("PUPIL:" + SchoolSide.JAN, "CLASS:" + CLASS_B);
    assertThat(school.database.strings("select audience from scopes"))
        .doesNotContain("PUPIL:" + SchoolSide.JAN);
  }
}
