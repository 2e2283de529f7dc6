package pl.dziennik.account.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers take at least so long, so that a quick one tells nothing. */
@ApplicationScoped
public class Floor {
  private final long nanos;

  Floor(@ConfigProperty(name = "dziennik.account.floor-millis") long millis) {
    this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Work that may fail in the database. */
  public interface Work {
    void run() throws java.sql.SQLException;
  }

  /** Does the work and returns no sooner than the floor, whatever happened. */
  public void under(Work work) throws java.sql.SQLException {
    long end = System.nanoTime() + nanos;
    try {
      work.run();
    } finally {
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
