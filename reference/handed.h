// SPDX-License-Identifier: Apache-2.0
/* What the target file of a run hands over beside its endpoints: documents, and endpoints of them.
 */
#ifndef SV_REFERENCE_HANDED_H
#define SV_REFERENCE_HANDED_H

#include <stddef.h>

struct sv_handed {
  const char *id;
  const char *kind; /* of documents in the target file */
  const char *path; /* under which the service has it too; its last part names the file */
};

extern const struct sv_handed sv_handed_rows[];
extern const size_t sv_handed_count;

/* The name of the file in the folder. Borrowed. */
const char *sv_handed_name(const struct sv_handed *h);

#endif
