/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

G_BEGIN_DECLS

/* A reorganisation of agencies that somebody has written down as data: a book of
 * which the registry alone counts. Its agencies are those that ended, with their
 * days and successors, and those that came. Laid beside a file it says what would
 * change there; only agencies that the file knows, and those that follow on them,
 * are its business. The words of the cells stay as they were issued. */
typedef struct _LtReorganisation LtReorganisation;

typedef enum {
  LT_REORGANISE_ADD,     /* an agency comes into the registry */
  LT_REORGANISE_END,     /* it gets its last day */
  LT_REORGANISE_SUCCEED, /* it gets a successor */
  LT_REORGANISE_NAMES,   /* it gets more short forms, variants or a note */
} LtReorganiseKind;

typedef struct {
  LtReorganiseKind kind;
  LtAgency *agency;     /* of the file; for ADD of the data */
  LtItem *source;       /* of the data: the agency, or the LtSuccession */
  LtAgency *successor;  /* of the data; SUCCEED only */
} LtReorganiseStep;

/* An agency that ended and was split: a person has to say who follows it. */
typedef struct {
  LtAgency *agency;      /* of the file */
  GPtrArray *successors; /* (element-type LtAgency): of the data */
  GPtrArray *rows;       /* (element-type LtAssignment): that name it */
  int decided;           /* index of the successor; -1 while it is open */
} LtReorganiseQuestion;

LtReorganisation *lt_reorganisation_new       (LtDocument *document, LtBook *data);
void              lt_reorganisation_free      (LtReorganisation *self);

/* (element-type LtReorganiseStep), borrowed; empty if the file has it all already. */
GPtrArray        *lt_reorganisation_get_steps (LtReorganisation *self);
/* (element-type LtReorganiseQuestion), borrowed; also those that were decided. */
GPtrArray        *lt_reorganisation_get_questions (LtReorganisation *self);
guint             lt_reorganisation_count_open (LtReorganisation *self);

/* Answers a question for all rows, or for @row alone (an heir, see LtLink). Names
 * may be any that the file or the data know. FALSE with a sentence that says what
 * can be chosen. */
gboolean          lt_reorganisation_decide    (LtReorganisation *self, LtAssignment *row, const char *agency,
                                               const char *successor, GError **error);

/* The same by place: @choice is an index of the question's successors, -1 to leave it
 * open (for @row: to do as for all rows). @row may be NULL; it must be one of the question's. */
void              lt_reorganisation_answer    (LtReorganisation *self, LtReorganiseQuestion *question,
                                               LtAssignment *row, int choice);
int               lt_reorganisation_get_answer (LtReorganisation *self, const LtReorganiseQuestion *question,
                                               LtAssignment *row);

/* What a step does, as a sentence; translated. */
char             *lt_reorganisation_dup_step_text (LtReorganisation *self, const LtReorganiseStep *step);
/* How sure the data are of it: those of the succession, or for an agency that comes or
 * ends, the least sure of its successions. -1 where that makes no sense: for names. */
int               lt_reorganisation_get_certainty (LtReorganisation *self, const LtReorganiseStep *step);

/* As one edit. What is still open stays so: its names remain those that were issued. */
gboolean          lt_document_reorganise      (LtDocument *self, LtReorganisation *reorganisation, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtReorganisation, lt_reorganisation_free)

G_END_DECLS
