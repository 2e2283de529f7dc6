package pl.dziennik.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import pl.dziennik.testkit.TestIdentity.Realm;

/** Tokens of every wrong kind; each must get a 401 problem with a {@code code}. */
public final class TokenAttacks {
  private TokenAttacks() {}

  /**
   * @param realm the one that the service accepts
   * @param good makes a good token of the service to be spoiled
   * @return what is wrong with it, to the value of the {@code Authorization} header
   */
  public static Map<String, String> against(Realm realm, Supplier<TestTokens> good) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("garbage", "Bearer garbage");
    out.put("three empty parts", "Bearer ..");
    out.put("expired", bearer(good.get().expired()));
    out.put("wrong audience", bearer(good.get().audience("account")));
    out.put("other service's audience", bearer(good.get().audience("somebody-else")));
    out.put("ID token", bearer(good.get().typ("ID")));
    out.put("refresh token", bearer(good.get().typ("Refresh")));
    out.put("foreign client", bearer(good.get().azp("account-console")));
    out.put("client of the local platform", bearer(good.get().azp("local-cli")));
    out.put("forged signature", bearer(good.get().forged()));
    out.put("foreign issuer", bearer(good.get().issuer("http://evil.test/auth/realms/x")));
    out.put("other realm", bearer(TestTokens.person(realm.other()).roles("STAFF", "GUARDIAN")));
    out.put(
        "other realm's issuer", bearer(good.get().issuer(TestIdentity.issuer(realm.other().id()))));
    out.put("alg none", "Bearer " + unsigned(good.get().token()));
    return out;
  }

  private static String bearer(TestTokens token) {
    return "Bearer " + token.token();
  }

  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    String[] parts = token.split("\\.", -1);
    return header + "." + parts[1] + ".";
  }
}
