// SPDX-License-Identifier: Apache-2.0
/* Norwegian numbers that name a person or an organisation. */
#ifndef SV_BASE_IDNUMBER_H
#define SV_BASE_IDNUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the eleven characters at TEXT are digits whose first six are a date as any identity
 * number has it, fødselsnummer, D-number (day + 40), H-number (month + 40), synthetic (month + 40,
 * + 65, + 80), and its control digits are right by the rule of today or by that of 2032, where the
 * first control digit may leave a remainder of 0 to 3. */
bool sv_idnumber_valid(const char *text);

/* Whether the eleven characters at TEXT have the date of a series for tests: month + 80 (Tenor),
 * + 65 or + 40. Help numbers have the last of them too. */
bool sv_idnumber_is_synthetic(const char *text);

/* Puts stars in place of every valid one in the SIZE bytes at TEXT: they reach no terminal, log or
 * file. */
void sv_idnumber_hide(char *text, size_t size);

/* What stands where a number was hidden, so that a document keeps its form. */
#define SV_IDNUMBER_HIDDEN "99999999999"
#define SV_IDNUMBER_HIDDEN_SYNTHETIC "88888888888"

/* Whether one of the two is in TEXT. */
bool sv_idnumber_was_hidden(const char *text);

/* Whether TEXT is an organisation number: nine digits and no more, the last one a control digit by
 * modulus 11. */
bool sv_orgnr_valid(const char *text);

#endif
