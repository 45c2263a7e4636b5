// SPDX-License-Identifier: Apache-2.0
/* Why there is no answer, or not a plain one, in the language of the reader. An exchange has that
 * sentence in English, with its values in it: a program may read it. Here it is known again. */
#include "engines/result/detail.h"

#include "engines/base/lang.h"
#include "engines/base/phrase.h"
#include "engines/result/known.h"

#include <samsvar/plugin.h>

#include <string.h>

/* Sentences with values in them. */
static const char *const patterns[] = {
  N_("The answer came slower than 100 bytes a second for 20 seconds; {bytes} bytes were seen."),
  N_("The answer was not whole in time; {bytes} bytes were seen."),
  N_("The certificate does not verify, so nothing was sent. ({reason})"),
  N_("The TLS handshake failed. ({reason})"),
  N_("There is no answer; the library says: {reason}"),
  N_("The resolver cannot be asked; the library says: {reason}"),
  N_("{host} is {address}, which is {what}: the address policy does not allow it."),
  N_("The name {name} has no address."),
  N_("{host} also has the address {address}, which is {what} and was not used."),
};

/* What a value may be that is a word. */
static const char *const words[] = {
  N_("broadcast"),
  N_("unspecified"),
  N_("private"),
  N_("shared"),
  N_("link-local"),
  N_("reserved"),
  N_("documentation"),
  N_("benchmarking"),
  N_("multicast"),
  N_("discard"),
  N_("loopback"),
  N_("not on the list"),
  N_("not globally routable"),
  N_("no internet address"),
};

/* Sentences that stand as they are, for the translators; looked up by themselves. */
static const char *const sentences[] = {
  N_("The address to connect to is no numeric one."),
  N_("The resolver did not answer in time."),
  N_("A plugin's open() may not ask for anything."),
  N_("The check says that it sends nothing."),
  N_("The request has no absolute URL."),
  N_("The body of the request is longer than 4 MiB."),
  N_("A plan sends nothing."),
  N_("A header of the request is not \"Name: value\" on one line."),
  N_("A header of the request has a character in its name that no name has."),
  N_("A header of the request is one that only the connection sets."),
  N_("The method of the request is no word."),
  N_("The target has no credential of that name."),
  N_("The credential is not for this origin; it was not sent."),
  N_("The name of the host has no address."),
  N_("The name of the proxy has no address."),
  N_("The host does not accept the connection."),
  N_("There was no whole answer in time."),
  N_("The TLS handshake failed."),
  N_("The certificate does not verify, so nothing was sent."),
  N_("The client certificate or its key cannot be used."),
  N_("No cipher suite is agreed."),
  N_("The file of trusted certificates cannot be read."),
  N_("The issuer of the certificate does not fit."),
  N_("The status of the certificate is not good."),
  N_("The connection was closed without an answer."),
  N_("The connection broke before the answer was there."),
  N_("The connection broke while the request was sent."),
  N_("What came back is not HTTP as it is known today."),
  N_("What came back is not HTTP."),
  N_("The HTTP/2 framing is broken."),
  N_("The HTTP/2 stream was reset."),
  N_("The transfer coding cannot be decoded."),
  N_("The address is not a URL."),
  N_("The address can be read in more than one way."),
  N_("The address has a percent sign in its host."),
  N_("A header line is longer than 16 KiB."),
  N_("The host did not accept the connection in time."),
  N_("The TLS handshake did not end in time."),
  N_("The host did not answer in time."),
  N_("The body is longer than 10 MiB."),
  N_("The document is longer than 64 MiB."),
  N_("The chunked coding of the body is broken."),
  N_("The connection closed before the declared length was there."),
  N_("The connection closed before the body was whole."),
  N_("There is too much to hide in the body; it is not kept."),
  N_("The body is longer than 20 MiB when decoded."),
  N_("The document is longer than 64 MiB when decoded."),
  N_("The body grows more than a hundred times when decoded."),
  N_("There is not enough memory to decode the body."),
  N_("The gzip coding of the body is cut off."),
  N_("The body says it is gzip and is not, or not to its end."),
  N_("The resolver is not an address."),
  N_("The port of the resolver is no number."),
  N_("The address policy does not allow the resolver."),
  N_("There is not enough memory for the answer."),
  N_("Records of that type are not asked for."),
  N_("The resolver cannot be set up."),
  N_("The name cannot be asked for."),
  N_("The resolver did not answer within 10 seconds."),
  N_("A second status line followed the head of the answer."),
  N_("More than 10 interim answers (1xx) came before the answer."),
  N_("The status is not between 100 and 599."),
  N_("Status 101 came without anybody asking for another protocol."),
  N_("Content-Length is not a length."),
  N_("There are two Content-Length lines that differ."),
  N_("Both Content-Length and Transfer-Encoding are there."),
  N_("Status 204 came with a Content-Length: such an answer has no body."),
  N_("There are two Transfer-Encoding lines."),
  N_("The transfer coding is another than chunked; nobody asked for it."),
  N_("The content coding is another than gzip; nobody asked for it."),
  N_("A header field is folded over two lines."),
  N_("The answer has more than 500 header lines."),
  N_("A header line does not begin with a field name and a colon."),
  N_("A header line has a NUL in it."),
  N_("A header line has a carriage return in it."),
  N_("The headers are longer than 256 KiB."),
  N_("Lines of the head end without a carriage return."),
  N_("The handshake that was asked for cannot be made."),
  N_("What the host sent is no answer to a TLS hello."),
  N_("The handshake is longer than 256 KiB."),
  N_("The connection closed in the middle of the handshake."),
  N_("The host did not end its answer to a TLS hello in time."),
  N_("The host did not answer a TLS hello in time."),
  N_("The address that was connected to cannot be read."),
  N_("A credential is sent over https only, and over http to this machine itself."),
  N_("What the handshake showed cannot be read."),
  N_("The body is said to be longer than 10 MiB."),
  N_("The document is said to be longer than 64 MiB."),
  N_("The run ended before the answer was there."),
  N_("The request may change data, and the run does not allow that."),
  N_("The recording has no such exchange."),
  N_("The process that sends requests has died twice."),
  N_("The redirect leads from https to http; it is not followed."),
  N_("The redirect would send the data to another address; it is not followed."),
  N_("There are more than 5 redirects in a row."),
  N_("A request that no good client sends goes out without a credential, over HTTP/1.1."),
  N_("Content is announced with POST only, and none is sent with it."),
  N_("The request has more than two hosts."),
  N_("What comes after the header section is read on with HEAD only."),
  N_("More came after the header section than is read."),
  N_("The connection was not closed after the header section."),
  N_("What came is the coding of nothing."),
  N_("What is odd about the request is beyond its bounds."),
  N_("A line that says what is odd about the request cannot be read."),
  N_("The redirects lead in a circle."),
  N_("There is not enough memory to keep the answer."),
  N_("The process that sends requests died while this one was under way."),
  N_("There is not enough memory to ask."),
  N_("The run has sent as many requests as it may."),
  N_("The host was left alone after three requests in a row that it did not answer."),
  N_("The host asked to be left alone for longer than 120 seconds."),
  N_("The redirect does not say where to (no Location)."),
  N_("The redirect has more than one Location."),
  N_("The address in Location is longer than 4096 bytes."),
  N_("The address in Location has a secret or an identity number in it; it is not followed."),
  N_("The address in Location cannot be read."),
  N_("The address is longer than 4096 bytes."),
  N_("The address has a space or a control character."),
  N_("The address is neither http nor https."),
  N_("The address has no host."),
  N_("The address has a user name or a password in it."),
  N_("The address has a zone id."),
  N_("The address has a port that does not exist."),
  N_("There is not enough memory to read the address."),
};

