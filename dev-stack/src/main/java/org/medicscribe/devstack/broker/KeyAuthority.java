package org.medicscribe.devstack.broker;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Signs certificates for as long as it lives; its own key is forgotten with it. */
final class KeyAuthority {

  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int SERIAL_BITS = 127;

  /** Longer than a machine of a developer lives; an installation changes its keys, see runbook. */
  private static final Duration VALID = Duration.ofDays(3650);

  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private final SecureRandom random = new SecureRandom();
  private final X500Name name = new X500Name("CN=medic-scribe-kafka");
  private final KeyPair own = keyPair();
  private final X509CertificateHolder certificate;

  KeyAuthority() throws IOException {
    this.certificate =
        sign(
            builder(name, own)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0)));
  }

  /** The authority's certificate as PEM. */
  String certificate() throws IOException {
    return pem(certificate);
  }

  /** A fresh key and its certificate as PEM, for a client of this name. */
  String issue(String client) throws IOException {
    KeyPair pair = keyPair();
    return issue(pair, builder(new X500Name("CN=" + client), pair));
  }

  /** The same for a server on this machine. */
  String issueForHere(String server) throws IOException {
    KeyPair pair = keyPair();
    GeneralNames here =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
              new GeneralName(GeneralName.dNSName, "localhost")
            });
    return issue(
        pair,
        builder(new X500Name("CN=" + server), pair)
            .addExtension(Extension.subjectAlternativeName, false, here));
  }

  private String issue(KeyPair pair, X509v3CertificateBuilder certificate) throws IOException {
    return pem(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()))
        + pem(sign(certificate));
  }

  private X509v3CertificateBuilder builder(X500Name subject, KeyPair pair) {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
        name,
        new BigInteger(SERIAL_BITS, random),
        Date.from(now.minus(CLOCKS_DIFFER)),
        Date.from(now.plus(VALID)),
        subject,
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
  }

  private X509CertificateHolder sign(X509v3CertificateBuilder builder) {
    try {
      ContentSigner signer = new JcaContentSignerBuilder(SIGNATURE).build(own.getPrivate());
      return builder.build(signer);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("this Java signs no certificates", e);
    }
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no keys", e);
    }
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
