/* SPDX-License-Identifier: MIT */
#include "app/lt-print-subject.h"

G_DEFINE_ABSTRACT_TYPE (LtPrintSubject, lt_print_subject, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lt_print_subject_class_init (LtPrintSubjectClass *klass)
{
  klass->init_options = lt_page_options_init;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lt_print_subject_init (LtPrintSubject *self)
{
}

void
lt_print_subject_changed (LtPrintSubject *self)
{
  g_return_if_fail (LT_IS_PRINT_SUBJECT (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
