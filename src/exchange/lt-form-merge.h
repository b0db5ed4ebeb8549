/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-form-reader.h"
#include "plan/lt-book.h"

G_BEGIN_DECLS

/* One answer that differs from what is stored. Values in the form that files use. */
typedef struct {
  LtItem *row;         /* borrowed: an assignment or a target */
  const LtField *field; /* of LtReport or LtMeasurement */
  char *path;          /* of the row: "2.1" */
  char *file;
  char *where;         /* "Biểu thu thập, F7" */
  char *old_value;     /* empty for none */
  char *new_value;
  gboolean accepted;
  /*< private >*/
  const LtReturnedForm *form;
  guint index;
  LtRole role;
  guint place;    /* of the row, in the order of the plans */
  guint position; /* among the differences */
} LtFormDifference;

/* Returned forms, held against the file: what would change, and what stands in the way.
 * Borrows the forms. */
typedef struct {
  LtBook *book;
  LtDay day;              /* of a report whose form names none */
  GPtrArray *differences; /* (element-type LtFormDifference), in the order of the plans */
  GPtrArray *problems;    /* (element-type LtFormProblem), obstacles first */
  guint n_obstacles;
} LtFormMerge;

/* @forms: (element-type LtReturnedForm). Never fails: what cannot be taken is an obstacle,
 * and the differences that it concerns are not accepted. */
LtFormMerge *lt_form_merge_new         (LtBook *book, GPtrArray *forms, LtDay day);
void         lt_form_merge_free        (LtFormMerge *self);
/* Of several answers to one question at most one is accepted: accepting one refuses
 * the others. */
void         lt_form_merge_accept      (LtFormMerge *self, LtFormDifference *difference, gboolean accepted);
/* A problem of a file that could not be read at all. Takes @what. */
void         lt_form_merge_add_problem (LtFormMerge *self, LtFormWeight weight, const char *file, const char *where,
                                        char *what);
guint        lt_form_merge_count_accepted (LtFormMerge *self);
/* What taking in the accepted differences adds, as lt_document_add_all() takes it: one report for
 * each row, one measurement for each target. What a row's new report does not change
 * stays as it is stored.
 * @lists: (out) (element-type LtItem) borrowed items, @drafts: (out) (element-type LtItem),
 * both (transfer full) and of the same length */
void         lt_form_merge_make_drafts (LtFormMerge *self, GPtrArray **lists, GPtrArray **drafts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtFormMerge, lt_form_merge_free)

G_END_DECLS
