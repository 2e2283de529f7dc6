package pl.dziennik.localstack;

import com.icegreen.greenmail.standalone.GreenMailStandaloneRunner;
import java.util.Properties;

/**
 * SMTP for the services and a mailbox to read over REST ({@code /api/user/<address>/messages/});
 * mails live as long as the platform runs. It keeps nothing and GreenMail lets nobody end it, so it
 * is none of the {@link Parts}.
 */
final class MailServer {
  private MailServer() {}

  /** Starts both; they end with this process. */
  static void start(Ports ports) {
    Properties config = new Properties();
    config.put("greenmail.smtp.hostname", "127.0.0.1");
    config.put("greenmail.smtp.port", Integer.toString(ports.smtp()));
    config.put("greenmail.api.hostname", "127.0.0.1");
    config.put("greenmail.api.port", Integer.toString(ports.mailbox()));
    config.put("greenmail.auth.disabled", "");
    new GreenMailStandaloneRunner().doRun(config);
  }
}
