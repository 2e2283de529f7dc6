package pl.dziennik.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The supervisor's process. Arguments: {@code supervise DATA OFFSET KEYCLOAK} or {@code token DATA
 * OFFSET USER [-]}; with {@code -} the password is the first line of the standard input.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    StateFolder state = StateFolder.at(Path.of(args[1]));
    int code =
        switch (args[0]) {
          case "supervise" -> supervise(state, Integer.parseInt(args[2]), Path.of(args[3]));
          case "token" -> token(state, args);
          default -> 2;
        };
    System.exit(code);
  }

  private static int supervise(StateFolder state, int offset, Path keycloak) throws IOException {
    Optional<Claim> claim = Claim.on(state.folder("supervisor.lock"));
    if (claim.isEmpty()) {
      System.err.println(
          "already running"
              + state.pid("supervisor").find().map(p -> " as process " + p).orElse(""));
      return 3;
    }
    state.pid("supervisor").write(ProcessHandle.current().pid());
    Path javaHome = Path.of(System.getProperty("java.home"));
    Installation installation = new Installation(state.folder("run"), keycloak, javaHome);
    Progress progress = new Progress(state.folder("progress"));
    Supervisor supervisor = new Supervisor(progress);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(supervisor, claim.get()), "shutdown"));
    supervisor.run(
        parts -> new Startup(state, new Ports(offset), installation, progress, parts).run());
    return 1;
  }

  private static void end(Supervisor supervisor, Claim claim) {
    supervisor.end();
    claim.close();
  }

  private static int token(StateFolder state, String[] args) throws IOException {
    Secrets secrets = new Secrets(state.folder("secrets.env"));
    String user = args[3];
    String known = user.equals("operator") ? "user_operator" : "demo_password";
    String password = args.length > 4 ? line(System.in) : secrets.password(known);
    try {
      System.out.println(LocalTokens.token(new Ports(Integer.parseInt(args[2])), user, password));
      return 0;
    } catch (StartFailure e) {
      System.err.println("synergia: " + e.getMessage());
      return 1;
    }
  }

  /** Secrets come by the standard input: what stands among the arguments, anybody here reads. */
  private static String line(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    return Optional.ofNullable(lines.readLine()).orElse("");
  }
}
