package pl.dziennik.synergia;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.synergia.identity.IdentityProvider;

/** Keeps users in memory; can die after making one, as a killed process would. */
@Mock
@ApplicationScoped
public class FakeIdentity implements IdentityProvider {
  private final Map<String, UUID> users = new ConcurrentHashMap<>();
  private final Map<String, String> oneTimePasswords = new ConcurrentHashMap<>();
  private final AtomicInteger deaths = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();

  static String subjectOf(UUID accountId) {
    return UUID.nameUUIDFromBytes(accountId.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The next calls make their user and die before they answer. */
  void dieAfterMaking(int times) {
    deaths.set(times);
  }

  /** How many users were really made. */
  int made() {
    return made.get();
  }

  String oneTimePasswordOf(UUID accountId) {
    return oneTimePasswords.getOrDefault(subjectOf(accountId), "");
  }

  @Override
  public String provision(NewUser user) {
    UUID owner = users.putIfAbsent(user.login(), user.accountId());
    if (owner == null) {
      made.incrementAndGet();
    } else if (!owner.equals(user.accountId())) {
      throw new IdentityUnavailable("login of another account");
    }
    if (deaths.getAndUpdate(d -> Math.max(0, d - 1)) > 0) {
      throw new IdentityUnavailable("killed");
    }
    return subjectOf(user.accountId());
  }

  @Override
  public void setOneTimePassword(String subject, String password) {
    oneTimePasswords.put(subject, password);
  }

  @Override
  public void setPassword(String subject, String password) {
    oneTimePasswords.put(subject, password);
  }
}
