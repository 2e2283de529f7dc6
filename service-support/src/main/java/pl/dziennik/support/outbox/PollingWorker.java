package pl.dziennik.support.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that works whenever it is woken, and every so often besides. Wake it after a commit; a
 * lost wake-up costs one interval. {@link #close} lets the run at hand end, then runs once more, so
 * that a shutdown leaves nothing behind that could have been sent.
 */
public final class PollingWorker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PollingWorker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

  private final Semaphore wakeUps = new Semaphore(0);
  private final Duration interval;
  private final Work work;
  private final Thread thread;
  private volatile boolean closing;

  /** What is done; a failure is logged and tried again. */
  @FunctionalInterface
  public interface Work {
    @SuppressWarnings("PMD.SignatureDeclareThrowsException")
    void run() throws Exception;
  }

  public PollingWorker(String name, Duration interval, Work work) {
    this.interval = interval;
    this.work = work;
    this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::loop);
  }

  public void start() {
    thread.start();
  }

  /** Works soon; cheap, never blocks. */
  public void wake() {
    wakeUps.release();
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    wake();
    thread.join(PATIENCE);
  }

  private void loop() {
    boolean last = false;
    while (!last) {
      last = closing;
      Duration pause = runOnce() ? interval : PAUSE_AFTER_FAILURE;
      if (!last) {
        sleep(pause);
      }
    }
  }

  private boolean runOnce() {
    try {
      work.run();
      return true;
    } catch (InterruptedException e) {
      closing = true;
      return false;
    } catch (Exception e) {
      LOG.warnf("%s failed, will be tried again: %s", thread.getName(), e);
      return false;
    }
  }

  private void sleep(Duration pause) {
    try {
      if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      closing = true;
    }
  }
}
