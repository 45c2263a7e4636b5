// SPDX-License-Identifier: Apache-2.0
/* Signed service metadata about 0192:974760673, and the authority of their certificates. The keys
 * are gone; the certificates are valid from 2026 for thirty years, but the one of 2026-01-01. */
#ifndef SV_MESSAGES_TEST_METADATA_H
#define SV_MESSAGES_TEST_METADATA_H

// clang-format off
#define AUTHORITY \
  "-----BEGIN CERTIFICATE-----\nMIIBQDCB6KADAgECAgECMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZX" \
  "Jr\nZXRzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAf\nMR0wGwYDVQQDExROZXR0d" \
  "mVya2V0cyB1dHN0ZWRlcjBZMBMGByqGSM49AgEGCCqG\nSM49AwEHA0IABERGas+Jtk6NF4HjAGGgxiWi8ZoGbWG0rb" \
  "Pb0ac/tGKh+mZo5gDe\nWhF+18UdArJuyCCZtFWwMkoU8yETzg7IZcOjEzARMA8GA1UdEwEB/wQFMAMBAf8w\nCgYIK" \
  "oZIzj0EAwIDRwAwRAIgYjzh9VWDF96//tShqeubNURmZjtvDDtCYD8gn+Zy\n784CIFt5Cx5mLv9r/g0aFmcdlluOAK" \
  "riC+EutlOrg8SqkciD\n-----END CERTIFICATE-----\n"
#define OTHER_AUTHORITY \
  "-----BEGIN CERTIFICATE-----\nMIIBPDCB4qADAgECAgEDMAoGCCqGSM49BAMCMBwxGjAYBgNVBAMTEUVuIGFubm" \
  "Vu\nIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAcMRow\nGAYDVQQDExFFbiBhbm5lb" \
  "iB1dHN0ZWRlcjBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABLMT/sEvOKQIzxKC5mDlRYiK42q7yxJNNZ3EtUuZni" \
  "cF6j34rNA7kqHsO+s2\nzLkI1GaExj1O5bxQMdZ1VBnvN4WjEzARMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI\nzj0EA" \
  "wIDSQAwRgIhAPQ7Vg3tFq5WZAsDF7NKwXiQOqwPws+kyXze9xUMwph3AiEA\n2OY8mKp2suz2xZgy2ieP1npo2+unIn" \
  "Uf6v9mr4oLtCs=\n-----END CERTIFICATE-----\n"
