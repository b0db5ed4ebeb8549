/* SPDX-License-Identifier: MIT */
#include "app/lt-coordination-print.h"

#include <glib/gi18n-lib.h>

#include "chart/lt-matrix-page.h"
#include "chart/lt-network-page.h"

struct _LtCoordinationPrint
{
  LtPrintSubject parent_instance;

  LtNetwork *network; /* or */
  LtMatrix *matrix;
  LtPageHeading heading;
};

G_DEFINE_FINAL_TYPE (LtCoordinationPrint, lt_coordination_print, LT_TYPE_PRINT_SUBJECT)

static const LtPrintFit fits[] = {
  { N_("All on one page"), LT_PAGE_FIT_EXACTLY, FALSE },
  { N_("One page wide, as many down as it takes"), LT_PAGE_FIT_WIDTH, FALSE },
  { N_("True size, as many pages as it takes"), LT_PAGE_FIT_TRUE, FALSE },
  { N_("At most so many pages"), LT_PAGE_FIT_AT_MOST, TRUE },
  { N_("Exactly so many pages"), LT_PAGE_FIT_EXACTLY, TRUE },
  { N_("One sheet as large as the drawing"), LT_PAGE_FIT_SHEET, FALSE },
};

typedef struct {
  LtPrintJob job;
  LtNetwork *network;
  LtMatrix *matrix;
  LtPageHeading heading;
  LtPageOptions options;
} CoordinationJob;

static LtPages *
lay_out (LtPrintJob *job, GError **error)
{
  CoordinationJob *self = (CoordinationJob *) job;

  return self->network != NULL ? lt_network_pages_new (self->network, &self->heading, &self->options, error)
                               : lt_matrix_pages_new (self->matrix, &self->heading, &self->options, error);
}

static void
free_job (LtPrintJob *job)
{
  CoordinationJob *self = (CoordinationJob *) job;

  g_clear_pointer (&self->network, lt_network_unref);
  g_clear_pointer (&self->matrix, lt_matrix_unref);
  lt_page_heading_clear (&self->heading);
  g_free (self);
}

static LtPrintJob *
lt_coordination_print_create_job (LtPrintSubject *subject, const LtPageOptions *options, GError **error)
{
  LtCoordinationPrint *self = LT_COORDINATION_PRINT (subject);
  CoordinationJob *job = g_new0 (CoordinationJob, 1);

  job->job.lay_out = lay_out;
  job->job.free = free_job;
  job->network = self->network != NULL ? lt_network_ref (self->network) : NULL;
  job->matrix = self->matrix != NULL ? lt_matrix_ref (self->matrix) : NULL;
  lt_page_heading_copy (&job->heading, &self->heading);
  job->options = *options;
  return &job->job;
}

static void
lt_coordination_print_finalize (GObject *object)
{
  LtCoordinationPrint *self = LT_COORDINATION_PRINT (object);

  g_clear_pointer (&self->network, lt_network_unref);
  g_clear_pointer (&self->matrix, lt_matrix_unref);
  lt_page_heading_clear (&self->heading);

  G_OBJECT_CLASS (lt_coordination_print_parent_class)->finalize (object);
}

static void
lt_coordination_print_class_init (LtCoordinationPrintClass *klass)
{
  LtPrintSubjectClass *subject_class = LT_PRINT_SUBJECT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lt_coordination_print_finalize;
  subject_class->title = N_("Print Who Works with Whom");
  /* Translators: the name of a file that holds the drawing of who works with whom: the plan's file, the ending */
  subject_class->file_name = N_("%s - coordination.%s");
  subject_class->fits = fits;
  subject_class->n_fits = G_N_ELEMENTS (fits);
  subject_class->create_job = lt_coordination_print_create_job;
}

static void
lt_coordination_print_init (LtCoordinationPrint *self)
{
}

LtPrintSubject *
lt_coordination_print_new (LtCoordinationGraph *graph, LtNetwork *network, LtMatrix *matrix, LtPlan *plan,
                           const char *subset)
{
  LtCoordinationPrint *self = g_object_new (LT_TYPE_COORDINATION_PRINT, NULL);

  self->network = network != NULL ? lt_network_ref (network) : NULL;
  self->matrix = matrix != NULL ? lt_matrix_ref (matrix) : NULL;
  lt_page_heading_init (&self->heading,
                        network != NULL ? "SƠ ĐỒ PHỐI HỢP GIỮA CÁC CƠ QUAN, ĐƠN VỊ"
                                        : "MA TRẬN PHỐI HỢP GIỮA CÁC CƠ QUAN, ĐƠN VỊ",
                        plan, subset, graph);
  return LT_PRINT_SUBJECT (self);
}
