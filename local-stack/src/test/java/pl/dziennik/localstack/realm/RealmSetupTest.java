package pl.dziennik.localstack.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs from the file is changed, and nothing else. */
class RealmSetupTest {
  private static final String FILE =
      """
      {'realm':'synergia','enabled':true,'accessTokenLifespan':300,
       'requiredActions':[{'alias':'UPDATE_PASSWORD','enabled':true}],
       'components':{'org.keycloak.userprofile.UserProfileProvider':[{'config':
         {'kc.user.profile.config':['{\\"attributes\\":[{\\"name\\":\\"username\\"}]}']}}]},
       'roles':{'realm':[{'name':'STAFF'}]},
       'localizationTexts':{'pl':{'login':'Zaloguj'}},
       'clientScopes':[{'name':'school','protocolMappers':[{'name':'id','config':{'a':'1'}}]}],
       'clients':[{'clientId':'web','secret':'${SECRET}','defaultClientScopes':['school']}],
       'users':[{'username':'service-account'}]}
      """;
  private static final String MANAGER = "{'id':'r1','name':'manage-users'}";
  private static final String QUERIER = "{'id':'r2','name':'query-users'}";
  private static final String MAPPINGS = "/synergia/users/u1/role-mappings/clients/m1";

  private final FakeKeycloak keycloak;

  RealmSetupTest() throws IOException {
    keycloak = new FakeKeycloak();
  }

  @BeforeEach
  void aRealmThatIsAsItsFileSays() {
    keycloak.has("/synergia", "{'realm':'synergia','enabled':true,'accessTokenLifespan':300}");
    actions("{'alias':'UPDATE_PASSWORD','enabled':true},{'alias':'TOTP','enabled':false}");
    keycloak.has("/synergia/users/profile", "{'attributes':[{'name':'username'}]}");
    keycloak.has("/synergia/roles/STAFF", "{'name':'STAFF'}");
    keycloak.has("/synergia/localization/pl", "{'login':'Zaloguj'}");
    scopes("{'id':'s1','name':'school','protocolMappers':[{'name':'id','config':{'a':'1'}}]}");
    keycloak.has("/synergia/clients", client("hidden"));
    keycloak.has("/synergia/clients?clientId=web", "[{'id':'c1'}]");
    keycloak.has("/synergia/clients/c1/default-client-scopes", "[{'id':'s1','name':'school'}]");
    keycloak.has("/synergia/clients?clientId=realm-management", "[{'id':'m1'}]");
    keycloak.has("/synergia/clients/m1/roles/manage-users", MANAGER);
    keycloak.has("/synergia/clients/m1/roles/query-users", QUERIER);
    keycloak.has("/synergia/clients?clientId=synergia-admin", "[{'id':'a1'}]");
    keycloak.has("/synergia/clients/a1/service-account-user", "{'id':'u1'}");
    keycloak.has(MAPPINGS, "[" + MANAGER + "," + QUERIER + "]");
  }

  @AfterEach
  void close() {
    keycloak.close();
  }

  @Test
  void aRealmThatIsAsItsFileSaysIsLeftAlone() {
    assertThat(apply()).isEmpty();
    assertThat(keycloak.writes()).isEmpty();
  }

  @Test
  void aRealmThatIsNotThereIsMadeAndThenSet() {
    keycloak.lacks("/synergia");
    keycloak.hasAfterPost("", "/synergia", "{'realm':'synergia','enabled':true}");

    assertThat(apply()).containsExactly("synergia: realm made", "synergia: settings");
    writes(
        "POST  {'id':'synergia','realm':'synergia','enabled':true}",
        "PUT /synergia {'realm':'synergia','enabled':true,'accessTokenLifespan':300}");
  }

  @Test
  void aRoleThatIsNotThereIsMade() {
    keycloak.lacks("/synergia/roles/STAFF");

    assertThat(apply()).containsExactly("synergia: role STAFF");
    writes("POST /synergia/roles {'name':'STAFF'}");
  }

  @Test
  void aClientThatIsNotThereIsMade() {
    keycloak.has("/synergia/clients", "[]");

    assertThat(apply()).containsExactly("synergia: client web");
    writes(
        "POST /synergia/clients"
            + " {'clientId':'web','secret':'hidden','defaultClientScopes':['school']}");
  }

