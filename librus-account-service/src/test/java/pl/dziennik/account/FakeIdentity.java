package pl.dziennik.account;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.support.keycloak.IdentityUnavailable;

/** Users in memory, with the rules of the real one. */
@Mock
@ApplicationScoped
public class FakeIdentity implements IdentityProvider {
  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Map<String, UUID> listedLate = new ConcurrentHashMap<>();
  private volatile boolean down;

  record User(
      String email, String password, UUID registrationId, boolean enabled, long createdMillis) {

    User withPassword(String other) {
      return new User(email, other, registrationId, enabled, createdMillis);
    }

    User enable() {
      return new User(email, password, registrationId, true, createdMillis);
    }
  }

  /** From now on a listing of disabled users still has this one, as if it had been read before. */
  public void listLate(String subject) {
    User user = users.get(subject);
    if (user != null) {
      listedLate.put(subject, user.registrationId());
    }
  }

  /** Makes a disabled user of long ago whose registration never was. */
  public String abandoned() {
    String subject = UUID.randomUUID().toString();
    String email = subject + "@poczta.example";
    users.put(subject, new User(email, "nieuzywane-haslo", UUID.randomUUID(), false, 0));
    return subject;
  }

  public boolean knows(String subject) {
    return users.containsKey(subject);
  }

  void down(boolean isDown) {
    down = isDown;
  }

  /** True when a login with that password would succeed. */
  boolean canLogIn(String email, String password) {
    return users.values().stream()
        .anyMatch(u -> u.email().equals(email) && u.enabled() && u.password().equals(password));
  }

  Optional<String> subjectOf(String email) {
    return users.entrySet().stream()
        .filter(e -> e.getValue().email().equals(email))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public String register(String email, String password, UUID registrationId) {
    check();
    Optional<String> old = subjectOf(email);
    if (old.map(users::get).filter(User::enabled).isPresent()) {
      throw new AddressTaken();
    }
    old.ifPresent(users::remove);
    String subject = UUID.randomUUID().toString();
    users.put(
        subject, new User(email, password, registrationId, false, System.currentTimeMillis()));
    return subject;
  }

  @Override
  public void enable(String subject) {
    check();
    users.computeIfPresent(subject, (s, u) -> u.enable());
  }

  @Override
  public void setPassword(String subject, String password) {
    check();
    users.computeIfPresent(subject, (s, u) -> u.withPassword(password));
  }

  @Override
  public void remove(String subject) {
    check();
    users.remove(subject);
  }

  @Override
  public List<Disabled> disabled() {
    return Stream.concat(
            users.entrySet().stream()
                .filter(e -> !e.getValue().enabled())
                .map(
                    e ->
                        new Disabled(
                            e.getKey(),
                            e.getValue().registrationId(),
                            e.getValue().createdMillis())),
            listedLate.entrySet().stream().map(e -> new Disabled(e.getKey(), e.getValue(), 0)))
        .toList();
  }

  private void check() {
    if (down) {
      throw new IdentityUnavailable("down");
    }
  }
}
