package pl.dziennik.notification.device;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySource;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Our identity towards push services (RFC 8292): a P-256 key pair as every tool for it prints it,
 * base64url of the private scalar and of the uncompressed public point. Browsers are subscribed to
 * the public key: a new pair ends every subscription.
 */
@Startup
@Singleton
public class VapidKeys {
  /** RFC 8292 allows a day; half of it forgives a clock that is wrong. */
  private static final Duration LIFE = Duration.ofHours(12);

  private final VAPIDKeyPair pair;
  private final String publicKey;
  private final String subject;
  private final Clock clock;

  VapidKeys(
      @ConfigProperty(name = "dziennik.notification.vapid-private-key") String privateKey,
      @ConfigProperty(name = "dziennik.notification.vapid-public-key") String publicKey,
      @ConfigProperty(name = "dziennik.notification.vapid-subject") String subject,
      Clock clock) {
    PublicKeySource point =
        PublicKeySources.ofUncompressedBytes(Base64.getUrlDecoder().decode(publicKey));
    ECPrivateKey scalar = key(Base64.getUrlDecoder().decode(privateKey));
    requirePair(scalar, point.extract());
    this.pair = VAPIDKeyPairs.of(PrivateKeySources.ofECPrivateKey(scalar), point);
    this.publicKey = pair.extractPublicKeyInUncompressedFormAsString();
    this.subject = subject;
    this.clock = clock;
  }

  /** What a browser names when it subscribes. */
  public String publicKey() {
    return publicKey;
  }

  /** The {@code Authorization} of a push to an endpoint. */
  public String authorization(String endpoint) {
    return pair.generateAuthorizationHeaderValue(
        VAPIDJWTParam.getBuilder()
            .resourceURLString(endpoint)
            .expirationTime(clock.instant().plus(LIFE))
            .subject(subject)
            .build());
  }

  /** Otherwise every push would be refused, and only push services would know why. */
  private static void requirePair(ECPrivateKey privateKey, ECPublicKey publicKey) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(privateKey);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      if (!signature.verify(signed)) {
        throw new IllegalArgumentException("the VAPID keys are not of one pair");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a VAPID key pair", e);
    }
  }

  private static ECPrivateKey key(byte[] scalar) {
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      return (ECPrivateKey)
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new ECPrivateKeySpec(
                      new BigInteger(1, scalar), curve.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a VAPID private key", e);
    }
  }
}
