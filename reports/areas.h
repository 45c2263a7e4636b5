// SPDX-License-Identifier: Apache-2.0
/* What a run says by layer, by area of the capability model and by life event, for the terminal and
 * report.txt. */
#ifndef SV_REPORTS_AREAS_H
#define SV_REPORTS_AREAS_H

#include "reports/text.h"

/* Appends how many requirements people have judged, the maturity of the layers, and a line for each
 * area and life event that something applies to. Nothing of what there is none of. */
void sv_areas_text(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out);

#endif