#define METADATA \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:974760673</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList><Endpoint transportProfile=\"peppol-transport-as4-v2_0" \
  "\"><EndpointReference xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>https://svc.e" \
  "xample/as4</Address></EndpointReference><ServiceActivationDate>2026-01-01T00:00:00</Service" \
  "ActivationDate><ServiceExpirationDate>2040-01-01T00:00:00Z</ServiceExpirationDate><Certific" \
  "ate>MIIBLDCB06ADAgECAgEFMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDTI" \
  "2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjANMQswCQYDVQQDEwJBUDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0" \
  "IABDwnwuv9vxq6XaJDDMm/d6utXid8ipTEAU/Yor02OwIbNDvSIFg5IBaks8T9woNTMOC8/UT11bJw/AxJzQPEReyjE" \
  "DAOMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIhALWQza6a4vKH2Nt34BjbnakdA1N9vbVK1ulVxeG1XLzx" \
  "AiAVE1YA28bAPnaoIQeJQ3OqPyQjY5OA7VvusknjW4BvYA==</Certificate></Endpoint></ServiceEndpointL" \
  "ist></Process></ProcessList></ServiceInformation></ServiceMetadata><Signature xmlns=\"http:" \
  "//www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www." \
  "w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"http://www.w3.org/2001" \
  "/04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transform Algorithm=\"htt" \
  "p://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><DigestMethod Algorithm=" \
  "\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>zsmkhooqaWPOe9Pz7TYFFCOEBLhMwWxxS" \
  "LItIlgOzIg=</DigestValue></Reference></SignedInfo><SignatureValue>fPEZKzM5SGMadHFzEGBEYvq1f" \
  "kr2roaoXsatQuLrkWHLsXgEpzKaMYdyocwVvezszqpuLjWqfM5haCT30VhGSw==</SignatureValue><KeyInfo><X" \
  "509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZX" \
  "RzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQQDEwNTTVAwWTATBgcqh" \
  "kjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObeV" \
  "kgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vAw" \
  "L9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X509Certificate></X5" \
  "09Data></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_EXPIRED \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:974760673</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList><Endpoint transportProfile=\"peppol-transport-as4-v2_0" \
  "\"><EndpointReference xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>https://svc.e" \
  "xample/as4</Address></EndpointReference><ServiceActivationDate>2026-01-01T00:00:00</Service" \
  "ActivationDate><ServiceExpirationDate>2026-11-01T00:00:00Z</ServiceExpirationDate><Certific" \
  "ate>MIIBLDCB06ADAgECAgEFMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDTI" \
  "2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjANMQswCQYDVQQDEwJBUDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0" \
  "IABDwnwuv9vxq6XaJDDMm/d6utXid8ipTEAU/Yor02OwIbNDvSIFg5IBaks8T9woNTMOC8/UT11bJw/AxJzQPEReyjE" \
  "DAOMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIhALWQza6a4vKH2Nt34BjbnakdA1N9vbVK1ulVxeG1XLzx" \
  "AiAVE1YA28bAPnaoIQeJQ3OqPyQjY5OA7VvusknjW4BvYA==</Certificate></Endpoint></ServiceEndpointL" \
  "ist></Process></ProcessList></ServiceInformation></ServiceMetadata><Signature xmlns=\"http:" \
  "//www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www." \
  "w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"http://www.w3.org/2001" \
  "/04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transform Algorithm=\"htt" \
  "p://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><DigestMethod Algorithm=" \
  "\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>6n5jL1HhAaYZg5jHbMERvkRycIVVXei/e" \
  "9o3Q/E3rAU=</DigestValue></Reference></SignedInfo><SignatureValue>K0V91BtA29Uq1WcN8IFeBXq+x" \
  "Nz6Y3w2WTJv3zvMf33CmZoiwFzYSLWKkG/ax2MASLlvwRmJm6J38FD51GZPnA==</SignatureValue><KeyInfo><X" \
  "509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZX" \
  "RzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQQDEwNTTVAwWTATBgcqh" \
  "kjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObeV" \
  "kgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vAw" \
  "L9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X509Certificate></X5" \
  "09Data></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_OLD_CERTIFICATE \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:974760673</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList><Endpoint transportProfile=\"peppol-transport-as4-v2_0" \
  "\"><EndpointReference xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>https://svc.e" \
  "xample/as4</Address></EndpointReference><ServiceActivationDate>2026-01-01T00:00:00</Service" \
  "ActivationDate><ServiceExpirationDate>2040-01-01T00:00:00Z</ServiceExpirationDate><Certific" \
  "ate>MIIBKzCB0aADAgECAgEGMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMB4XDTI" \
  "2MDEwMTAwMDAwMFoXDTI2MDEwMjAwMDAwMFowDTELMAkGA1UEAxMCQVAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAA" \
  "TADiUjDRnxHsAHGJ+cAFiDTmyUAfbl3oB2igzFezYUKbDdLIDDf0tUKVQitZBUZR0udtHMQY500XlJUsgtE9VooxAwD" \
  "jAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0kAMEYCIQC3ng4nJ/HoMlJQtAqppqsNI2spjv1kbTUJiYy9kItalQIh" \
  "APXYa6H/K9d5NouSJrVCGezazm1xz5TleofuT+31xaxv</Certificate></Endpoint></ServiceEndpointList>" \
  "</Process></ProcessList></ServiceInformation></ServiceMetadata><Signature xmlns=\"http://ww" \
  "w.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www.w3.o" \
  "rg/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"http://www.w3.org/2001/04/" \
  "xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transform Algorithm=\"http://" \
  "www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><DigestMethod Algorithm=\"ht" \
  "tp://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>xXAjucP4WgPJoWWE8mfZDsZY9rD8vd6YoodSA" \
  "2zYHEM=</DigestValue></Reference></SignedInfo><SignatureValue>59LQJCk8kVk7gFrQgHtqR9EnMVoWw" \
  "0rEd0mNewwg/vtPoCpnlYivEIfZiUZlZT3dYMocx9eWI+fKwwHi7hhZsw==</SignatureValue><KeyInfo><X509D" \
  "ata><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIH" \
  "V0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQQDEwNTTVAwWTATBgcqhkjOP" \
  "QIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObeVkgy3" \
  "i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vAwL9d3" \
  "+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X509Certificate></X509Da" \
  "ta></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_AS2 \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:974760673</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList><Endpoint transportProfile=\"busdox-transport-as2-ver2p" \
  "0\"><EndpointReference xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>https://svc." \
  "example/as2</Address></EndpointReference><ServiceActivationDate>2026-01-01T00:00:00</Servic" \
  "eActivationDate><ServiceExpirationDate>2040-01-01T00:00:00Z</ServiceExpirationDate><Certifi" \
  "cate>MIIBLDCB06ADAgECAgEFMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDT" \
  "I2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjANMQswCQYDVQQDEwJBUDBZMBMGByqGSM49AgEGCCqGSM49AwEHA" \
  "0IABDwnwuv9vxq6XaJDDMm/d6utXid8ipTEAU/Yor02OwIbNDvSIFg5IBaks8T9woNTMOC8/UT11bJw/AxJzQPEReyj" \
  "EDAOMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIhALWQza6a4vKH2Nt34BjbnakdA1N9vbVK1ulVxeG1XLz" \
  "xAiAVE1YA28bAPnaoIQeJQ3OqPyQjY5OA7VvusknjW4BvYA==</Certificate></Endpoint></ServiceEndpoint" \
  "List></Process></ProcessList></ServiceInformation></ServiceMetadata><Signature xmlns=\"http" \
  "://www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www" \
  ".w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"http://www.w3.org/200" \
  "1/04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transform Algorithm=\"ht" \
  "tp://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><DigestMethod Algorithm" \
  "=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>rQnbwAr9bjhHDzFIbAXF3Pvlg0mgb4Ig" \
  "EImWJWSZ+cs=</DigestValue></Reference></SignedInfo><SignatureValue>mMC9QCw5cSblmbZNhyxJ9vy/" \
  "c0hsGrQu2gJGpmubPPXrwnbmUcJYqLcVMoMakEU7r10QbAU+f52TvUzV9eLmfQ==</SignatureValue><KeyInfo><" \
  "X509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZ" \
  "XRzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQQDEwNTTVAwWTATBgcq" \
  "hkjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObe" \
  "Vkgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vA" \
  "wL9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X509Certificate></X" \
  "509Data></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_PLAIN \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:974760673</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList><Endpoint transportProfile=\"peppol-transport-as4-v2_0" \
  "\"><EndpointReference xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>http://svc.ex" \
  "ample/as4</Address></EndpointReference><ServiceActivationDate>2026-01-01T00:00:00</ServiceA" \
  "ctivationDate><ServiceExpirationDate>2040-01-01T00:00:00Z</ServiceExpirationDate><Certifica" \
  "te>MIIBLDCB06ADAgECAgEFMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDTI2" \
  "MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjANMQswCQYDVQQDEwJBUDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0I" \
  "ABDwnwuv9vxq6XaJDDMm/d6utXid8ipTEAU/Yor02OwIbNDvSIFg5IBaks8T9woNTMOC8/UT11bJw/AxJzQPEReyjED" \
  "AOMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIhALWQza6a4vKH2Nt34BjbnakdA1N9vbVK1ulVxeG1XLzxA" \
  "iAVE1YA28bAPnaoIQeJQ3OqPyQjY5OA7VvusknjW4BvYA==</Certificate></Endpoint></ServiceEndpointLi" \
  "st></Process></ProcessList></ServiceInformation></ServiceMetadata><Signature xmlns=\"http:/" \
  "/www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www.w" \
  "3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"http://www.w3.org/2001/" \
  "04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transform Algorithm=\"http" \
  "://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><DigestMethod Algorithm=" \
  "\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>E0u3H2SFJh3P0Y4cnWToHpDRYxJbvTBql" \
  "fWoHhEkUyQ=</DigestValue></Reference></SignedInfo><SignatureValue>LFDp1JPEm6Juw4L3Gd1Lu02ex" \
  "Gu7ESlaw5v/wdzaRud/tg4Jt9ZA/IhA1Ca5kktUiBtbbZsqYZRksGK8LTcObg==</SignatureValue><KeyInfo><X" \
  "509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZX" \
  "RzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQQDEwNTTVAwWTATBgcqh" \
  "kjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObeV" \
  "kgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vAw" \
  "L9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X509Certificate></X5" \
  "09Data></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_ELSEWHERE \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:974760673</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList><Endpoint transportProfile=\"peppol-transport-as4-v2_0" \
  "\"><EndpointReference xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>https://ap.ex" \
  "ample/as4</Address></EndpointReference><ServiceActivationDate>2026-01-01T00:00:00</ServiceA" \
  "ctivationDate><ServiceExpirationDate>2040-01-01T00:00:00Z</ServiceExpirationDate><Certifica" \
  "te>MIIBLDCB06ADAgECAgEFMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDTI2" \
  "MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjANMQswCQYDVQQDEwJBUDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0I" \
  "ABDwnwuv9vxq6XaJDDMm/d6utXid8ipTEAU/Yor02OwIbNDvSIFg5IBaks8T9woNTMOC8/UT11bJw/AxJzQPEReyjED" \
  "AOMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIhALWQza6a4vKH2Nt34BjbnakdA1N9vbVK1ulVxeG1XLzxA" \
  "iAVE1YA28bAPnaoIQeJQ3OqPyQjY5OA7VvusknjW4BvYA==</Certificate></Endpoint></ServiceEndpointLi" \
  "st></Process></ProcessList></ServiceInformation></ServiceMetadata><Signature xmlns=\"http:/" \
  "/www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www.w" \
  "3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"http://www.w3.org/2001/" \
  "04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transform Algorithm=\"http" \
  "://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><DigestMethod Algorithm=" \
  "\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>LtgZ5e+bGIwDQ6AyLAbR+yWPw5TQHRnJx" \
  "gJm/0Da6TQ=</DigestValue></Reference></SignedInfo><SignatureValue>niWFB9lbL/TLBAodcYB16pMrR" \
  "bLZiMmeQSGKoJCFuFdnllLOt2VLloQs+hqLXn8BdTWYI/pAqO6KAshF+wsw5Q==</SignatureValue><KeyInfo><X" \
  "509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZX" \
  "RzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQQDEwNTTVAwWTATBgcqh" \
  "kjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObeV" \
  "kgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vAw" \
  "L9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X509Certificate></X5" \
  "09Data></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_OF_OTHER \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:991825827</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList><Endpoint transportProfile=\"peppol-transport-as4-v2_0" \
  "\"><EndpointReference xmlns=\"http://www.w3.org/2005/08/addressing\"><Address>https://svc.e" \
  "xample/as4</Address></EndpointReference><ServiceActivationDate>2026-01-01T00:00:00</Service" \
  "ActivationDate><ServiceExpirationDate>2040-01-01T00:00:00Z</ServiceExpirationDate><Certific" \
  "ate>MIIBLDCB06ADAgECAgEFMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDTI" \
  "2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjANMQswCQYDVQQDEwJBUDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0" \
  "IABDwnwuv9vxq6XaJDDMm/d6utXid8ipTEAU/Yor02OwIbNDvSIFg5IBaks8T9woNTMOC8/UT11bJw/AxJzQPEReyjE" \
  "DAOMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIhALWQza6a4vKH2Nt34BjbnakdA1N9vbVK1ulVxeG1XLzx" \
  "AiAVE1YA28bAPnaoIQeJQ3OqPyQjY5OA7VvusknjW4BvYA==</Certificate></Endpoint></ServiceEndpointL" \
  "ist></Process></ProcessList></ServiceInformation></ServiceMetadata><Signature xmlns=\"http:" \
  "//www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algorithm=\"http://www." \
  "w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"http://www.w3.org/2001" \
  "/04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transform Algorithm=\"htt" \
  "p://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><DigestMethod Algorithm=" \
  "\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>LG5d1QIZvramXQ/yVXcZC6K383FMmuzH5" \
  "rtuZnhrdlU=</DigestValue></Reference></SignedInfo><SignatureValue>T1MBhj9He4YsW8e8Ddw1Qt8bp" \
  "jRadgzkVFwbzjX5wDwDYLkP23VN3Pu6McrEmtvL95IwDrGRrStRloHHpCm2Tg==</SignatureValue><KeyInfo><X" \
  "509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZX" \
  "RzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQQDEwNTTVAwWTATBgcqh" \
  "kjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObeV" \
  "kgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vAw" \
  "L9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X509Certificate></X5" \
  "09Data></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_NO_ENDPOINT \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><ServiceInformation><id:" \
  "ParticipantIdentifier scheme=\"iso6523-actorid-upis\">0192:974760673</id:ParticipantIdentif" \
  "ier><id:DocumentIdentifier scheme=\"busdox-docid-qns\">urn:d</id:DocumentIdentifier><Proces" \
  "sList><Process><ServiceEndpointList/></Process></ProcessList></ServiceInformation></Service" \
  "Metadata><Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo><Canonicalizat" \
  "ionMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod A" \
  "lgorithm=\"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Tran" \
  "sforms><Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Tr" \
  "ansforms><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>" \
  "X7Sy+mNmTJschWl0VhpjmvRXHVS5ZMi69v1zSY00X1g=</DigestValue></Reference></SignedInfo><Signatu" \
  "reValue>pMry9QkJbA6tMHiEOtbmPiN1n+xR05FBxFSuTn4s01IZLLdwjQetc5DUvrNEgweeQv6jaLOFEew8tqPkwzT" \
  "/Jw==</SignatureValue><KeyInfo><X509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49B" \
  "AMCMB8xHTAbBgNVBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAw" \
  "WjAOMQwwCgYDVQQDEwNTTVAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP" \
  "+95TK0hkXPTjvwrhgTCQG3Z1wPiaUObeVkgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BA" \
  "MCA0cAMEQCIGkjlOC0ldjZUpTY9Cv4vAwL9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcA" \
  "wr4u5PUfg==</X509Certificate></X509Data></KeyInfo></Signature></SignedServiceMetadata>"
