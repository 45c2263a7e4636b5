// SPDX-License-Identifier: Apache-2.0
/* gettext reads LANGUAGE at each look-up, but only while LC_MESSAGES is not "C", and it keeps answers until its
 * counter changes: hence C.UTF-8 and the counter. LC_NUMERIC and LC_TIME stay "C", for they would break JSON. */
#include "engines/base/lang.h"

#include "engines/base/ascii.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN "samsvar"

extern int _nl_msg_cat_cntr;

static const struct {
  enum sv_lang lang;
  const char *name, *fallback;
} languages[] = {
  { SV_NB, "nb", "nb:nn" },
  { SV_NN, "nn", "nn:nb" },
  { SV_EN, "en", "en" },
};

static enum sv_lang used = SV_EN;

enum sv_lang sv_lang_from(const char *option)
{
  static const struct {
    const char *prefix;
    enum sv_lang lang;
  } names[] = { { "nb", SV_NB }, { "nn", SV_NN }, { "no", SV_NB }, { "en", SV_EN } };
  for (size_t i = 0; option && i < sizeof names / sizeof names[0]; i++)
    if (sv_starts_with(option, names[i].prefix) && !sv_is_alnum((unsigned char)option[2]))
      return names[i].lang;
  return (enum sv_lang)0;
}

const char *sv_lang_name(enum sv_lang lang)
{
  for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
    if (languages[i].lang == lang)
      return languages[i].name;
  return "en";
}

enum sv_lang sv_lang_of_environment(void)
{
  static const char *const names[] = { "SAMSVAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const enum sv_lang lang = sv_lang_from(getenv(names[i]));
    if (lang)
      return lang;
  }
  return SV_NB;
}

enum sv_status sv_lang_open(const char *dir)
{
  if (!setlocale(LC_CTYPE, "C.UTF-8") || !setlocale(LC_MESSAGES, "C.UTF-8"))
    return SV_NOT_FOUND;
  if (!bindtextdomain(DOMAIN, dir) || !bind_textdomain_codeset(DOMAIN, "UTF-8"))
    return SV_NO_MEMORY;
  return SV_OK;
}

void sv_lang_use(enum sv_lang lang)
{
  for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
    if (languages[i].lang == lang)
      (void)setenv("LANGUAGE", languages[i].fallback, 1);
  _nl_msg_cat_cntr++;
  used = lang;
}

enum sv_lang sv_lang_used(void)
{
  return used;
}

const char *sv_tr(const char *msgid)
{
  if (!msgid || msgid[0] == '\0')
    return "";
  return used == SV_EN ? msgid : dgettext(DOMAIN, msgid);
}
