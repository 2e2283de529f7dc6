package pl.dziennik.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The supervisor's process. Arguments: {@code supervise DATA OFFSET KEYCLOAK}, {@code down DATA},
 * {@code token DATA OFFSET USER [PASSWORD]}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    StateFolder state = StateFolder.at(Path.of(args[1]));
    int code =
        switch (args[0]) {
          case "supervise" -> supervise(state, Integer.parseInt(args[2]), Path.of(args[3]));
          case "down" -> down(state);
          case "token" -> token(state, args);
          default -> 2;
        };
    System.exit(code);
  }

  private static int supervise(StateFolder state, int offset, Path keycloak) throws IOException {
    Optional<ProcessHandle> other = ChildProcess.find(state.pid("supervisor"));
    if (other.isPresent()) {
      System.err.println("already running as process " + other.get().pid());
      return 3;
    }
    ChildProcess.writePid(state.pid("supervisor"), ProcessHandle.current());
    Supervisor.Installation installation =
        new Supervisor.Installation(
            state.folder("run"), keycloak, Path.of(System.getProperty("java.home")));
    return new Supervisor(state, new Ports(offset), installation).run();
  }

  private static int token(StateFolder state, String[] args) {
    Secrets secrets = new Secrets(state.folder("secrets.env"));
    String user = args[3];
    String known = user.equals("operator") ? "user_operator" : "demo_password";
    String password = args.length > 4 ? args[4] : secrets.password(known);
    try {
      System.out.println(LocalTokens.token(new Ports(Integer.parseInt(args[2])), user, password));
      return 0;
    } catch (StartFailure e) {
      System.err.println("synergia: " + e.getMessage());
      return 1;
    }
  }

  /** Ends the supervisor, or, if somebody killed it, what it left. */
  private static int down(StateFolder state) {
    ChildProcess.find(state.pid("supervisor")).ifPresent(ChildProcess::end);
    int orphans = ChildProcess.endOrphans(state) + PostgresServer.endLeftOver(state);
    if (orphans > 0) {
      System.out.println("ended " + orphans + " processes of a killed supervisor");
    }
    return 0;
  }
}
