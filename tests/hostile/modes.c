// SPDX-License-Identifier: Apache-2.0
/* The table of modes. The ids are those of the list of hostile targets where it has one. */
#include "tests/hostile/modes.h"

#include <string.h>

#define TEXT(t) .text = (t), .size = sizeof(t) - 1
#define OK "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define BODY "Content-Length: 2\r\n\r\n{}"
#define TO(location)                                                                               \
  TEXT("HTTP/1.1 302 Found\r\nLocation: " location "\r\nContent-Length: 0\r\n\r\n")
#define LEAK(type) "HTTP/1.1 200 OK\r\nContent-Type: " type "\r\nConnection: close\r\n\r\n"
#define K1 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define K16 K1 K1 K1 K1 K1 K1 K1 K1 K1 K1 K1 K1 K1 K1 K1 K1

static const struct mode modes[] = {
  { "good", TEXT(OK BODY), .step = STEP_ONCE },
  { "echo", TEXT(""), .step = STEP_ECHO },
  { "T01", TEXT(""), .step = STEP_ONCE, .end = END_HANG },
  { "T04", TEXT("HTTP/1.1 200 OK\r\nX: "), .unit = "a", .step = STEP_SLOW, .interval_ms = 30 },
  { "T05", TEXT(OK "Content-Length: 100000\r\n\r\n"), .unit = "a", .step = STEP_SLOW,
    .interval_ms = 30 },
  { "T07", TEXT(OK "\r\n"), .unit = K16, .step = STEP_ENDLESS },
  { "T08", TEXT(OK "Transfer-Encoding: chunked\r\n\r\n"), .unit = "400\r\n" K16 "\r\n",
    .step = STEP_ENDLESS },
  { "T09", TEXT(OK "Content-Length: 11000000\r\n\r\n"), .unit = K16, .step = STEP_ENDLESS },
  { "T10", TEXT(OK "Content-Length: 100\r\n\r\n{}"), .end = END_CLOSE },
  { "T11", TEXT(OK "Content-Length: 2\r\n\r\n{}surplus"), .end = END_KEEP },
  { "T12", TEXT(OK "Content-Length: 99999999999999999999\r\n\r\n{}"), .end = END_CLOSE },
  { "T13", TEXT(OK "Content-Length: -5\r\n\r\n{}"), .end = END_CLOSE },
  { "T14", TEXT(OK "Content-Length: 5\r\nContent-Length: 2\r\n\r\n{}"), .end = END_CLOSE },
  { "T15", TEXT(OK "Content-Length: 2\r\n" BODY) },
  { "T16", TEXT(OK "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n") },
  { "T17", TEXT(OK "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n"), .end = END_CLOSE },
  { "T18", TEXT(OK "Transfer-Encoding: chunked\r\n\r\n10000000000000005\r\n{}\r\n0\r\n\r\n"),
    .end = END_CLOSE },
  { "T19", TEXT(OK "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"), .end = END_CLOSE },
  { "T20", TEXT(OK "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nLocation: /x\r\n\r\n") },
  { "T22", TEXT(""), .end = END_CLOSE },
  { "T23", TEXT(""), .end = END_CLOSE, .bad_first = 1 },
  { "T26", TEXT(OK BODY "{}") },
  { "T28", TEXT(OK "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
    .end = END_CLOSE },
  { "H01", TEXT("HTTP/1.1 200 OK\r\nX: "), .unit = K16, .step = STEP_ENDLESS },
  { "H02", TEXT("HTTP/1.1 200 OK\r\n"), .unit = "X: y\r\n", .step = STEP_ENDLESS },
  { "H03", TEXT(""), .unit = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
    .step = STEP_ENDLESS },
  { "H04", TEXT("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" OK BODY) },
  { "H05", TEXT(""), .unit = "HTTP/1.1 102 Processing\r\n\r\n", .step = STEP_SLOW,
    .interval_ms = 150 },
  { "H07", TEXT(OK "X: a\0b\r\n" BODY), .end = END_CLOSE },
  { "H08", TEXT("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}") },
  { "H09", TEXT(OK "X: a\r\n b\r\n" BODY) },
  { "H13", TEXT("just a body\n"), .end = END_CLOSE },
  { "H14", TEXT("SSH-2.0-OpenSSH_9.2\r\n"), .end = END_CLOSE },
  { "H15", TEXT("HTTP/2.7 200 OK\r\n" BODY), .end = END_CLOSE },
  { "H16", TEXT("HTTP/1.1 999 Odd\r\n" BODY) },
  { "H17", TEXT("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), .end = END_CLOSE },
  { "H23", TEXT("HTTP/1.1 429 Too Many\r\nRetry-After: 1000000000\r\n" BODY) },
  { "H24", TEXT("HTTP/1.1 503 Busy\r\nRetry-After: 1\r\n" BODY), .bad_first = 1 },
  { "U01", TO("/U01/x") },
  { "U06", .step = STEP_NEXT },
  { "U03", TO("file:///etc/passwd") },
  { "U03b", TO("gopher://127.0.0.1:@P/x") },
  { "U04", TO("http://127.0.0.2:@P/good") },
  { "U05", TO("http://0x7f.0.0.3:@P/good") },
  { "R", .step = STEP_AWAY },
  { "U08", TO("") },
  { "U08b", TEXT("HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: "
                 "0\r\n\r\n") },
  { "U08c", TO("//u:p@127.0.0.1:@P/good") },
  { "U11", TO("../good/there?x=1#frag") },
  { "U12", TO("/cb?access_token=CANARY") },
  { "C04", TEXT(OK "Content-Encoding: gzip\r\nContent-Length: "
                   "10\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\0\x03") },
  { "C05", TEXT(OK "Content-Encoding: gzip\r\n" BODY) },
  { "C07", TEXT(OK "Content-Encoding: br\r\n" BODY) },
  {
      "E08",
      TEXT(OK "Set-Cookie: sid=CANARY\r\nContent-Length: "
              "45\r\n\r\n{\"access_token\":\"CANARY\",\"pid\":\"01814550000\"}"),
  },
  /* A key and a synthetic number, each in the escapes of its syntax: tests/cli/secrets.test. */
  { "L1",
    TEXT(LEAK("application/problem+json") "{\"type\":\"about:blank\",\"status\":200,"
                                          "\"title\":\"\\u004banari-7f3a9c\\u002dhemmelig\","
                                          "\"detail\":\"fnr \\u00301814550016, "
                                          "018145\\u00a050016\","
                                          "\"neste\":\"MDE4MTQ1NTAwMTY=\","
                                          "\"nokkel\":\"S2FuYXJpLTdmM2E5Yy1oZW1tZWxpZw==\","
                                          "\"lenke\":\"https:\\/\\/"
                                          "x:Kanari-7f3a9c-hemmelig@x.example\"}"),
    .end = END_CLOSE },
  { "L2",
    TEXT(LEAK("application/yaml") "openapi: 3.0.3\ninfo:\n  title: \"\\x4banari-7f3a9c-hemmelig "
                                  "\\x301814550016\"\n  version: \"\\u00301814550016\"\npaths:\n"
                                  "  /p/01814550016:\n    get:\n      summary: "
                                  "Kanari-7f3a9c-hemmelig\n"),
    .end = END_CLOSE },
  { "L3",
    TEXT(LEAK("text/html; charset=utf-8") "<!doctype html><html lang=nb>"
                                          "<title>&#75;anari-7f3a9c-hemmelig "
                                          "&#48;1814550016</title>"
                                          "<img src=x "
                                          "title='&#x4b;anari-7f3a9c-hemmelig'><h1>018145&nbsp;"
                                          "50016</h1>"
                                          "<a "
                                          "href='/good/"
                                          "%301814550016?k=%254banari-7f3a9c-hemmelig'></a>"
                                          "<a "
                                          "href='mailto:01814550016@x.example'>Kanari-7f3a9c-"
                                          "hemmelig</a></html>"),
    .end = END_CLOSE },
  { "L4",
    TEXT(LEAK("text/turtle") "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n"
                             "@prefix dct: <http://purl.org/dc/terms/> .\n"
                             "<http://x.example/01814550016> a dcat:Dataset ; dct:identifier "
                             "01814550016 ;\n"
                             "dct:title \"\\u004Banari-7f3a9c-hemmelig \\U000000301814550016\"@nb "
                             ".\n"),
    .end = END_CLOSE },
  { "L5",
    TEXT(LEAK("application/xml") "<?xml version='1.0'?><a b='&#75;anari-7f3a9c-hemmelig'>"
                                 "<token><![CDATA[Kanari-7f3a9c-hemmelig]]></token>&#x30;1814550016"
                                 "<c d='018145&#160;50016'/></a>"),
    .end = END_CLOSE },
  { "L6",
    TEXT("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n"
         "X-Person-01814550016: Kanari-7f3a9c-hemmelig\r\nETag: \"01814550016\"\r\n"
         "Set-Cookie: 01814550016=a; Path=/Kanari-7f3a9c-hemmelig\r\n"
         "Link: </good/%301814550016?k=%4banari-7f3a9c-hemmelig>; rel=next\r\n"
         "X-Token-01814550016: a\r\nX-Bin: S2FuYXJpLTdmM2E5Yy1oZW1tZWxpZw\r\n\r\n"
         "Contact: mailto:01814550016@x.example\nExpires: Kanari-7f3a9c-hemmelig\n"),
    .end = END_CLOSE },
  { "L7", TO("/good/01814550016?k=%4banari-7f3a9c-hemmelig") },
  { "L8", TEXT("HTTP/1.1 500 01814550016 Kanari-7f3a9c-hemmelig\r\nContent-Length: 0\r\n\r\n") },
  { "L9", TEXT("HTTP/1.1 200 OK\r\nKanari-7f3a9c-hemmelig 01814550016\r\n\r\n"), .end = END_CLOSE },
  { "S01", TEXT("HTTP/1.1 500 Oops\r\n" BODY), .bad_every = 2 },
  { "S04", TEXT(OK BODY), .step = STEP_DELAY, .interval_ms = 20 },
  { "S09", TEXT(OK BODY), .step = STEP_DELAY, .interval_ms = 300 },
};

_Static_assert(sizeof modes / sizeof modes[0] <= 96, "the counts have room for 96 modes");

const struct mode *mode_find(const char *path)
{
  const size_t size = path[0] == '/' ? strcspn(path + 1, "/?") : 0;
  for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
    if (path[1] == 'R' && path[2] == '@' && modes[i].step == STEP_AWAY)
      return &modes[i];
    else if (strlen(modes[i].id) == size && memcmp(modes[i].id, path + 1, size) == 0)
      return &modes[i];
  return &modes[0];
}

size_t mode_number(const struct mode *m)
{
  return (size_t)(m - modes);
}
