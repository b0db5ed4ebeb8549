/* SPDX-License-Identifier: MIT */
#include "exchange/lt-budget.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Cells that pass between two looks at the clock. */
#define CELLS_A_LOOK 4096

void
lt_budget_init (LtBudget *self, GCancellable *cancellable)
{
  self->bytes = LT_BUDGET_BYTES_MAX;
  self->cells = LT_BUDGET_CELLS_MAX;
  self->text = LT_BUDGET_TEXT_MAX;
  self->deadline = g_get_monotonic_time () + LT_BUDGET_SECONDS_MAX * G_USEC_PER_SEC;
  self->cancellable = cancellable;
}

static gboolean
check_time (LtBudget *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (g_get_monotonic_time () <= self->deadline)
    return TRUE;
  g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
               ngettext ("Reading took longer than %d second and was given up. "
                         "Keep only the table that is to be taken in and try again.",
                         "Reading took longer than %d seconds and was given up. "
                         "Keep only the table that is to be taken in and try again.",
                         LT_BUDGET_SECONDS_MAX),
               LT_BUDGET_SECONDS_MAX);
  return FALSE;
}

gboolean
lt_budget_take_bytes (LtBudget *self, guint64 n, GError **error)
{
  if (n > self->bytes)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("The file holds more than %d MB once unpacked, far more than a plan needs. "
                     "Keep only the table that is to be taken in and try again."),
                   LT_BUDGET_BYTES_MAX / (1024 * 1024));
      return FALSE;
    }
  self->bytes -= n;
  return check_time (self, error);
}

gboolean
lt_budget_take_cells (LtBudget *self, guint64 n, GError **error)
{
  guint64 left;

  if (n > self->cells)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("The file has more than %d cells, far more than a plan needs. "
                     "Keep only the table that is to be taken in and try again."),
                   LT_BUDGET_CELLS_MAX);
      return FALSE;
    }
  left = self->cells - n;
  if (left / CELLS_A_LOOK != self->cells / CELLS_A_LOOK && !check_time (self, error))
    return FALSE;
  self->cells = left;
  return TRUE;
}

gboolean
lt_budget_take_text (LtBudget *self, guint64 n, GError **error)
{
  if (n > self->text)
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("The file holds more than %d MB of words, far more than a plan needs. "
                     "Keep only the table that is to be taken in and try again."),
                   LT_BUDGET_TEXT_MAX / (1024 * 1024));
      return FALSE;
    }
  self->text -= n;
  return TRUE;
}

GBytes *
lt_budget_load_file (const char *path, char **display_name, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  char *data = NULL;
  GStatBuf info;
  gsize length;

  *display_name = g_filename_display_name (name);
  if (g_stat (path, &info) == 0 && (!S_ISREG (info.st_mode) || info.st_size > LT_BUDGET_FILE_BYTES_MAX))
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_LIMIT,
                   _("“%s” cannot be read: it is not an ordinary file, or larger than %d MB."),
                   *display_name, LT_BUDGET_FILE_BYTES_MAX / (1024 * 1024));
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  return g_bytes_new_take (data, length);
}
