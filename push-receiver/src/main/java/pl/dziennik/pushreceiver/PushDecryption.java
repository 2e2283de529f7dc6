package pl.dziennik.pushreceiver;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The browser's half of RFC 8291: reads an {@code aes128gcm} message (RFC 8188) of one record. */
@SuppressWarnings("ArrayRecordComponent") // Keys, never compared.
record PushDecryption(ECPrivateKey privateKey, byte[] publicPoint, byte[] auth) {
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int SECRET_BYTES = 32;
  private static final int TAG_BITS = 128;
  private static final int SMALLEST_RECORD = 18;
  private static final byte LAST_RECORD = 2;

  /**
   * @throws GeneralSecurityException when the message is not for these keys, or is none
   */
  byte[] decrypt(byte[] message) throws GeneralSecurityException {
    if (message.length < SALT_BYTES + Integer.BYTES + 1 + P256.POINT_BYTES + SMALLEST_RECORD) {
      throw new GeneralSecurityException("too short");
    }
    ByteBuffer in = ByteBuffer.wrap(message);
    byte[] salt = take(in, SALT_BYTES);
    int recordSize = in.getInt();
    int keyLength = in.get();
    if (keyLength != P256.POINT_BYTES) {
      throw new GeneralSecurityException("not an aes128gcm message of Web Push");
    }
    byte[] sender = take(in, P256.POINT_BYTES);
    if (recordSize < SMALLEST_RECORD || in.remaining() > recordSize) {
      throw new GeneralSecurityException("not one record");
    }
    return unpadded(open(secret(sender), salt, take(in, in.remaining())));
  }

  private byte[] secret(byte[] sender) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(privateKey);
    agreement.doPhase(P256.publicKey(sender), true);
    byte[] info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), publicPoint, sender);
    return hkdf(auth, agreement.generateSecret(), info, SECRET_BYTES);
  }

  private static byte[] open(byte[] secret, byte[] salt, byte[] record)
      throws GeneralSecurityException {
    byte[] key = hkdf(salt, secret, label("Content-Encoding: aes128gcm\0"), KEY_BYTES);
    byte[] nonce = hkdf(salt, secret, label("Content-Encoding: nonce\0"), NONCE_BYTES);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher.doFinal(record);
  }

  /** What stands before the delimiter of the last record; zeros may follow it. */
  private static byte[] unpadded(byte[] padded) throws GeneralSecurityException {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    if (end < 0 || padded[end] != LAST_RECORD) {
      throw new GeneralSecurityException("no last record");
    }
    return java.util.Arrays.copyOf(padded, end);
  }

  private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(input).addSalt(salt).thenExpand(info, length));
  }

  private static byte[] label(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] out = new byte[length];
    in.get(out);
    return out;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
