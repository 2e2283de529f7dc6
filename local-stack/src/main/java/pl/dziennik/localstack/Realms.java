package pl.dziennik.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.dziennik.localstack.realm.KeycloakAdmin;
import pl.dziennik.localstack.realm.RealmSetup;

/** The realm files of this build with the values of this platform. */
final class Realms {
  private static final List<String> SECRETS =
      List.of(
          "FAMILY_LINKING_CLIENT_SECRET",
          "SYNERGIA_CLIENT_SECRET",
          "LIBRUS_CLIENT_SECRET",
          "SERVICE_CLIENT_SECRET",
          "SYNERGIA_ADMIN_CLIENT_SECRET",
          "ACCOUNT_ADMIN_CLIENT_SECRET");

  private Realms() {}

  /** Brings both realms, at once, to what their files say; answers what was changed. */
  static List<String> apply(KeycloakAdmin admin, Ports ports, Secrets secrets) {
    Map<String, String> values =
        SECRETS.stream().collect(Collectors.toMap(name -> name, secrets::password));
    values.put("PUBLIC_ORIGIN", ports.publicOrigin());
    List<CompletableFuture<List<String>>> both =
        Stream.of("synergia", "librus")
            .map(
                realm ->
                    CompletableFuture.supplyAsync(
                        () -> RealmSetup.apply(admin, file(realm), values, true), new OwnThread()))
            .toList();
    return both.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
  }

  private static String file(String realm) {
    try (InputStream in = Realms.class.getResourceAsStream("/realms/" + realm + "-realm.json")) {
      if (in == null) {
        throw new StartFailure("The realm file of " + realm + " is missing in this build.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