static const char *word(const char *text, size_t size)
{
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (strlen(words[i]) == size && memcmp(words[i], text, size) == 0)
      return words[i];
  return NULL;
}

/* The value of a place: one of the words, or whatever stands there. */
static enum sv_status say_value(void *context, const char *text, size_t size, struct sv_buf *out)
{
  (void)context;
  const char *known = word(text, size);
  return known ? sv_buf_adds(out, sv_tr(known)) : sv_known_value(text, size, out);
}

static const char *const *pattern_of(const char *detail, struct sv_phrase *p)
{
  for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++)
    if (sv_phrase_match(patterns[i], detail, p))
      return &patterns[i];
  return NULL;
}

static bool is_sentence(const char *detail)
{
  for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
    if (strcmp(sentences[i], detail) == 0)
      return true;
  return false;
}

enum sv_status sv_detail_say(const char *detail, struct sv_buf *out)
{
  struct sv_phrase p;
  if (is_sentence(detail))
    return sv_buf_adds(out, sv_tr(detail));
  const char *const *pattern = pattern_of(detail, &p);
  if (pattern)
    return sv_phrase_fill(sv_tr(*pattern), &p, say_value, NULL, out);
  return sv_known_say(detail, out);
}

bool sv_detail_is_known(const char *detail)
{
  struct sv_phrase p;
  return is_sentence(detail) || pattern_of(detail, &p) || sv_known_is(detail);
}

enum sv_status sv_detail_message(const char *sentence, const struct sv_arg *args, size_t count,
                                 struct sv_buf *out)
{
  struct sv_arena a = SV_ARENA((size_t)32 << 20);
  struct sv_arg *said = count ? sv_arena_calloc(&a, count, sizeof *said) : NULL;
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  enum sv_status status = count && !said ? SV_NO_MEMORY : SV_OK;
  for (size_t i = 0; said && i < count; i++) {
    said[i] = args[i];
    sv_buf_cut(&text, 0);
    if (!args[i].text || !strchr(args[i].text, ' ') || sv_detail_say(args[i].text, &text) != SV_OK)
      continue;
    const char *copy = sv_arena_strdup(&a, sv_buf_text(&text));
    said[i].text = copy ? copy : args[i].text;
  }
  if (status == SV_OK)
    status = sv_message_render(sentence, said, count, out);
  sv_buf_free(&text);
  sv_arena_free(&a);
  return status;
}
