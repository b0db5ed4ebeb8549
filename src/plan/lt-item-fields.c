/* SPDX-License-Identifier: MIT */
#include "plan/lt-item-private.h"

#include <math.h>
#include <string.h>

#include "plan/lt-word-heap-private.h"

#define RECENT_BITS 10
#define N_RECENT (1 << RECENT_BITS)

static inline gpointer
get_slot (LtItem *self, const LtField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

/* With as few digits as read back to the same value: 0.1, not 0.10000000000000001. */
static char *
dup_real (double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

static void
announce (LtItem *self, const LtField *field)
{
  LtItemClass *klass = LT_ITEM_GET_CLASS (self);

  if (klass->field_changed)
    klass->field_changed (self, field);
  _lt_item_tell (self, field->name);
}

void
_lt_item_free_text (LtItem *self, const LtField *field)
{
  char **slot = get_slot (self, field);

  if (*slot == NULL)
    return;
  if (field->flags & LT_FIELD_FLAG_SHARED)
    g_ref_string_release (*slot);
  else
    _lt_word_heap_free (*slot);
  *slot = NULL;
}

const char *
lt_item_get_text (LtItem *self, const LtField *field)
{
  const char *text = *(char **) get_slot (self, field);

  return text ? text : "";
}

gint64
lt_item_get_integer (LtItem *self, const LtField *field)
{
  if (field->kind == LT_FIELD_REF || field->kind == LT_FIELD_ROW)
    return *(gint64 *) get_slot (self, field);
  return *(gint32 *) get_slot (self, field);
}

double
lt_item_get_real (LtItem *self, const LtField *field)
{
  return *(double *) get_slot (self, field);
}

gboolean
lt_item_field_is_default (LtItem *self, const LtField *field)
{
  switch (field->kind)
    {
    case LT_FIELD_TEXT:
    case LT_FIELD_LIST:
      return *lt_item_get_text (self, field) == '\0';
    case LT_FIELD_REAL:
      return isnan (lt_item_get_real (self, field));
    case LT_FIELD_DAY:
      return lt_item_get_integer (self, field) == LT_DAY_NONE;
    case LT_FIELD_INTEGER:
      return lt_item_get_integer (self, field) == LT_INTEGER_NONE;
    case LT_FIELD_BOOLEAN:
    case LT_FIELD_CHOICE:
    case LT_FIELD_REF:
    case LT_FIELD_ROW:
    default:
      return lt_item_get_integer (self, field) == 0;
    }
}

char *
lt_item_dup_field_string (LtItem *self, const LtField *field)
{
  gint64 value;

  switch (field->kind)
    {
    case LT_FIELD_TEXT:
    case LT_FIELD_LIST:
      return g_strdup (lt_item_get_text (self, field));
    case LT_FIELD_REAL:
      return dup_real (lt_item_get_real (self, field));
    case LT_FIELD_DAY:
      return lt_day_dup_iso ((LtDay) lt_item_get_integer (self, field));
    case LT_FIELD_CHOICE:
      return g_strdup (field->choices[lt_item_get_integer (self, field)].nick);
    case LT_FIELD_BOOLEAN:
      return g_strdup (lt_item_get_integer (self, field) ? "true" : "false");
    case LT_FIELD_INTEGER:
    case LT_FIELD_REF:
    case LT_FIELD_ROW:
    default:
      value = lt_item_get_integer (self, field);
      if (lt_item_field_is_default (self, field))
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
}

static void
free_recent (gpointer data)
{
  char **recent = data;

  for (guint i = 0; i < N_RECENT; i++)
    g_clear_pointer (&recent[i], g_ref_string_release);
  g_free (recent);
}

static char **
get_recent (void)
{
  static GPrivate key = G_PRIVATE_INIT (free_recent);
  char **recent = g_private_get (&key);

  if (recent == NULL)
    {
      recent = g_new0 (char *, N_RECENT);
      g_private_set (&key, recent);
    }
  return recent;
}

/* A reference. A file gives the same few labels, units and agencies again and again:
 * those of a moment ago are found without asking the table of the whole process. */
static char *
intern_words (const char *text, gsize size)
{
  char **recent = get_recent ();
  guint64 ends[2] = { 0, 0 };
  char **place;

  memcpy (&ends[0], text, MIN (size, sizeof ends[0]));
  memcpy (&ends[1], text + size - MIN (size, sizeof ends[1]), MIN (size, sizeof ends[1]));
  place = &recent[((ends[0] ^ ends[1] * 31 ^ size) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - RECENT_BITS)];
  if (*place == NULL || g_ref_string_length (*place) != size || memcmp (*place, text, size) != 0)
    {
      g_autofree char *ended = text[size] == '\0' ? NULL : g_strndup (text, size);

      g_clear_pointer (place, g_ref_string_release);
      *place = g_ref_string_new_intern (ended ? ended : text);
    }
  return g_ref_string_acquire (*place);
}

void
_lt_item_put_text (LtItem *self, const LtField *field, const char *text, gssize length)
{
  char **slot = get_slot (self, field);
  gsize size = text == NULL ? 0 : length < 0 ? strlen (text) : (gsize) length;

  g_assert (field->kind == LT_FIELD_TEXT || field->kind == LT_FIELD_LIST);

  if (*slot ? strncmp (*slot, size ? text : "", size) == 0 && (*slot)[size] == '\0' : size == 0)
    return;
  if (size == 0)
    _lt_item_free_text (self, field);
  else if (field->flags & LT_FIELD_FLAG_SHARED)
    {
      char *shared = intern_words (text, size);

      _lt_item_free_text (self, field);
      *slot = shared;
    }
  else
    {
      char *copy = _lt_word_heap_dup (text, size);

      _lt_item_free_text (self, field);
      *slot = copy;
    }
  announce (self, field);
}

void
_lt_item_put_integer (LtItem *self, const LtField *field, gint64 value)
{
  g_assert (field->kind != LT_FIELD_TEXT && field->kind != LT_FIELD_LIST && field->kind != LT_FIELD_REAL);

  if (lt_item_get_integer (self, field) == value)
    return;
  if (field->kind == LT_FIELD_REF || field->kind == LT_FIELD_ROW)
    *(gint64 *) get_slot (self, field) = value;
  else
    *(gint32 *) get_slot (self, field) = (gint32) value;
  announce (self, field);
}

void
_lt_item_put_real (LtItem *self, const LtField *field, double value)
{
  double *slot = get_slot (self, field);

  g_assert (field->kind == LT_FIELD_REAL);

  if (*slot == value || (isnan (*slot) && isnan (value)))
    return;
  *slot = value;
  announce (self, field);
}

void
lt_item_set_text (LtItem *self, const LtField *field, const char *text)
{
  g_return_if_fail (!_lt_item_is_bound (self));

  _lt_item_put_text (self, field, text, -1);
}

void
lt_item_set_integer (LtItem *self, const LtField *field, gint64 value)
{
  g_return_if_fail (!_lt_item_is_bound (self));

  _lt_item_put_integer (self, field, value);
}

void
lt_item_set_real (LtItem *self, const LtField *field, double value)
{
  g_return_if_fail (!_lt_item_is_bound (self));

  _lt_item_put_real (self, field, value);
}
