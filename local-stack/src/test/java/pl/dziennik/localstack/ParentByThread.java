package pl.dziennik.localstack;

import java.io.IOException;

/** A process whose child was started by another thread than its first. */
final class ParentByThread {
  private ParentByThread() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder("sleep", "300")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    System.out.println(child.pid());
    child.waitFor();
  }
}
