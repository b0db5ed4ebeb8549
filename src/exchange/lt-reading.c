/* SPDX-License-Identifier: MIT */
#include "exchange/lt-reading.h"

LtReading *
lt_reading_new (void)
{
  LtReading *self = g_new0 (LtReading, 1);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_table_unref);
  self->doubts = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_doubt_free);
  return self;
}

void
lt_reading_free (LtReading *self)
{
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

void
lt_reading_add (LtReading *self, LtTable *table)
{
  g_ptr_array_add (self->tables, table);
}

void
lt_reading_add_doubt (LtReading *self, const char *where, char *what)
{
  g_ptr_array_add (self->doubts, lt_doubt_new (where, what));
}

LtDoubt *
lt_doubt_new (const char *where, char *what)
{
  LtDoubt *doubt = g_new0 (LtDoubt, 1);

  doubt->where = g_strdup (where != NULL ? where : "");
  doubt->what = what;
  return doubt;
}

void
lt_doubt_free (LtDoubt *doubt)
{
  g_free (doubt->where);
  g_free (doubt->what);
  g_free (doubt);
}
