// SPDX-License-Identifier: Apache-2.0
/* The language of what people read: GNU gettext, one domain, switched within the process. gettext keeps this state
 * for the whole process, so there is one language at a time. */
#ifndef SV_BASE_LANG_H
#define SV_BASE_LANG_H

#include "engines/base/status.h"

enum sv_lang { SV_NB = 1, SV_NN, SV_EN };

/* The language that OPTION names ("nb", "nn", "en", "no", "nb_NO.UTF-8" ...), 0 when it names none of ours. */
enum sv_lang sv_lang_from(const char *option);

/* "nb", "nn" or "en". */
const char *sv_lang_name(enum sv_lang lang);

/* The language of the environment: SAMSVAR_LANG, LC_ALL, LC_MESSAGES, LANG; nb when they say nothing. */
enum sv_lang sv_lang_of_environment(void);

/* Makes the messages under DIR known. SV_NOT_FOUND when no UTF-8 locale exists: everything is then English. */
enum sv_status sv_lang_open(const char *dir) SV_MUST_USE;

/* Switches; nn falls back on nb and nb on nn before English. */
void sv_lang_use(enum sv_lang lang);
enum sv_lang sv_lang_used(void);

/* MSGID in the language in use, else MSGID itself. NULL and "" give "". */
const char *sv_tr(const char *msgid) __attribute__((format_arg(1)));

#endif
