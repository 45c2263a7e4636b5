// SPDX-License-Identifier: Apache-2.0
/* What libraries give as the reason of a fault, in English, and what we say of it. */
#include "engines/result/known.h"

#ifndef N_
#define N_(text) text
#endif

const struct sv_foreign sv_foreign_words[] = {
  /* OpenSSL: why a certificate does not verify. */
  { "unable to get issuer certificate", N_("the certificate of an issuer is not sent and not known "
                                           "here; send the whole chain") },
  { "unable to get local issuer certificate", N_("the issuer is not among those trusted here, or "
                                                 "an intermediate certificate is not sent") },
  { "unable to verify the first certificate", N_("the issuer of the server's certificate is not "
                                                 "known; send its intermediate certificates") },
  { "self-signed certificate", N_("the certificate is signed by itself, and no issuer vouches for "
                                  "it") },
  { "self signed certificate", N_("the certificate is signed by itself, and no issuer vouches for "
                                  "it") },
  { "self-signed certificate in certificate chain", N_("the chain ends in a root certificate that "
                                                       "is not trusted here") },
  { "self signed certificate in certificate chain", N_("the chain ends in a root certificate that "
                                                       "is not trusted here") },
  { "unable to decrypt certificate's signature", N_("the signature of a certificate cannot be "
                                                    "read") },
  { "unable to decode issuer public key", N_("the key of an issuer cannot be read") },
  { "certificate signature failure", N_("the signature of a certificate is not right") },
  { "certificate is not yet valid", N_("the certificate is not valid yet") },
  { "certificate has expired", N_("the certificate has run out") },
  { "format error in certificate's notBefore field", N_("the date from which a certificate is "
                                                        "valid cannot be read") },
  { "format error in certificate's notAfter field", N_("the date until which a certificate is "
                                                       "valid cannot be read") },
  { "certificate chain too long", N_("the chain of certificates is longer than is followed") },
  { "certificate revoked", N_("the certificate is revoked") },
  { "issuer certificate doesn't have a public key", N_("the certificate of an issuer has no public "
                                                       "key") },
  { "invalid CA certificate", N_("a certificate in the chain may not issue others") },
  { "path length constraint exceeded", N_("there are more intermediate certificates than an issuer "
                                          "allows") },
  { "unsuitable certificate purpose", N_("the certificate is not meant for a server") },
  { "certificate not trusted", N_("the root of the chain is not trusted for this use") },
  { "certificate rejected", N_("the root of the chain is marked as rejected for this use") },
  { "subject issuer mismatch", N_("a certificate is not issued by the one that comes after it") },
  { "authority and subject key identifier mismatch", N_("a certificate names another key of its "
                                                        "issuer than the one in the chain") },
  { "authority and issuer serial number mismatch", N_("a certificate names another certificate of "
                                                      "its issuer than the one in the chain") },
  { "key usage does not include certificate signing", N_("the key of an issuer is not meant for "
                                                         "signing certificates") },
  { "unhandled critical extension", N_("a certificate has an extension that must be understood and "
                                       "is not known here") },
  { "invalid non-CA certificate (has CA markings)", N_("a certificate that may not issue others is "
                                                       "marked as if it may") },
  { "invalid or inconsistent certificate extension", N_("an extension of a certificate is not "
                                                        "right, or two of them contradict each "
                                                        "other") },
  { "invalid or inconsistent certificate policy extension", N_("the policies of a certificate are "
                                                               "not right, or contradict each "
                                                               "other") },
  { "unsupported extension feature", N_("a certificate uses a part of an extension that is not "
                                        "known here") },
  { "permitted subtree violation", N_("the name is not among those that the issuer may vouch "
                                      "for") },
  { "excluded subtree violation", N_("the name is among those that the issuer may not vouch for") },
  { "unsupported or invalid name syntax", N_("a name in a certificate cannot be read") },
  { "hostname mismatch", N_("the certificate is not issued for this host name") },
  { "IP address mismatch", N_("the certificate is not issued for this address") },
  { "EE certificate key too weak", N_("the key of the server's certificate is too weak") },
  { "CA certificate key too weak", N_("the key of an issuer is too weak") },
  { "CA signature digest algorithm too weak", N_("a certificate in the chain is signed with a "
                                                 "digest that is too weak") },
  { "Cannot find certificate signature algorithm", N_("the algorithm that a certificate is signed "
                                                      "with is not known here") },
  { "subject signature algorithm and issuer public key algorithm mismatch", N_("a certificate is "
                                                                               "signed with "
                                                                               "another kind of "
                                                                               "key than its "
                                                                               "issuer has") },
  { "cert info signature and signature algorithm mismatch", N_("a certificate names two different "
                                                               "algorithms for its signature") },
  { "Path length invalid for non-CA cert", N_("a certificate that may not issue others says how "
                                              "long a chain may be") },
  { "Issuer name empty", N_("a certificate does not name its issuer") },
  { "Subject name empty", N_("the certificate of an issuer does not say whose it is") },
  { "Missing Authority Key Identifier", N_("a certificate does not say which key of its issuer "
                                           "signed it") },
  { "Missing Subject Key Identifier", N_("the certificate of an issuer does not name its own "
                                         "key") },
  { "Empty Subject Alternative Name extension", N_("the list of names in the certificate is "
                                                   "empty") },
  { "Basic Constraints of CA cert not marked critical", N_("the certificate of an issuer does not "
                                                           "mark its constraints as critical") },
  { "CA cert does not include key usage extension", N_("the certificate of an issuer does not say "
                                                       "what its key is for") },
  { "Certificate public key has explicit ECC parameters", N_("the key of a certificate spells out "
                                                             "its curve instead of naming it") },
  { "unspecified certificate verification error", N_("the certificate could not be judged") },
  /* OpenSSL: how a handshake ended, in libcurl's words. */
  { "{library}:SSL routines::{version} alert handshake failure", N_("the server found nothing in "
                                                                    "what was offered that it "
                                                                    "accepts (alert "
                                                                    "handshake_failure)") },
  { "{library}:SSL routines::{version} alert protocol version", N_("the server does not accept the "
                                                                   "TLS versions that were offered "
                                                                   "(alert protocol_version)") },
  { "{library}:SSL routines::{version} alert internal error", N_("the server reported a fault of "
                                                                 "its own (alert "
                                                                 "internal_error)") },
  { "{library}:SSL routines::{version} alert insufficient security", N_("the server wants stronger "
                                                                        "cipher suites than were "
                                                                        "offered (alert "
                                                                        "insufficient_security)") },
  { "{library}:SSL routines::{version} alert certificate required", N_("the server wants a client "
                                                                       "certificate; name one "
                                                                       "under credentials in the "
                                                                       "target file") },
  { "{library}:SSL routines::{version} alert bad certificate", N_("the server does not accept the "
                                                                  "client certificate (alert "
                                                                  "bad_certificate)") },
  { "{library}:SSL routines::{version} alert unsupported certificate", N_("the server does not "
                                                                          "accept that kind of "
                                                                          "client certificate "
                                                                          "(alert "
                                                                          "unsupported_"
                                                                          "certificate)") },
  { "{library}:SSL routines::{version} alert certificate expired", N_("the client certificate has "
                                                                      "run out, says the server "
                                                                      "(alert "
                                                                      "certificate_expired)") },
  { "{library}:SSL routines::{version} alert certificate revoked", N_("the client certificate is "
                                                                      "revoked, says the server "
                                                                      "(alert "
                                                                      "certificate_revoked)") },
  { "{library}:SSL routines::{version} alert certificate unknown", N_("the server could not accept "
                                                                      "the client certificate "
                                                                      "(alert "
                                                                      "certificate_unknown)") },
  { "{library}:SSL routines::{version} alert unknown ca", N_("the server does not know the issuer "
                                                             "of the client certificate (alert "
                                                             "unknown_ca)") },
  { "{library}:SSL routines::{version} alert access denied", N_("the server does not let this "
                                                                "client in (alert "
                                                                "access_denied)") },
  { "{library}:SSL routines::{version} alert no application protocol", N_("the server speaks none "
                                                                          "of the protocols that "
                                                                          "were offered (alert "
                                                                          "no_application_"
                                                                          "protocol)") },
  { "{library}:SSL routines::{version} unrecognized name", N_("the server does not know this host "
                                                              "name (alert unrecognized_name)") },
  { "{library}:SSL routines::{version} alert decode error", N_("the server could not read the "
                                                               "handshake (alert decode_error)") },
  { "{library}:SSL routines::{version} alert decrypt error", N_("a signature or a key of the "
                                                                "handshake was not right, says the "
                                                                "server (alert decrypt_error)") },
  { "{library}:SSL routines::{version} alert illegal parameter", N_("the server found a value in "
                                                                    "the handshake that may not be "
                                                                    "there (alert "
                                                                    "illegal_parameter)") },
  { "{library}:SSL routines::{version} alert unexpected message", N_("the server got a message "
                                                                     "that it did not expect "
                                                                     "(alert "
                                                                     "unexpected_message)") },
  { "{library}:SSL routines::unexpected eof while reading", N_("the server closed the connection "
                                                               "in the middle of the handshake") },
  { "{library}:SSL routines::wrong version number", N_("what answers at this port is not TLS; see "
                                                       "that the address has the right port and "
                                                       "scheme") },
  { "{library}:SSL routines::packet length too long", N_("what answers at this port is not TLS; "
                                                         "see that the address has the right port "
                                                         "and scheme") },
  { "{library}:SSL routines::unsupported protocol", N_("the server chose a TLS version that is too "
                                                       "old to be accepted here") },
  { "{library}:SSL routines::dh key too small", N_("the server's key exchange (DH) is too weak to "
                                                   "be accepted here") },
  { "{library}:SSL routines::ee key too small", N_("the key of the server's certificate is too "
                                                   "weak to be accepted here") },
  { "{library}:SSL routines::ca md too weak", N_("the certificate is signed with a digest that is "
                                                 "too weak to be accepted here") },
  { "{library}:SSL routines::no shared cipher", N_("client and server have no cipher suite in "
                                                   "common") },
  { "{library}:SSL routines::legacy sigalg disallowed or unsupported", N_("the server signs its "
                                                                          "handshake with an "
                                                                          "algorithm that is too "
                                                                          "old to be accepted "
                                                                          "here") },
  { "{library}:SSL routines::unsafe legacy renegotiation disabled", N_("the server does not know "
                                                                       "safe renegotiation (RFC "
                                                                       "5746)") },
  { "{library} SSL_connect: SSL_ERROR_SYSCALL in connection to {host} ", N_("the server closed the "
                                                                            "connection in the "
                                                                            "middle of the "
                                                                            "handshake") },
  { "{library} SSL_connect: SSL_ERROR_SYSCALL in connection to {host}", N_("the server closed the "
                                                                           "connection in the "
                                                                           "middle of the "
                                                                           "handshake") },
  { "{library} SSL_connect: SSL_ERROR_ZERO_RETURN in connection to {host}", N_("the server closed "
                                                                               "the connection in "
                                                                               "the middle of the "
                                                                               "handshake") },
  { "{library} SSL_connect: Connection reset by peer in connection to {host} ", N_("the server "
                                                                                   "broke the "
                                                                                   "connection in "
                                                                                   "the middle of "
                                                                                   "the "
                                                                                   "handshake") },
  { "{library} SSL_connect: Connection reset by peer in connection to {host}", N_("the server "
                                                                                  "broke the "
                                                                                  "connection in "
                                                                                  "the middle of "
                                                                                  "the "
                                                                                  "handshake") },
  { "SSL: no alternative certificate subject name matches target host name '{host}'", N_("the "
                                                                                         "certifica"
                                                                                         "te is "
                                                                                         "not "
                                                                                         "issued "
                                                                                         "for "
                                                                                         "{host"
                                                                                         "}") },
  { "SSL: certificate subject name '{name}' does not match target host name '{host}'",
    N_("the certificate is issued for {name}, not for {host}") },
  { "SSL certificate problem: {reason}", N_("the certificate does not verify: {reason}") },
  { "SSL connection timeout", N_("the handshake did not end in time") },
  /* libcurl: why there is no answer. */
  { "Recv failure: Connection reset by peer", N_("the server broke the connection before the "
                                                 "answer was there") },
  { "Send failure: Connection reset by peer", N_("the server broke the connection while the "
                                                 "request was sent") },
  { "Send failure: Broken pipe", N_("the server closed the connection while the request was "
                                    "sent") },
  { "Empty reply from server", N_("the server closed the connection without an answer") },
  { "Error in the HTTP2 framing layer", N_("the HTTP/2 framing is broken") },
  { "HTTP/2 stream {number} was not closed cleanly: {name} (err {code})", N_("the HTTP/2 stream "
                                                                             "was ended with "
                                                                             "{name}") },
  /* unbound: why a name's signatures do not hold. */
  { "validation failure <{query}>: signature expired from {server}", N_("the signature of {query} "
                                                                        "has run out (answer from "
                                                                        "{server})") },
  { "validation failure <{query}>: signature expired", N_("the signature of {query} has run out") },
  { "validation failure <{query}>: no signatures from {server}", N_("{query} is not signed, though "
                                                                    "its zone says that it is "
                                                                    "(answer from {server})") },
  { "validation failure <{query}>: no signatures", N_("{query} is not signed, though its zone says "
                                                      "that it is") },
  { "validation failure <{query}>: signature crypto failed from {server}", N_("the signature of "
                                                                              "{query} is not "
                                                                              "right (answer from "
                                                                              "{server})") },
  { "validation failure <{query}>: signature crypto failed", N_("the signature of {query} is not "
                                                                "right") },
  { "validation failure <{query}>: signature missing from {server}", N_("a signature that the zone "
                                                                        "promises is missing for "
                                                                        "{query} (answer from "
                                                                        "{server})") },
  { "validation failure <{query}>: signature inception time in the future from {server}",
    N_("the signature of {query} is not valid yet (answer from {server})") },
  { "validation failure <{query}>: No DNSKEY record for key {zone} while building chain of trust",
    N_("the zone {zone} has no key (DNSKEY), though its parent points to one") },
  { "validation failure <{query}>: No DNSKEY record from {server} for key {zone} while building "
    "chain of trust",
    N_("the zone {zone} has no key (DNSKEY), though its parent points to one (answer from "
       "{server})") },
  { "validation failure <{query}>: {reason} from {server}", N_("{query} does not validate: the "
                                                               "library says \"{reason}\" (answer "
                                                               "from {server})") },
  { "validation failure <{query}>: {reason}", N_("{query} does not validate: the library says "
                                                 "\"{reason}\"") },
  /* jansson: why a text is not JSON. */
  { "{reason} near end of file", N_("{reason}, at the end of the text") },
  { "{reason} near '{text}'", N_("{reason}, at \"{text}\"") },
  { "':' expected", N_("a colon is missing after a name") },
  { "'[' or '{' expected", N_("an array or an object was expected") },
  { "']' expected", N_("a comma or a closing bracket is missing in an array") },
  { "'}' expected", N_("a comma or a closing brace is missing in an object") },
  { "string or '}' expected", N_("a name in double quotes, or a closing brace, was expected") },
  { "invalid token", N_("something stands here that JSON does not have") },
  { "unexpected token", N_("a value was expected") },
  { "premature end of input", N_("the text ends before the value does") },
  { "end of file expected", N_("something follows the value") },
  { "unexpected newline", N_("a line ends inside a string; write \\n there") },
  { "invalid escape", N_("a backslash is followed by a letter that JSON does not have there") },
  { "control character 0x{code}", N_("the control character 0x{code} must be written as an escape "
                                     "inside a string") },
  { "unable to decode byte 0x{code}", N_("the byte 0x{code} is not UTF-8; write the text as "
                                         "UTF-8") },
  { "invalid Unicode escape '{text}'", N_("four hexadecimal digits were expected after \\u") },
  { "invalid Unicode '{text}'", N_("{text} is no character") },
  { "duplicate object key", N_("an object has the same name twice") },
  { "maximum parsing depth reached", N_("the text is nested deeper than is read") },
  { "too big integer", N_("a number is larger than is read") },
  { "too big negative integer", N_("a number is lower than is read") },
  { "real number overflow", N_("a number is larger than is read") },
};

const size_t sv_foreign_count = sizeof sv_foreign_words / sizeof sv_foreign_words[0];
