/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

#include "exchange/lt-exchange-error.h"
#include "report/lt-form-columns.h"

G_BEGIN_DECLS

typedef enum {
  LT_FORM_NOTE,     /* read all the same; somebody should look */
  LT_FORM_OBSTACLE, /* an answer that cannot be taken in as it stands */
} LtFormWeight;

typedef struct {
  LtFormWeight weight;
  char *file;  /* the name of the form's file */
  char *where; /* "Biểu thu thập, F7"; empty for the whole file */
  char *what;  /* a translated sentence */
} LtFormProblem;

typedef struct {
  char *where;
  char *value; /* as lt_form_cell_read() gives it; NULL where the form gives none */
} LtFormAnswer;

/* What a row was when the form went out. */
typedef struct {
  gint64 id;
  gboolean is_target;
  LtRole role;
  char *words_hash;
  gint64 report; /* id of the newest report then; 0 for none */
  char *answers[LT_FORM_N_ANSWERS]; /* hashes; of a target its value, day and note */
  gboolean returned;
} LtFormPrint;

/* What came back of a row. */
typedef struct {
  gint64 id;
  gboolean is_target;
  LtFormPrint *print; /* borrowed; NULL without a fingerprint */
  char *where;        /* "Biểu thu thập, 7" */
  LtFormAnswer answers[LT_FORM_N_ANSWERS];
  LtFormAnswer words[LT_FORM_FIRST_ANSWER]; /* as issued, as far as the form shows them */
} LtFormRow;

/* A form that came back, read on its own: nothing here is compared with a plan yet. */
typedef struct {
  char *name; /* of the file, for people */
  gint64 plan;
  gint64 agency_id;  /* 0 where the registry did not know it */
  char *agency;      /* as the form names it */
  LtDay made;        /* LT_DAY_NONE without a fingerprint */
  LtDay day;         /* of the report; LT_DAY_NONE if the form does not say */
  gboolean has_fingerprint;
  GPtrArray *rows;     /* (element-type LtFormRow) */
  GHashTable *prints;  /* id -> LtFormPrint */
  GPtrArray *problems; /* (element-type LtFormProblem) */
} LtReturnedForm;

/* NULL with LT_EXCHANGE_ERROR for a file that is no form at all, or with
 * G_IO_ERROR_CANCELLED; what can be told of a part of it is a problem. The file is
 * never changed. May be called in any thread. */
LtReturnedForm *lt_form_read_file     (const char *path, GCancellable *cancellable, GError **error);
/* @name: what the file is called in problems. */
LtReturnedForm *lt_form_read_bytes    (GBytes *bytes, const char *name, GCancellable *cancellable,
                                       GError **error);
void            lt_returned_form_free (LtReturnedForm *self);

/* Takes @what. */
LtFormProblem  *lt_form_problem_new   (LtFormWeight weight, const char *file, const char *where, char *what);
void            lt_form_problem_free  (LtFormProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtReturnedForm, lt_returned_form_free)

G_END_DECLS
