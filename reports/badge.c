// SPDX-License-Identifier: Apache-2.0
/* A badge: the verdict in words, the version of the profile, a shape and a colour. Green stands for
 * a whole run that conforms, and for nothing else. */
#include "reports/formats.h"

#include "engines/base/utf8.h"
#include "reports/put.h"
#include "reports/words.h"

#include <string.h>

enum { MESSAGE_MOST = 64, MARGIN = 8, SHAPE = 18, HEIGHT = 20, CACHE_SECONDS = 3600 };

/* Colours with at least 4.5:1 against white. */
static const char green[] = "1a7f37";
static const char red[] = "a81220";
static const char amber[] = "8a5a00";

enum look { WHOLE, EXEMPT, BROKEN, UNKNOWN, KNOWN };

static const struct {
  const char *word, *colour;
  const char *shape; /* white, 12 by 12 */
} looks[] = {
  [WHOLE] = { N_("conforms"), green, "M1 6.5 4.5 10 11 2" },
  [EXEMPT] = { N_("conforms, with exemptions"), green, "M1 6.5 4.5 10 11 2" },
  [BROKEN] = { N_("does not conform"), red, "M2 2 10 10M10 2 2 10" },
  [UNKNOWN] = { N_("not shown"), red, "M3 3.5Q3 1 6 1 9 1 9 3.5 9 5.5 6 6V8M6 10.2V11" },
  [KNOWN] = { N_("no new deviations"), amber, "M1.5 6H10.5" },
};

/* A run that ended badly shows nothing, whatever its requirements say. */
static enum look look_of(const struct sv_run *run)
{
  const bool red_run = run->verdict.exit_code != 0;
  switch (run->verdict.value) {
  case SV_CONFORMS:
    return red_run ? UNKNOWN : WHOLE;
  case SV_CONFORMS_WITH_WAIVERS:
    return red_run ? UNKNOWN : EXEMPT;
  case SV_DOES_NOT_CONFORM:
    return red_run ? BROKEN : KNOWN;
  case SV_NOT_SHOWN:
  default:
    return UNKNOWN;
  }
}

static void message(const struct sv_run *run, struct sv_buf *out)
{
  (void)sv_buf_adds(out, sv_tr(looks[look_of(run)].word));
  (void)sv_buf_addc(out, ' ');
  sv_put_clean(out, run->profile.version, SV_LINE, MESSAGE_MOST);
}

/* Eleven pixels of a common sans serif; textLength makes it so in any other. */
static unsigned width_of(const char *text)
{
  unsigned tenths = 0;
  for (const char *p = text; *p; p++) {
    if (((unsigned char)*p & 0xC0) == 0x80)
      continue;
    tenths += strchr("ijlt.,:;'|! ", *p) ? 38 : strchr("mwMW", *p) ? 98 : 66;
  }
  return tenths / 10 + 1;
}

static void svg_text(struct sv_buf *out, unsigned x, unsigned width, const char *text)
{
  (void)sv_buf_addf(out, "  <text x=\"%u\" y=\"14\" textLength=\"%u\">", x, width);
  (void)sv_escape_xml(out, text, strlen(text), SV_LINE);
  (void)sv_buf_adds(out, "</text>\n");
}

enum sv_status sv_badge_render(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_buf text = SV_BUF(4096);
  message(r->run, &text);
  const enum look look = look_of(r->run);
  const unsigned name = width_of("samsvar");
  const unsigned said = width_of(sv_buf_text(&text));
  const unsigned left = name + 2 * MARGIN;
  const unsigned right = said + SHAPE + 2 * MARGIN;
  (void)sv_buf_addf(out,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" height=\"%d\" "
                    "viewBox=\"0 0 %u %d\" role=\"img\" xml:lang=\"%s\">\n  <title>samsvar: ",
                    left + right, HEIGHT, left + right, HEIGHT, sv_lang_name(r->lang));
  (void)sv_escape_xml(out, sv_buf_text(&text), text.size, SV_LINE);
  (void)sv_buf_addf(out,
                    "</title>\n  <rect width=\"%u\" height=\"%d\" rx=\"3\" fill=\"#3b3f46\"/>\n"
                    "  <path d=\"M%u 0h%ua3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-%uz\" fill=\"#%s\"/>\n",
                    left + right, HEIGHT, left, right - 3, right - 3, looks[look].colour);
  (void)sv_buf_addf(out,
                    "  <path d=\"%s\" transform=\"translate(%u 4)\" fill=\"none\" stroke=\"#fff\" "
                    "stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n",
                    looks[look].shape, left + MARGIN);
  (void)sv_buf_adds(out, "  <g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" "
                         "font-size=\"11\">\n");
  svg_text(out, MARGIN, name, "samsvar");
  svg_text(out, left + MARGIN + SHAPE, said, sv_buf_text(&text));
  sv_buf_free(&text);
  return sv_buf_adds(out, "  </g>\n</svg>\n");
}

enum sv_status sv_badge_json_render(const struct sv_report *r, struct sv_buf *out)
{
  struct sv_emit e = { .out = out };
  struct sv_buf text = SV_BUF(4096);
  message(r->run, &text);
  sv_emit_open(&e, NULL, '{');
  sv_emit_number(&e, "cacheSeconds", CACHE_SECONDS);
  sv_emit_text(&e, "color", looks[look_of(r->run)].colour);
  sv_emit_bool(&e, "isError", r->run->verdict.exit_code != 0);
  sv_emit_text(&e, "label", "samsvar");
  sv_emit_text(&e, "message", sv_buf_text(&text));
  sv_emit_number(&e, "schemaVersion", 1);
  sv_emit_close(&e, '}');
  sv_buf_free(&text);
  return sv_buf_addc(out, '\n');
}
