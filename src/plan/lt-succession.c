/* SPDX-License-Identifier: MIT */
#include "plan/lt-succession.h"

#include <glib/gi18n-lib.h>

#include "plan/lt-item-private.h"

struct _LtSuccession
{
  LtItem parent_instance;

  gint64 successor;
  LtDay since;
  gboolean part;
  int certainty;
  char *note;
};

G_DEFINE_FINAL_TYPE (LtSuccession, lt_succession, LT_TYPE_ITEM)

static const LtChoice certainties[] = {
  { "stated", N_("Stated in a document") },
  { "likely", N_("Likely") },
  { "unsure", N_("Unsure") },
  { NULL, NULL },
};

static const LtField fields[] = {
  { "successor", LT_FIELD_REF, G_STRUCT_OFFSET (LtSuccession, successor), LT_FIELD_FLAG_NONE,
    N_("Successor"), NULL },
  { "since", LT_FIELD_DAY, G_STRUCT_OFFSET (LtSuccession, since), LT_FIELD_FLAG_NONE,
    N_("Since"), NULL },
  { "part", LT_FIELD_BOOLEAN, G_STRUCT_OFFSET (LtSuccession, part), LT_FIELD_FLAG_NONE,
    N_("Takes over a part only"), NULL },
  { "certainty", LT_FIELD_CHOICE, G_STRUCT_OFFSET (LtSuccession, certainty), LT_FIELD_FLAG_NONE,
    N_("Certainty"), certainties },
  { "note", LT_FIELD_TEXT, G_STRUCT_OFFSET (LtSuccession, note), LT_FIELD_FLAG_PARAGRAPHS,
    N_("Note"), NULL },
};

static const LtItemInfo info = {
  "succession", NULL, NULL, fields, G_N_ELEMENTS (fields),
};

static void
lt_succession_class_init (LtSuccessionClass *klass)
{
  _lt_item_class_install (LT_ITEM_CLASS (klass), &info);
}

static void
lt_succession_init (LtSuccession *self)
{
}

gint64
lt_succession_get_successor_id (LtSuccession *self)
{
  g_return_val_if_fail (LT_IS_SUCCESSION (self), 0);

  return self->successor;
}

LtDay
lt_succession_get_since (LtSuccession *self)
{
  g_return_val_if_fail (LT_IS_SUCCESSION (self), LT_DAY_NONE);

  return self->since;
}

gboolean
lt_succession_get_part (LtSuccession *self)
{
  g_return_val_if_fail (LT_IS_SUCCESSION (self), FALSE);

  return self->part;
}

LtCertainty
lt_succession_get_certainty (LtSuccession *self)
{
  g_return_val_if_fail (LT_IS_SUCCESSION (self), LT_CERTAINTY_STATED);

  return (LtCertainty) self->certainty;
}

const char *
lt_certainty_get_title (LtCertainty certainty)
{
  return _(certainties[certainty].title);
}
