package pl.dziennik.synergia.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import pl.dziennik.synergia.access.AccountKind;

/**
 * A login that the school has issued. It can be used once Keycloak has the user ({@code subject})
 * and a slip has set a one-time password.
 */
@Entity
@Table(name = "school_accounts")
public class SchoolAccount {
  @Id private UUID id;

  @TenantId
  @Column(name = "school_id", columnDefinition = "uuid")
  private String schoolId;

  private String login;

  @Enumerated(EnumType.STRING)
  private AccountKind kind;

  @Column(name = "person_id")
  private UUID personId;

  private @Nullable String subject;

  private boolean enabled = true;

  @Column(name = "slip_number")
  private int slipNumber;

  @Column(name = "created_at")
  private Instant createdAt;

  protected SchoolAccount() {}

  static SchoolAccount issue(UUID id, String login, AccountKind kind, UUID personId, Instant now) {
    SchoolAccount account = new SchoolAccount();
    account.id = id;
    account.login = login;
    account.kind = kind;
    account.personId = personId;
    account.createdAt = now;
    return account;
  }

  /** Keycloak has the user. */
  void provisioned(String keycloakSubject) {
    subject = keycloakSubject;
  }

  /** A new slip is being printed; earlier ones no longer count. */
  int nextSlip() {
    slipNumber++;
    return slipNumber;
  }

  public UUID id() {
    return id;
  }

  public String login() {
    return login;
  }

  public AccountKind kind() {
    return kind;
  }

  public UUID personId() {
    return personId;
  }

  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  public int slipNumber() {
    return slipNumber;
  }
}
