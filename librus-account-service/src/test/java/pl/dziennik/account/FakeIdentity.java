package pl.dziennik.account;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import pl.dziennik.account.identity.IdentityProvider;
import pl.dziennik.support.keycloak.IdentityUnavailable;
import pl.dziennik.support.problem.Problem;

/** Users in memory, with the rules of the real one. */
@Mock
@ApplicationScoped
public class FakeIdentity implements IdentityProvider {
  private final Map<String, Login> users = new ConcurrentHashMap<>();
  private final Map<String, UUID> listedLate = new ConcurrentHashMap<>();
  private final Set<String> verified = ConcurrentHashMap.newKeySet();
  private final Set<String> withSecondFactor = ConcurrentHashMap.newKeySet();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  record Login(
      String email, String password, UUID registrationId, boolean enabled, long createdMillis) {

    Login withPassword(String other) {
      return new Login(email, other, registrationId, enabled, createdMillis);
    }

    Login enabled(boolean isEnabled) {
      return new Login(email, password, registrationId, isEnabled, createdMillis);
    }
  }

  /** From now on a listing of disabled users still has this one, as if it had been read before. */
  public void listLate(String subject) {
    Login user = users.get(subject);
    if (user != null) {
      listedLate.put(subject, user.registrationId());
    }
  }

  /** Makes a disabled user of long ago whose registration never was. */
  public String abandoned() {
    String subject = UUID.randomUUID().toString();
    String email = subject + "@poczta.example";
    users.put(subject, new Login(email, "nieuzywane-haslo", UUID.randomUUID(), false, 0));
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

  /** Which calls were made meanwhile, in order. */
  List<String> callsDuring(Runnable work) {
    int before = calls.size();
    work.run();
    return calls.subList(before, calls.size()).stream().toList();
  }

  /** An operator's hand. */
  void disable(String subject) {
    users.computeIfPresent(subject, (s, u) -> u.enabled(false));
  }

  /** Somebody signed in adds a second factor. */
  void addSecondFactor(String subject) {
    withSecondFactor.add(subject);
  }

  boolean hasSecondFactor(String subject) {
    return withSecondFactor.contains(subject);
  }

  boolean isAddressVerified(String subject) {
    return verified.contains(subject);
  }

  boolean isEnabled(String subject) {
    return Optional.ofNullable(users.get(subject)).filter(Login::enabled).isPresent();
  }

  @Override
  public Optional<User> find(String email) {
    check("find");
    return subjectOf(email)
        .flatMap(
            subject ->
                Optional.ofNullable(users.get(subject))
                    .map(u -> new User(subject, u.enabled(), Optional.of(u.registrationId()))));
  }

  @Override
  public String create(String email, String password, UUID registrationId) {
    check("create");
    String subject = UUID.randomUUID().toString();
    users.put(
        subject, new Login(email, password, registrationId, false, System.currentTimeMillis()));
    return subject;
  }

  @Override
  public void enable(String subject, boolean addressVerified) {
    check("enable");
    users.computeIfPresent(subject, (s, u) -> u.enabled(true));
    if (addressVerified) {
      verified.add(subject);
    }
  }

  @Override
  public void verifyAddress(String subject) {
    check("verifyAddress");
    verified.add(subject);
  }

  @Override
  public void setPassword(String subject, String password) {
    check("setPassword");
    refuseTheLogin(subject, password);
    users.computeIfPresent(subject, (s, u) -> u.withPassword(password));
    withSecondFactor.remove(subject);
  }

  @Override
  public void remove(String subject) {
    check("remove");
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

  /** The realm's policy: {@code notUsername}. */
  private void refuseTheLogin(String subject, String password) {
    if (Optional.ofNullable(users.get(subject))
        .filter(u -> u.email().equals(password))
        .isPresent()) {
      throw Problem.of(400, "invalid-request", "Some fields are not acceptable.")
          .field("password", "not accepted by the sign-in service");
    }
  }

  private void check(String call) {
    calls.add(call);
    if (down) {
      throw new IdentityUnavailable("down");
    }
  }
}
