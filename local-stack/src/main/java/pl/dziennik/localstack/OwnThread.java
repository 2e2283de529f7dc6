package pl.dziennik.localstack;

import java.util.concurrent.Executor;

/**
 * A thread for each piece of work. What is started and awaited here blocks, and the JVM's common
 * pool has one thread on two cores.
 */
final class OwnThread implements Executor {
  @Override
  public void execute(Runnable work) {
    Thread.ofPlatform().daemon().start(work);
  }
}