#define METADATA_REDIRECT \
  "<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" xmlns:id" \
  "=\"http://busdox.org/transport/identifiers/1.0/\"><ServiceMetadata><Redirect href=\"https:/" \
  "/svc.example/annen\"><CertificateUID>SMP</CertificateUID></Redirect></ServiceMetadata><Sign" \
  "ature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod Algo" \
  "rithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"htt" \
  "p://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256\"/><Reference URI=\"\"><Transforms><Transf" \
  "orm Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/></Transforms><Dige" \
  "stMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>E9HYC2tuzwQFhb" \
  "1GbhtxWOmO1E63lfb23AwuRy9w+EA=</DigestValue></Reference></SignedInfo><SignatureValue>ALo8R0" \
  "ZLgBinm2OMYvgP4aghG35AWbpS6IsfQQFMADThohtmfrDbRYBwrsFmP8Tx64EI+FaiS4ukWrZqcmsvTw==</Signatu" \
  "reValue><KeyInfo><X509Data><X509Certificate>MIIBLDCB1KADAgECAgEEMAoGCCqGSM49BAMCMB8xHTAbBgN" \
  "VBAMTFE5ldHR2ZXJrZXRzIHV0c3RlZGVyMCAXDTI2MDEwMTAwMDAwMFoYDzIwNTUxMjI1MDAwMDAwWjAOMQwwCgYDVQ" \
  "QDEwNTTVAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARzFEW5k87mWL9sokr3468ysm2rEbimwyP+95TK0hkXPTjvw" \
  "rhgTCQG3Z1wPiaUObeVkgy3i5HZlHZP3QF5w2zFoxAwDjAMBgNVHRMBAf8EAjAAMAoGCCqGSM49BAMCA0cAMEQCIGkj" \
  "lOC0ldjZUpTY9Cv4vAwL9d3+aku7oBEf0jvxuXd9AiBe8VCaU35CslehCpbHld9CL10xGuMZCsIcAwr4u5PUfg==</X" \
  "509Certificate></X509Data></KeyInfo></Signature></SignedServiceMetadata>"
// clang-format on

#endif
