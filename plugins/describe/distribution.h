// SPDX-License-Identifier: Apache-2.0
/* Where the data is that a description tells of, and what form it is said to have. The data itself
 * is asked for with sv_judging_ask(): equal requests are sent once a run, whoever asks. */
#ifndef SV_PLUGINS_DESCRIBE_DISTRIBUTION_H
#define SV_PLUGINS_DESCRIBE_DISTRIBUTION_H

#include "engines/doc/sniff.h"
#include "engines/vocabulary/vocabulary.h"
#include "plugins/describe/judge.h"

/* An address of a distribution. */
struct sv_distribution {
  sv_term node;
  const struct sv_triple *address; /* dcat:downloadURL, or dcat:accessURL where there is none */
  const char *property;            /* which of them */
  const char *url;                 /* NULL: the address is no IRI */
  bool is_download;
};

typedef void sv_judge_distribution(struct sv_judging *j, const struct sv_distribution *x);

/* Hands each address of NODE to JUDGE: its download addresses, else its access addresses. */
void sv_distribution_each(struct sv_judging *j, sv_term node, sv_judge_distribution *judge);
/* The same for every dcat:Distribution. */
void sv_judging_distributions(struct sv_judging *j, sv_judge_distribution *judge);

/* The code of the EU file type that dct:format of NODE names ("CSV"); NULL when it names none. */
const char *sv_distribution_format(struct sv_judging *j, sv_term node);
/* The media type that dcat:mediaType of NODE names ("text/csv"), without IANA's address; NULL. */
const char *sv_distribution_media(const struct sv_graph *g, sv_term node);

/* Whether anybody may have the data of DATASET: dct:accessRights is PUBLIC. */
bool sv_dataset_is_public(const struct sv_graph *g, sv_term dataset);

/* What form a data set is offered in, the best of its distributions and services. */
enum sv_dataset_form {
  SV_FORM_NONE,       /* it is not offered */
  SV_FORM_UNSTATED,   /* nothing says its form */
  SV_FORM_FOR_PEOPLE, /* documents, pictures, pages */
  SV_FORM_CLOSED,     /* programs read it, and it belongs to somebody */
  SV_FORM_OPEN
};
enum sv_dataset_form sv_dataset_form(struct sv_judging *j, sv_term dataset);

/* Whether the whole file of SIZE bytes is well-formed: JSON, XML, RDF and CSV are read; of other
 * forms nothing is said (SV_OK). SV_INVALID with the line; SV_LIMIT; SV_NO_MEMORY. data.c */
enum sv_status sv_data_syntax(enum sv_looks looks, const char *data, size_t size,
                              struct sv_error *err) SV_MUST_USE;

#endif
