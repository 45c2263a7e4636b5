// SPDX-License-Identifier: Apache-2.0
/* Where the product's own files are: installed, or where SAMSVAR_DATA_DIR, SAMSVAR_LOCALE_DIR,
 * SAMSVAR_LIBEXEC_DIR and SAMSVAR_MODULE_DIR say (ignored in a set-user-id program). */
#ifndef SV_RUNNER_PATHS_H
#define SV_RUNNER_PATHS_H

/* The folder that has profiles/, plugins/NAME/README.md and reference/. Borrowed, never NULL. */
const char *sv_path_data(void);
const char *sv_path_locale(void);
/* The folder of the installed plugins (SAMSVAR_INSTALLED_PLUGINS). */
const char *sv_path_plugins(void);
/* The folder of samsvar-reference. */
const char *sv_path_libexec(void);
/* The folder of the net process's module. */
const char *sv_path_modules(void);

#endif