  @Test
  void theClientForTryingByHandIsMadeWhereItIsAskedForOnly() {
    keycloak.has("/synergia/clients?clientId=local-cli", "[{'id':'c2'}]");
    keycloak.has(
        "/synergia/clients/c2/default-client-scopes",
        "[{'name':'basic'},{'name':'school'},{'name':'synergia-api'}]");

    assertThat(apply(false)).isEmpty();
    assertThat(apply(true)).containsExactly("synergia: client local-cli");
    assertThat(keycloak.writes())
        .singleElement()
        .asString()
        .startsWith("POST /synergia/clients {\"clientId\":\"local-cli\"")
        .contains("\"publicClient\":true", "\"directAccessGrantsEnabled\":true")
        .contains("\"standardFlowEnabled\":false", "[\"basic\",\"school\",\"synergia-api\"]");
  }

  @Test
  void settingsAreMended() {
    keycloak.has("/synergia", "{'id':'x','realm':'synergia','enabled':true,'other':1}");

    assertThat(apply()).containsExactly("synergia: settings");
    writes(
        "PUT /synergia {'id':'x','realm':'synergia','enabled':true,'other':1,"
            + "'accessTokenLifespan':300}");
  }

  @Test
  void aRequiredActionThatNobodyNamedIsOff() {
    actions("{'alias':'UPDATE_PASSWORD','enabled':true},{'alias':'TOTP','enabled':true}");

    assertThat(apply()).containsExactly("synergia: required action TOTP off");
    writes(
        "PUT /synergia/authentication/required-actions/TOTP"
            + " {'alias':'TOTP','enabled':false,'defaultAction':false}");
  }

  @Test
  void anAttributeThatNobodyManagesIsNotTaken() {
    keycloak.has(
        "/synergia/users/profile",
        "{'attributes':[{'name':'username'}],'unmanagedAttributePolicy':'ENABLED'}");

    assertThat(apply()).containsExactly("synergia: user profile");
    writes("PUT /synergia/users/profile {'attributes':[{'name':'username'}]}");
  }

  @Test
  void textsAreMended() {
    keycloak.has("/synergia/localization/pl", "{'login':'Log in'}");

    assertThat(apply()).containsExactly("synergia: texts pl");
    writes("POST /synergia/localization/pl {'login':'Zaloguj'}");
  }

  @Test
  void aScopeWithOneMapperTooManyIsMadeAnew() {
    scopes(
        "{'id':'s1','name':'school','protocolMappers':"
            + "[{'name':'id','config':{'a':'1'}},{'name':'more'}]}");

    assertThat(apply()).containsExactly("synergia: client scope school");
    writes(
        "DELETE /synergia/client-scopes/s1",
        "POST /synergia/client-scopes"
            + " {'name':'school','protocolMappers':[{'name':'id','config':{'a':'1'}}]}");
  }

  @Test
  void aClientThatDiffersIsMendedAndItsScopesOneByOne() {
    keycloak.has("/synergia/clients", client("old"));
    keycloak.has("/synergia/clients/c1/default-client-scopes", "[{'id':'s9','name':'roles'}]");

    assertThat(apply())
        .containsExactly(
            "synergia: client web",
            "synergia: client web loses scope roles",
            "synergia: client web gets scope school");
    writes(
        "PUT /synergia/clients/c1"
            + " {'id':'c1','clientId':'web','secret':'hidden','defaultClientScopes':['school']}",
        "DELETE /synergia/clients/c1/default-client-scopes/s9",
        "PUT /synergia/clients/c1/default-client-scopes/s1 {}");
  }

  @Test
  void theServiceAccountGetsWhatItLacks() {
    keycloak.has(MAPPINGS, "[" + QUERIER + "]");

    assertThat(apply()).containsExactly("synergia: roles of synergia-admin");
    writes("POST " + MAPPINGS + " [" + MANAGER + "]");
  }

  private List<String> apply() {
    return apply(false);
  }

  private List<String> apply(boolean localClient) {
    return RealmSetup.apply(
        keycloak.admin(), FILE.replace('\'', '"'), Map.of("SECRET", "hidden"), localClient);
  }

  private void writes(String... expected) {
    assertThat(keycloak.writes())
        .extracting(written -> written.replace('"', '\''))
        .containsExactly(expected);
  }

  private void actions(String entries) {
    keycloak.has("/synergia/authentication/required-actions", "[" + entries + "]");
  }

  private void scopes(String entries) {
    keycloak.has("/synergia/client-scopes", "[" + entries + "]");
  }

  private static String client(String secret) {
    return "[{'id':'c1','clientId':'web','secret':'%s','defaultClientScopes':['school']}]"
        .formatted(secret);
  }
}
